// What octets are that may not be what data_coding says. Where they can be, data_coding is believed.
#include "gateway/smpp/text/mislabelled.hpp"

#include <algorithm>
#include <array>

#include "gateway/smpp/text/alphabets.hpp"
#include "keywords/text/utf8.hpp"

namespace duanwen::smpp {
namespace {

constexpr std::string_view utf8_mark = "\xEF\xBB\xBF";
constexpr std::ptrdiff_t latin1_run_max = 3;  // so many letters with accents in a row, no word has more

bool is_high(char c) { return (static_cast<unsigned char>(c) & 0x80) != 0; }
bool has_high(std::string_view octets) { return std::any_of(octets.begin(), octets.end(), is_high); }
bool has_ucs2_mark(std::string_view octets) {
  return octets.starts_with("\xFE\xFF") || octets.starts_with("\xFF\xFE");
}

/// Whether every other octet from the first or the second on is 0 and none else: no text of one octet a
/// character has an @ or NUL there. Behind a single character it may be a closing NUL.
bool is_striped_with_zeros(std::string_view octets) {
  if (octets.empty() || octets.size() % 2 != 0) return false;
  const std::size_t zero_at = octets[0] == 0 ? 0 : 1;
  for (std::size_t at = 0; at < octets.size(); ++at)
    if ((octets[at] == 0) != (at % 2 == zero_at)) return false;
  return zero_at == 0 || octets.size() > 2;
}

bool has_long_high_run(std::string_view octets) {
  std::ptrdiff_t run = 0;
  for (const char c : octets)
    if ((run = is_high(c) ? run + 1 : 0) > latin1_run_max) return true;
  return false;
}

/// Whether octets can be in the alphabet, whatever they say in it.
bool can_be_in(std::string_view octets, std::string_view alphabet) {
  const bool marked = has_ucs2_mark(octets) || octets.starts_with(utf8_mark);
  if (alphabet.empty()) return false;
  if (alphabet == "gsm7") return !has_high(octets) && !is_striped_with_zeros(octets);
  if (alphabet == "latin1") return !marked && !has_long_high_run(octets);
  if (alphabet == "gbk") return !marked;
  if (alphabet.starts_with("ucs2")) return without_trailing_nuls(octets, alphabet).size() % 2 == 0;
  return true;
}

bool is_of_one_octet(std::string_view alphabet) {
  return alphabet == "gsm7" || alphabet == "ascii" || alphabet == "utf8";
}

reading read_as(std::string_view octets, std::string_view alphabet) {
  reading r{alphabet, decode_as(octets, alphabet), likelihood::none};
  if (!r.as.readable || !can_be_in(octets, alphabet)) return r;
  r.how = likelihood_of(r.as.text);
  // O`Y} can be written, but seldom is.
  if (is_of_one_octet(alphabet) && is_ascii(r.as.text) && !reads_as_words(r.as.text))
    r.how = std::min(r.how, likelihood::likely);
  return r;
}

/// Whether another reading than the label's is worth a thought. What may be taken for any text, as GBK may
/// and little-endian, has to make more sense than what tells itself apart.
bool is_convincing(const reading& r, std::string_view octets, std::string_view labelled) {
  const bool everyday = r.how == likelihood::everyday;
  if (r.how == likelihood::none) return false;
  if (r.alphabet == "utf8") return has_high(octets) && labelled != "ascii";
  if (r.alphabet == "ascii") return labelled == "ucs2";
  if (r.alphabet == "gbk") return everyday && has_high(octets) && has_han(r.as.text);
  if (has_ucs2_mark(octets)) return r.alphabet == "ucs2";
  const bool makes_sense = everyday || (r.how == likelihood::likely && r.alphabet == "ucs2");
  return makes_sense && (has_han(r.as.text) || is_ascii(r.as.text));
}

/// The likeliest of other readings; none where two say as much. UTF-8 tells itself apart, and high octets
/// first is how UCS-2 is sent.
std::optional<reading> likeliest(std::string_view octets, std::string_view labelled) {
  constexpr std::array<std::string_view, 5> others{"utf8", "ascii", "ucs2", "ucs2-little", "gbk"};
  std::optional<reading> best;
  for (const auto alphabet : others) {
    if (alphabet == labelled) continue;
    auto r = read_as(octets, alphabet);
    if (!is_convincing(r, octets, labelled)) continue;
    if (!best || r.how > best->how) {
      best = std::move(r);
    } else if (r.how == best->how && alphabet == "gbk" && best->alphabet != "utf8") {
      return std::nullopt;
    }
  }
  return best;
}

/// Nothing is looked for by one character, nor by digits and signs.
bool is_worth_guessing(const reading& other) {
  if (to_code_points(other.as.text).size() < 2) return false;
  return !is_ascii(other.as.text) || is_mostly_letters(other.as.text);
}

}  // namespace

readings read_octets(std::string_view octets, std::string_view labelled) {
  readings all{read_as(octets, labelled), std::nullopt};
  const auto how = all.believed.how;
  const bool is_utf8 = (labelled == "utf8" || labelled == "ascii") && has_high(octets);
  if (octets.empty() || how == likelihood::everyday || (how != likelihood::none && is_utf8)) return all;
  auto other = likeliest(octets, labelled);
  if (!other) return all;
  if (how == likelihood::none)
    all.believed = std::move(*other);
  else if (other->how > how && is_worth_guessing(*other))
    all.guessed = std::move(other);
  return all;
}

}  // namespace duanwen::smpp

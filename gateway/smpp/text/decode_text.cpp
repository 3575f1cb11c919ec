// data_coding → alphabet → text. SMPP 3.4 §5.2.19; 3GPP 23.038 §4.
#include <algorithm>

#include "gateway/smpp/text/alphabets.hpp"
#include "gateway/smpp/text/mislabelled.hpp"
#include "keywords/text/utf8.hpp"

namespace duanwen::smpp {
namespace {

/// Whether two data_codings mean the same to a carrier, so that a character may go on from one part to the
/// next.
bool same_alphabet(std::uint8_t a, std::uint8_t b, const data_coding_overrides& overrides) {
  const bool as_named = !overrides.contains(a) && !overrides.contains(b);
  return a == b || (as_named && !alphabet_named(a).empty() && alphabet_named(a) == alphabet_named(b));
}

}  // namespace

decoded_text from_utf8(std::string_view octets) {
  if (octets.starts_with("\xEF\xBB\xBF")) octets.remove_prefix(3);
  decoded_text out{to_valid_utf8(octets), true};
  out.readable = out.text == octets;
  return out;
}

decoded_text from_ascii(std::string_view octets) { return from_utf8(octets); }

decoded_text from_latin1(std::string_view octets) {
  decoded_text out;
  for (const char c : octets) append_utf8(out.text, static_cast<unsigned char>(c));
  return out;
}

std::string_view without_trailing_nuls(std::string_view octets, std::string_view alphabet) {
  const std::size_t unit = alphabet.starts_with("ucs2") ? 2 : 1;
  if (unit == 2 && octets.size() % 2 != 0 && octets.size() > 1 && octets.back() == '\0')
    octets.remove_suffix(1);
  while (octets.size() > unit && octets.substr(octets.size() - unit).find_first_not_of('\0') == octets.npos)
    octets.remove_suffix(unit);
  return octets;
}

decoded_text decode_as(std::string_view octets, std::string_view alphabet) {
  octets = without_trailing_nuls(octets, alphabet);
  if (alphabet == "gsm7" || alphabet == "gsm7-packed") return from_gsm7_octets(octets);
  if (alphabet == "ascii") return from_ascii(octets);
  if (alphabet == "latin1") return from_latin1(octets);
  if (alphabet == "ucs2") return from_ucs2(octets);
  if (alphabet == "ucs2-little") return from_ucs2(octets, true);
  if (alphabet == "gbk") return from_gbk(octets);
  return from_utf8(octets);
}

std::string alphabet_seen(std::string_view octets, std::uint8_t data_coding) {
  const auto read = read_octets(octets, alphabet_named(data_coding));
  const auto seen = read.guessed ? read.guessed->alphabet : read.believed.alphabet;
  return seen.empty() ? "utf8" : std::string(seen);
}

std::string decodable_octets(const user_data& data, std::uint8_t data_coding,
                             const data_coding_overrides& overrides) {
  const bool packed = alphabet_of(data_coding, overrides) == "gsm7-packed";
  return packed ? unpack_septets(data.octets, data.udh_octets) : std::string(data.octets);
}

decoded_text decode_text(std::string_view octets, std::uint8_t data_coding,
                         const data_coding_overrides& overrides) {
  if (const auto own = overrides.find(data_coding); own != overrides.end())
    return decode_as(octets, own->second);
  auto read = read_octets(octets, alphabet_named(data_coding));
  if (read.guessed) read.believed.as.guess = std::move(read.guessed->as.text);
  return std::move(read.believed.as);
}

decoded_text decode_parts(const std::vector<labelled_octets>& parts, const data_coding_overrides& overrides) {
  decoded_text whole;
  std::string guess;
  bool guessed = false;
  for (auto part = parts.begin(); part != parts.end();) {
    const auto data_coding = part->data_coding;
    std::string joined;
    do joined += part->octets;
    while (++part != parts.end() && part->goes_on &&
           same_alphabet(data_coding, part->data_coding, overrides));
    const auto read = decode_text(joined, data_coding, overrides);
    whole.text += read.text;
    whole.readable = whole.readable && read.readable;
    guess += read.guess.empty() ? read.text : read.guess;
    guessed = guessed || !read.guess.empty();
  }
  if (guessed) whole.guess = std::move(guess);
  return whole;
}

}  // namespace duanwen::smpp

// data_coding → alphabet → text. SMPP 3.4 §5.2.19; 3GPP 23.038 §4.
#include <algorithm>
#include <array>

#include "gateway/smpp/text/alphabets.hpp"
#include "keywords/text/normalise.hpp"
#include "keywords/text/utf8.hpp"

namespace duanwen::smpp {
namespace {

struct range {
  std::uint8_t first, last;
  std::string_view alphabet;
};

// The groups with a message class (0x10.., 0xF0..) are of 23.038 §4; the rest of SMPP, with UTF-8 and GBK as
// the field uses the values that SMPP gave to others.
constexpr std::array<range, 9> defaults{{
    {0x00, 0x00, "gsm7"},
    {0x01, 0x01, "ascii"},
    {0x03, 0x03, "latin1"},
    {0x04, 0x04, "utf8"},
    {0x08, 0x08, "ucs2"},
    {0x0F, 0x0F, "gbk"},
    {0x10, 0x13, "gsm7"},
    {0x18, 0x1B, "ucs2"},
    {0xF0, 0xF3, "gsm7"},
}};

std::string_view alphabet_of(std::uint8_t data_coding, const data_coding_overrides& overrides) {
  const auto own = overrides.find(data_coding);
  if (own != overrides.end()) return own->second;
  for (const range& r : defaults)
    if (data_coding >= r.first && data_coding <= r.last) return r.alphabet;
  return "";
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

std::string alphabet_seen(std::string_view octets, std::uint8_t data_coding) {
  const auto seen = actual_alphabet(octets, alphabet_of(data_coding, {}));
  if (seen == "ucs2-little") return "ucs2";
  return seen.empty() ? "utf8" : std::string(seen);
}

std::uint8_t gbk_data_coding(const data_coding_overrides& overrides) {
  const auto own =
      std::find_if(overrides.begin(), overrides.end(), [](const auto& o) { return o.second == "gbk"; });
  return own == overrides.end() ? 15 : own->first;
}

std::string decodable_octets(const user_data& data, std::uint8_t data_coding,
                             const data_coding_overrides& overrides) {
  const bool packed = alphabet_of(data_coding, overrides) == "gsm7-packed";
  return packed ? unpack_septets(data.octets, data.udh_octets) : std::string(data.octets);
}

decoded_text decode_text(std::string_view octets, std::uint8_t data_coding,
                         const data_coding_overrides& overrides) {
  const std::string_view labelled = alphabet_of(data_coding, overrides);
  const std::string_view alphabet = actual_alphabet(octets, labelled);
  octets = without_trailing_nuls(octets, alphabet);
  if (alphabet == "gsm7" || alphabet == "gsm7-packed") return from_gsm7_octets(octets);
  if (alphabet == "ascii") return from_ascii(octets);
  if (alphabet == "latin1") return from_latin1(octets);
  if (alphabet == "ucs2") return from_ucs2(octets);
  if (alphabet == "ucs2-little") return from_ucs2(octets, true);
  if (alphabet == "gbk") return from_gbk(octets);
  // UTF-8, or a data_coding of which nothing is known: then it is readable where it happens to be UTF-8.
  return from_utf8(octets);
}

}  // namespace duanwen::smpp

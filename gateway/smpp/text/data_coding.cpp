#include "gateway/smpp/text/data_coding.hpp"

#include <algorithm>
#include <array>

namespace duanwen::smpp {
namespace {

/// Those values whose bits under `mask` are `value`.
struct coding_group {
  std::uint8_t mask, value;
  std::string_view alphabet;
};

// The first that fits counts. Values of SMPP first, with UTF-8 and GBK as the field uses those that SMPP gave
// to others; then the groups of 23.038 §4, whose reserved values are the default alphabet to a receiver.
constexpr std::array<coding_group, 16> coding_groups{{
    {0xFF, 0x00, "gsm7"},
    {0xFF, 0x01, "ascii"},
    {0xFF, 0x03, "latin1"},
    {0xFF, 0x04, "utf8"},
    {0xFF, 0x08, "ucs2"},
    {0xFF, 0x0F, "gbk"},
    {0xF0, 0x00, ""},      // binary, JIS, Cyrillic, Hebrew, Korean …
    {0xA0, 0x20, ""},      // general data coding and automatic deletion: compressed
    {0xAC, 0x00, "gsm7"},  // not compressed, with message class or without
    {0xAC, 0x04, ""},      // 8-bit data
    {0xAC, 0x08, "ucs2"},
    {0xAC, 0x0C, "gsm7"},  // reserved
    {0xF0, 0xE0, "ucs2"},  // message waiting indication: store
    {0xF4, 0xF0, "gsm7"},  // data coding and message class
    {0xF4, 0xF4, ""},      // 8-bit data
    {0x80, 0x80, "gsm7"},  // reserved; message waiting indication: discard, store
}};

}  // namespace

std::string_view alphabet_named(std::uint8_t data_coding) {
  const auto fits = [data_coding](const coding_group& g) { return (data_coding & g.mask) == g.value; };
  const auto found = std::find_if(coding_groups.begin(), coding_groups.end(), fits);
  return found == coding_groups.end() ? "" : found->alphabet;
}

std::string_view alphabet_of(std::uint8_t data_coding, const data_coding_overrides& overrides) {
  const auto own = overrides.find(data_coding);
  return own == overrides.end() ? alphabet_named(data_coding) : std::string_view(own->second);
}

std::uint8_t gbk_data_coding(const data_coding_overrides& overrides) {
  const auto own =
      std::find_if(overrides.begin(), overrides.end(), [](const auto& o) { return o.second == "gbk"; });
  return own == overrides.end() ? 15 : own->first;
}

}  // namespace duanwen::smpp

#include "keywords/segments/clusters.hpp"

#include <unicode/uchar.h>

#include "keywords/text/utf8.hpp"

namespace duanwen {
namespace {

int break_property(char32_t c) {
  return u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_GRAPHEME_CLUSTER_BREAK);
}

// Most characters need no look at the tables: nothing is clustered below U+0300, nor of Chinese and of whole
// Hangul.
bool is_plainly_free(char32_t c) {
  return c < 0x300 || (c >= 0x3100 && c < 0xA66F) || (c >= 0xAC00 && c < 0xD7A4);
}

bool is_hangul_cluster(int before, int c) {
  switch (before) {
    case U_GCB_L:
      return c == U_GCB_L || c == U_GCB_V || c == U_GCB_LV || c == U_GCB_LVT;
    case U_GCB_LV:
    case U_GCB_V:
      return c == U_GCB_V || c == U_GCB_T;
    case U_GCB_LVT:
    case U_GCB_T:
      return c == U_GCB_T;
    default:
      return false;
  }
}

bool is_pictograph(char32_t c) {
  return u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_EXTENDED_PICTOGRAPHIC);
}

// Whether two neighbours are of one cluster, whatever stands before them.
bool is_clustered(int before, int c) {
  if (before == U_GCB_CONTROL || before == U_GCB_CR || before == U_GCB_LF) return false;
  if (c == U_GCB_EXTEND || c == U_GCB_ZWJ || c == U_GCB_SPACING_MARK) return true;
  if (c == U_GCB_CONTROL || c == U_GCB_CR || c == U_GCB_LF) return false;
  return before == U_GCB_PREPEND || is_hangul_cluster(before, c);
}

std::size_t units_of(char32_t c) { return c > 0xFFFF ? 2 : 1; }

char32_t next_character(std::string_view text, std::size_t at) { return next_code_point(text, at); }

}  // namespace

bool may_be_clustered(char32_t c) {
  if (is_plainly_free(c)) return false;
  switch (break_property(c)) {
    case U_GCB_EXTEND:
    case U_GCB_ZWJ:
    case U_GCB_SPACING_MARK:
    case U_GCB_PREPEND:
    case U_GCB_REGIONAL_INDICATOR:
    case U_GCB_L:
    case U_GCB_V:
    case U_GCB_T:
      return true;
    default:
      return false;
  }
}

std::size_t cluster_end(std::string_view text, std::size_t at) {
  const char32_t first = next_code_point(text, at);
  if (is_plainly_free(first) && (at == text.size() || is_plainly_free(next_character(text, at)))) return at;
  auto before = break_property(first);
  auto units = units_of(first);
  // Two letters make a flag, and no third one joins them.
  bool flag_open = before == U_GCB_REGIONAL_INDICATOR;
  for (auto next = at; at < text.size(); at = next) {
    const char32_t c = next_code_point(text, next);
    const auto property = break_property(c);
    const bool flag = flag_open && property == U_GCB_REGIONAL_INDICATOR;
    const bool joined = before == U_GCB_ZWJ && is_pictograph(first) && is_pictograph(c);
    units += units_of(c);
    if (units > cluster_units_max || !(flag || joined || is_clustered(before, property))) break;
    flag_open = false;
    before = property;
  }
  return at;
}

}  // namespace duanwen

#include "keywords/text/written.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>

#include "keywords/text/utf8.hpp"

namespace duanwen {
namespace {

struct code_points {
  char32_t first, last;
};

// SoftBank's, which the first iPhones sent.
constexpr std::array<code_points, 6> old_emoji{{{0xE001, 0xE05A},
                                                {0xE101, 0xE15A},
                                                {0xE201, 0xE253},
                                                {0xE301, 0xE34D},
                                                {0xE401, 0xE44C},
                                                {0xE501, 0xE537}}};

bool is_old_emoji(char32_t c) {
  return std::any_of(old_emoji.begin(), old_emoji.end(),
                     [c](const code_points& r) { return c >= r.first && c <= r.last; });
}

}  // namespace

bool can_be_written(char32_t c) {
  switch (u_charType(static_cast<UChar32>(c))) {
    case U_UNASSIGNED:
    case U_SURROGATE:
      return false;
    case U_CONTROL_CHAR:
      return c == U'\t' || c == U'\n' || c == U'\r';
    case U_PRIVATE_USE_CHAR:
      return is_old_emoji(c);
    default:
      return c != replacement_character;
  }
}

bool can_be_written(std::string_view utf8) {
  for (std::size_t at = 0; at < utf8.size();)
    if (!can_be_written(next_code_point(utf8, at))) return false;
  return !utf8.empty();
}

}  // namespace duanwen

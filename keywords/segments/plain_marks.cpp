#include "keywords/segments/plain_marks.hpp"

#include <algorithm>
#include <iterator>

#include "keywords/segments/gsm7.hpp"
#include "keywords/text/utf8.hpp"

namespace duanwen {
namespace {

struct row {
  char32_t first, last;
  std::string_view plain;
};

// By code. Only what word processors put instead of a key; letters with accents stay, since names need them.
constexpr row table[] = {
    {U'`', U'`', "'"},      {0x00A0, 0x00A0, " "},  // no-break space
    {0x00AB, 0x00AB, "\""}, {0x00B4, 0x00B4, "'"},  {0x00BB, 0x00BB, "\""},
    {0x2000, 0x200A, " "},  // spaces of some width
    {0x2010, 0x2015, "-"},  // hyphens and dashes
    {0x2018, 0x201B, "'"},  {0x201C, 0x201F, "\""}, {0x2026, 0x2026, "..."},
    {0x202F, 0x202F, " "},  {0x2032, 0x2032, "'"},  {0x2033, 0x2033, "\""},
    {0x2039, 0x203A, "'"},  {0x2212, 0x2212, "-"},  // minus
};

}  // namespace

std::string_view plain_mark(char32_t c) {
  const auto* found =
      std::find_if(std::begin(table), std::end(table), [c](const row& r) { return c <= r.last; });
  return found != std::end(table) && c >= found->first ? found->plain : std::string_view();
}

std::optional<std::string> with_plain_marks(std::string_view text) {
  std::string plain;
  bool changed = false;
  for (std::size_t at = 0; at < text.size();) {
    const auto begin = at;
    const char32_t c = next_code_point(text, at);
    if (gsm7_code(c)) {
      plain += text.substr(begin, at - begin);
    } else if (const auto mark = plain_mark(c); !mark.empty()) {
      plain += mark;
      changed = true;
    } else {
      return std::nullopt;
    }
  }
  if (!changed) return std::nullopt;
  return plain;
}

}  // namespace duanwen

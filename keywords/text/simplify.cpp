// OpenCC tells once of every Han character; what residents text only meets the table.
#include "keywords/text/simplify.hpp"

#include <opencc.h>

#include <string>
#include <vector>

#include "keywords/text/utf8.hpp"

namespace duanwen {
namespace {

constexpr char32_t han_first = 0x3400, han_last = 0x9FFF;
// The block of unified characters, all of them letters, which no compatibility folding changes.
constexpr char32_t unified_first = 0x4E00;

class table {
 public:
  table() : to_(han_last - han_first + 1) {
    for (char32_t c = han_first; c <= han_last; ++c) to_[c - han_first] = c;
    const auto once = converted(to_);
    if (once.size() == to_.size()) to_ = once;
    // What a conversion leads to may itself be converted; the form must not change any more.
    for (auto& c : to_)
      for (int steps = 0; steps < 4 && of(c) != c; ++steps) c = of(c);
  }
  char32_t of(char32_t c) const { return c < han_first || c > han_last ? c : to_[c - han_first]; }

 private:
  // A line a character, so that no two of them make a phrase.
  static std::vector<char32_t> converted(const std::vector<char32_t>& characters) {
    std::string lines;
    for (const char32_t c : characters) {
      append_utf8(lines, c);
      lines += '\n';
    }
    lines = opencc::SimpleConverter("t2s.json").Convert(lines);
    std::vector<char32_t> result;
    for (std::size_t at = 0; at < lines.size();) {
      result.push_back(next_code_point(lines, at));
      at = lines.find('\n', at);
      at = at == std::string::npos ? lines.size() : at + 1;
    }
    return result;
  }

  std::vector<char32_t> to_;
};

const table& the_table() {
  static const table built;
  return built;
}

}  // namespace

char32_t simplified(char32_t c) { return the_table().of(c); }

bool is_plain(std::string_view utf8) {
  const auto& conversions = the_table();
  for (std::size_t at = 0; at < utf8.size();) {
    const char32_t c = next_code_point(utf8, at);
    const bool ascii = (c >= U'0' && c <= U'9') || (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z');
    const bool han = c >= unified_first && c <= han_last && conversions.of(c) == c;
    if (!ascii && !han) return false;
  }
  return true;
}

}  // namespace duanwen

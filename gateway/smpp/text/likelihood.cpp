#include "gateway/smpp/text/likelihood.hpp"

#include <algorithm>
#include <array>
#include <bitset>

#include "gateway/smpp/text/alphabets.hpp"
#include "keywords/text/digits.hpp"
#include "keywords/text/utf8.hpp"
#include "keywords/text/written.hpp"

namespace duanwen::smpp {
namespace {

constexpr char32_t han_first = 0x4E00, han_last = 0x9FFF;
constexpr std::string_view ascii_punctuation = " .,?!:-\r\n";

bool is_han(char32_t c) { return c >= han_first && c <= han_last; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// GB 2312 holds what people write: rows 16 to 87, of 94 characters each.
class common_characters {
 public:
  common_characters() {
    constexpr int row_first = 0xB0, row_last = 0xF7, cell_first = 0xA1, cell_last = 0xFE;
    for (int row = row_first; row <= row_last; ++row)
      for (int cell = cell_first; cell <= cell_last; ++cell)
        take(std::string{static_cast<char>(row), static_cast<char>(cell)});
  }
  bool has(char32_t c) const { return is_han(c) && is_common_[c - han_first]; }

 private:
  void take(const std::string& octets) {
    const auto c = to_code_points(from_gbk(octets).text);
    if (c.size() == 1 && is_han(c[0])) is_common_.set(c[0] - han_first);
  }
  std::bitset<han_last - han_first + 1> is_common_;
};

bool is_common_han(char32_t c) {
  static const common_characters built;
  return built.has(c);
}

struct code_points {
  char32_t first, last;
};

// What residents write in beside Chinese characters: ASCII, Chinese punctuation, full width, emoji.
constexpr std::array<code_points, 8> everyday_signs{{{0x20, 0x7E},
                                                     {0x200D, 0x200D},
                                                     {0x2010, 0x2027},
                                                     {0x3000, 0x3020},
                                                     {0xFE0F, 0xFE0F},
                                                     {0xFF01, 0xFF5E},
                                                     {0xFFE5, 0xFFE5},
                                                     {0x1F000, 0x1FAFF}}};

likelihood of_character(char32_t c) {
  const bool is_sign = c == U'\r' || c == U'\n' ||
                       std::any_of(everyday_signs.begin(), everyday_signs.end(),
                                   [c](const code_points& r) { return c >= r.first && c <= r.last; });
  if (!can_be_written(c)) return likelihood::none;
  if (is_sign || is_common_han(c)) return likelihood::everyday;
  return is_han(c) ? likelihood::likely : likelihood::possible;
}

}  // namespace

likelihood likelihood_of(std::string_view utf8) {
  auto least = utf8.empty() ? likelihood::none : likelihood::everyday;
  for (std::size_t at = 0; at < utf8.size() && least != likelihood::none;)
    least = std::min(least, of_character(next_code_point(utf8, at)));
  return least;
}

bool has_han(std::string_view utf8) {
  for (std::size_t at = 0; at < utf8.size();)
    if (is_han(next_code_point(utf8, at))) return true;
  return false;
}

bool reads_as_words(std::string_view ascii) {
  return std::all_of(ascii.begin(), ascii.end(), [](char c) {
    return is_letter(c) || is_digit(c) || ascii_punctuation.find(c) != std::string_view::npos;
  });
}

bool is_mostly_letters(std::string_view ascii) {
  const auto letters = std::count_if(ascii.begin(), ascii.end(), is_letter);
  return static_cast<std::size_t>(letters) * 2 > ascii.size();
}

}  // namespace duanwen::smpp

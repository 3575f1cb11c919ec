#include "keywords/text/chinese_number.hpp"

namespace duanwen {
namespace {

constexpr std::u32string_view numerals = U"零一二三四五六七八九", capitals = U"零壹贰叁肆伍陆柒捌玖";

std::optional<std::uint32_t> digit_of(char32_t c) {
  if (c == U'两') return 2;
  if (c == U'〇') return 0;
  for (const auto row : {numerals, capitals})
    if (const auto at = row.find(c); at != row.npos) return static_cast<std::uint32_t>(at);
  return std::nullopt;
}

std::uint32_t unit_of(char32_t c) {
  if (c == U'十' || c == U'拾') return 10;
  if (c == U'百' || c == U'佰') return 100;
  return c == U'千' || c == U'仟' ? 1000 : 0;
}

// One step of a number: a digit with its unit (二百), 十 alone, or a last digit, which stands for the next
// lower unit (二百一 is 210) unless 零 is said before it.
struct step {
  std::uint32_t digit = 0, unit = 0;
  std::size_t end = 0;
};

std::optional<step> read_step(std::u32string_view text, std::size_t at, std::uint32_t unit_before) {
  step s;
  const bool zero = unit_before > 1 && at < text.size() && digit_of(text[at]) == 0u;
  if (zero) ++at;
  if (at >= text.size()) return std::nullopt;
  if (const auto digit = digit_of(text[at])) {
    s.digit = *digit;
    ++at;
  } else if (unit_of(text[at]) == 10) {
    s.digit = 1;
  } else {
    return std::nullopt;
  }
  s.unit = at < text.size() ? unit_of(text[at]) : 0;
  s.end = s.unit == 0 ? at : at + 1;
  if (s.unit == 0) s.unit = zero || unit_before <= 1 ? 1 : unit_before / 10;
  return s;
}

}  // namespace

std::optional<std::uint32_t> read_chinese_number(std::u32string_view text, std::size_t& at) {
  auto one = read_step(text, at, 0);
  if (!one) return std::nullopt;
  std::uint32_t value = one->digit * one->unit;
  std::uint32_t last_unit = one->unit;
  at = one->end;
  // Units go down: 二百 三十 五; what does not is the next number.
  while (last_unit > 1 && (one = read_step(text, at, last_unit)) && one->unit < last_unit) {
    value += one->digit * one->unit;
    last_unit = one->unit;
    at = one->end;
  }
  return value;
}

}  // namespace duanwen

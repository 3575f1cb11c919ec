// Words that the conversation itself uses, whatever the wording in force.
#include "keywords/directory/reserved.hpp"

#include <algorithm>
#include <array>
#include <cctype>

#include "keywords/text/digits.hpp"
#include "keywords/text/normalise.hpp"
#include "keywords/text/selection.hpp"

namespace duanwen {
namespace {

constexpr std::array reserved_words = {"0",    "00",   "m",    "t", "td",   "更多", "全部",
                                       "返回", "帮助", "退订", "?", "stop", "help"};

}  // namespace

bool is_reserved_keyword(std::string_view keyword) {
  const auto normal = normalise(keyword);
  if (std::find(reserved_words.begin(), reserved_words.end(), normal) != reserved_words.end()) return true;
  if (all_digits(without_signs(normal))) return true;
  // 三 or 第三项 asks for an item; but 八一, two numbers, may well be the name of a street.
  const auto selected = parse_selection(normal, {}, {});
  return selected && selected->ranges.size() == 1;
}

}  // namespace duanwen

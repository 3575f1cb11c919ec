#include "keywords/vocabulary/family_names.hpp"

#include <algorithm>
#include <iterator>

namespace duanwen {
namespace {

constexpr std::u32string_view of_one_character =
    U"王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚"
    U"卢姜崔"
    U"钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤";
constexpr std::u32string_view of_two_characters[] = {U"欧阳", U"上官", U"司马", U"诸葛",
                                                     U"东方", U"皇甫", U"慕容"};

bool is_han(char32_t c) { return c >= 0x4E00 && c <= 0x9FFF; }

}  // namespace

bool may_be_person(std::u32string_view word) {
  if (word.size() < 2 || !std::all_of(word.begin(), word.end(), is_han)) return false;
  const auto first = word.substr(0, 2);
  const bool double_name = std::find(std::begin(of_two_characters), std::end(of_two_characters), first) !=
                           std::end(of_two_characters);
  if (double_name) return word.size() <= 4;
  return word.size() <= 3 && of_one_character.find(word.front()) != of_one_character.npos;
}

}  // namespace duanwen

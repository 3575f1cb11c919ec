#include "keywords/text/selection_words.hpp"

#include <initializer_list>
#include <unordered_map>
#include <utility>
#include <vector>

namespace duanwen {
namespace {

struct row {
  number_word is;
  std::initializer_list<std::u32string_view> words;
};

// Of one beginning the longest word counts, so that 不要看 is not 要, and 一下 not the number 一.
const row rows[] = {
    {number_word::around,
     {U"第",   U"项",     U"条",        U"个",      U"号",      U"款",      U"样",     U"我",     U"我们",
      U"俺",   U"给",     U"给我",      U"把",      U"请",      U"麻烦",    U"帮",     U"帮我",   U"先",
      U"然后", U"还",     U"也",        U"就",      U"是",      U"那",      U"那个",   U"这",     U"这个",
      U"的",   U"了",     U"吧",        U"呢",      U"嘛",      U"吗",      U"啊",     U"呀",     U"哈",
      U"哦",   U"嗯",     U"好",        U"好的",    U"行",      U"可以",    U"就行",   U"就可以", U"即可",
      U"回复", U"回",     U"按",        U"按键",    U"输入",    U"发送",    U"数字",   U"序号",   U"编号",
      U"编码", U"选项",   U"菜单",      U"详情",    U"详细",    U"内容",    U"资料",   U"信息",   U"一下",
      U"一份", U"各",     U"谢谢",      U"谢了",    U"多谢",    U"感谢",    U"告诉我", U"一起",   U"分别",
      U"同时", U"都",     U"业务",      U"事项",    U"项目",    U"点击",    U"那项",   U"这项",   U"那条",
      U"这条", U"服务",   U"项的",      U"选择",    U"您好",    U"你好",    U"单独",   U"分开",   U"no",
      U"nr",   U"number", U"item",      U"option",  U"pls",     U"plz",     U"please", U"ok",     U"okay",
      U"the",  U"thanks", U"thank you", U"show me", U"send me", U"give me", U"send",   U"show",   U"reply",
      U"press"}},
    {number_word::wanted, {U"要",   U"看",   U"查",   U"选",   U"发",     U"办",   U"问",   U"再看", U"再来",
                           U"再",   U"只要", U"只看", U"想要", U"想看",   U"需要", U"了解", U"查询", U"先看",
                           U"还要", U"还看", U"要看", U"想办", U"i want", U"only", U"just"}},
    {number_word::refused,
     {U"不要",   U"不看",   U"不用",   U"不选",   U"不办", U"不需要",      U"不想要",  U"不想看",
      U"不要看", U"不用看", U"不用发", U"不要发", U"别",   U"别发",        U"别看",    U"别要",
      U"莫要",   U"勿发",   U"不",     U"甭",     U"not",  U"no need for", U"but not", U"without"}},
    {number_word::all_but,
     {U"除", U"除了", U"除开", U"除去", U"去掉", U"排除", U"去除", U"扣除", U"all but", U"all except",
      U"except"}},
    {number_word::but_these, {U"以外", U"之外", U"除外", U"外"}},
    {number_word::the_others,
     {U"其他", U"其它", U"其余", U"剩下", U"剩下的", U"剩余", U"余下", U"别的", U"另外的", U"the rest",
      U"the others"}},
    {number_word::either, {U"或者", U"或", U"或是", U"还是", U"or"}},
    {number_word::from_front, {U"前", U"前面", U"头", U"最前", U"开头", U"first"}},
    {number_word::from_back, {U"后", U"后面", U"最后", U"末", U"末尾", U"倒数", U"last"}},
    {number_word::nth_last, {U"倒数第"}},
    {number_word::last,
     {U"最后一", U"最后一个", U"最后一项", U"最后一条", U"最后的", U"最后那个", U"最末", U"the last one",
      U"last one"}},
};

bool is_letter(char32_t c) { return c >= U'a' && c <= U'z'; }

bool stands_alone(std::u32string_view text, std::size_t at, std::u32string_view word) {
  const auto end = at + word.size();
  const bool joined_before = is_letter(word.front()) && at > 0 && is_letter(text[at - 1]);
  const bool joined_behind = is_letter(word.back()) && end < text.size() && is_letter(text[end]);
  return !joined_before && !joined_behind;
}

using words_by_first = std::unordered_map<char32_t, std::vector<std::pair<std::u32string_view, number_word>>>;

const words_by_first& the_words() {
  static const words_by_first words = [] {
    words_by_first sorted;
    for (const auto& [is, all] : rows)
      for (const auto word : all) sorted[word.front()].emplace_back(word, is);
    return sorted;
  }();
  return words;
}

}  // namespace

number_word_found number_word_at(std::u32string_view text, std::size_t at) {
  number_word_found longest;
  if (at >= text.size()) return longest;
  const auto begun = the_words().find(text[at]);
  if (begun == the_words().end()) return longest;
  for (const auto& [word, is] : begun->second)
    if (word.size() > longest.characters && text.substr(at).starts_with(word) && stands_alone(text, at, word))
      longest = {is, word.size()};
  return longest;
}

bool is_measure(char32_t c) {
  return std::u32string_view(U"项个条样种件号").find(c) != std::u32string_view::npos;
}

}  // namespace duanwen

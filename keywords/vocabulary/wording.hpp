#pragma once
// The sentences Duanwen says, in one language. Read from config/wording/*.toml; {name} marks what is filled
// in, in every sentence without names of its own {keyword}: a keyword of the directory, by way of example.

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace duanwen {

struct wording {
  std::string language = "zh-CN";
  std::string sender_name;  ///< signature where no department speaks, e.g. 短问
  std::string menu_hint;    ///< last line of a menu, e.g. 回数字看详情
  std::string more_hint;    ///< when there is more, e.g. 回M看更多
  std::string no_more;      ///< M with nothing waiting
  std::string help;
  std::string unknown;              ///< one short line that says what to text
  std::string number_without_menu;  ///< a bare number with no menu in view
  std::string no_such_number;       ///< {department} {numbers}, before the menu
  std::string item_moved;           ///< {number} {department} {item}
  std::string item_gone;            ///< {number}
  std::string empty_directory;      ///< {department} has no items
  std::string nothing_yet;   ///< instead of each sentence with a {keyword}, while no department is registered
  std::string too_often;     ///< resident_per_minute exceeded
  std::string did_you_mean;  ///< above the choices of a text that means none for sure
  std::string offers_hint;   ///< below them, where it costs nothing
  std::string emergency;     ///< says whom to call, before anything else
  std::string private_number;  ///< says not to send numbers of identity or bank cards
  std::vector<std::string> more_words, help_words, back_words, top_words, all_words, and_words, opt_out_words;
  std::vector<std::string> emergency_words;  ///< anywhere in a text, with no signs in them
  std::vector<std::string>
      notice_words;  ///< by which carriers' notices and auto-replies give themselves away
};

/// The same with every word of its lists as texts are compared with it: in its normal form, or as what is
/// found inside of texts in its keyword_form().
wording with_normal_words(wording words);

/// `text` with each {name} replaced by its value; unknown names stay as they are.
///   fill("没有{n}号", {{"n", "9"}}) == "没有9号"
std::string fill(std::string_view text,
                 std::initializer_list<std::pair<std::string_view, std::string_view>> values);

}  // namespace duanwen

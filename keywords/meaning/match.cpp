#include "keywords/meaning/match.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "keywords/text/digits.hpp"
#include "keywords/text/normalise.hpp"
#include "keywords/text/utf8.hpp"
#include "keywords/vocabulary/family_names.hpp"
#include "keywords/vocabulary/fillers.hpp"

namespace duanwen {
namespace {

std::vector<std::string> split(std::string_view normal) {
  std::vector<std::string> words(1);
  for (const char c : normal)
    if (c == ' ')
      words.emplace_back();
    else
      words.back() += c;
  std::erase(words, std::string());
  return words;
}

// 更 多 and 帮助? are commands too; 0-0 is not 00.
bool is_command(std::string_view normal, std::string_view form, const std::vector<std::string>& words) {
  return is_one_of(normal, words) ||
         (!form.empty() && std::none_of(form.begin(), form.end(), is_digit) && is_one_of(form, words));
}

std::optional<text_intent> command_in(std::string_view normal, std::string_view form, const wording& words) {
  const std::array<std::pair<const std::vector<std::string>*, text_intent>, 5> commands{{
      {&words.top_words, text_intent::top},
      {&words.back_words, text_intent::back},
      {&words.more_words, text_intent::more},
      {&words.help_words, text_intent::help},
      {&words.opt_out_words, text_intent::stop},
  }};
  for (const auto& [list, intent] : commands)
    if (is_command(normal, form, *list)) return intent;
  return std::nullopt;
}

// 回0, 按M: what is told to reply, with the word for replying before it.
std::optional<text_intent> command_behind_a_verb(std::string_view normal, const wording& words) {
  for (const std::string_view verb : {"回复", "回", "按", "输入", "reply ", "press "}) {
    if (!normal.starts_with(verb)) continue;
    const auto rest = normal.substr(verb.size());
    const auto found = command_in(rest, without_signs(std::string(rest)), words);
    if (found && found != text_intent::stop) return found;
  }
  return std::nullopt;
}

bool is_zero(const selection& s) { return !s.all && s.ranges == std::vector<number_range>{{0, 0}}; }

bool find_command_or_selection(std::string_view normal, const wording& words, understood& u) {
  auto command = command_in(normal, without_signs(std::string(normal)), words);
  if (!command) command = command_behind_a_verb(normal, words);
  if (!command) u.selected = parse_selection(normal, words.all_words, words.and_words);
  // 数字0, and o for 0.
  if (u.selected && is_zero(*u.selected) && normal.find('-') == normal.npos &&
      is_one_of("0", words.back_words))
    command = text_intent::back;
  if (command) u.selected = std::nullopt;
  u.intent = command ? *command : u.selected ? text_intent::selection : text_intent::nothing;
  return u.intent != text_intent::nothing;
}

// 1 张三: a text of numbers and of who sent it, without the names; nothing where there is none.
std::string without_persons(std::string_view normal) {
  std::string rest;
  bool person = false;
  for (const auto& word : split(normal)) {
    const bool named = may_be_person(to_code_points(word));
    person = person || named;
    if (!named) rest += ' ' + word;
  }
  const bool digits = std::any_of(rest.begin(), rest.end(), is_digit);
  return person && digits ? rest : std::string();
}

// The longest keyword that nothing but a selection follows.
void find_direct_form(const snapshot& directory, std::string_view normal, const wording& words,
                      understood& u) {
  std::string_view begins = u.form;
  while (true) {
    const auto [keyword, length] = directory.longest_keyword(begins);
    if (!keyword) return;
    const auto cut = end_of(normal, length);
    const auto rest = normal.substr(cut);
    // A number that begins in the keyword is not cut: 路口12 is not item 2 of 路口1.
    const bool in_a_number = cut > 0 && !rest.empty() && is_digit(normal[cut - 1]) && is_digit(rest.front());
    if (!in_a_number) u.selected = parse_selection(rest, words.all_words, words.and_words);
    if (!u.selected && !in_a_number)
      if (const auto anonymous = without_persons(rest); !anonymous.empty())
        u.selected = parse_selection(anonymous, words.all_words, words.and_words);
    if (u.selected) {
      u.intent = text_intent::keyword;
      u.keyword = *keyword;
      return;
    }
    begins = begins.substr(0, length - 1);
  }
}

}  // namespace

std::size_t end_of(std::string_view normal, std::size_t form_octets) {
  std::size_t at = 0;
  for (; form_octets > 0; ++at)
    if (!is_sign(normal[at])) --form_octets;
  return at;
}

std::vector<std::string> parted(std::string_view normal, const std::vector<std::string>& and_words) {
  std::vector<std::string> parts(1);
  const auto and_word_at = [&](std::size_t at) -> std::size_t {
    if (is_sign(normal[at])) return 1;
    for (const auto& w : and_words)
      if (!w.empty() && normal.substr(at).starts_with(w)) return w.size();
    return 0;
  };
  for (std::size_t at = 0; at < normal.size();) {
    if (const auto octets = and_word_at(at)) {
      parts.emplace_back();
      at += octets;
    } else {
      parts.back() += normal[at++];
    }
  }
  std::erase(parts, std::string());
  return parts;
}

bool is_one_of(std::string_view normal, const std::vector<std::string>& words) {
  return std::any_of(words.begin(), words.end(), [&](const std::string& w) { return w == normal; });
}

understood understand(const snapshot& directory, std::string_view text, const wording& words) {
  understood u;
  u.raw = text;
  u.normal = normalise(text);
  const auto& normal = u.normal;
  u.form = without_signs(normal);
  if (const auto* keyword = directory.find_keyword(u.form)) {
    u.intent = text_intent::keyword;
    u.keyword = *keyword;
  } else if (!find_command_or_selection(normal, words, u)) {
    find_direct_form(directory, normal, words, u);
  }
  // 怎么用啊, 我要退订, 3，谢谢.
  const auto plainer =
      u.intent == text_intent::nothing ? with_fewer_fillers(normal) : std::vector<std::string>();
  for (std::size_t i = 1; i < plainer.size() && u.intent == text_intent::nothing; ++i)
    find_command_or_selection(plainer[i], words, u);
  if (const auto anonymous = without_persons(normal); u.intent == text_intent::nothing && !anonymous.empty())
    find_command_or_selection(std::string_view(anonymous).substr(1), words, u);
  return u;
}

}  // namespace duanwen

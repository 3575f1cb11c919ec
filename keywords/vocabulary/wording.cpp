#include "keywords/vocabulary/wording.hpp"

#include "keywords/text/normalise.hpp"

namespace duanwen {

namespace {

void put_in_form(std::vector<std::string>& words, std::string (*form)(std::string_view)) {
  for (auto& word : words) word = form(word);
  std::erase(words, "");
}

}  // namespace

wording with_normal_words(wording words) {
  for (auto* list : {&words.more_words, &words.help_words, &words.back_words, &words.top_words,
                     &words.all_words, &words.and_words, &words.opt_out_words})
    put_in_form(*list, normalise);
  // They are looked for inside of texts, whatever signs stand between.
  for (auto* list : {&words.emergency_words, &words.notice_words}) put_in_form(*list, keyword_form);
  return words;
}

std::string fill(std::string_view text,
                 std::initializer_list<std::pair<std::string_view, std::string_view>> values) {
  std::string filled;
  while (true) {
    const auto open = text.find('{');
    const auto close = open == text.npos ? text.npos : text.find('}', open);
    if (close == text.npos) return filled.append(text);
    filled.append(text.substr(0, open));
    const auto name = text.substr(open + 1, close - open - 1);
    auto said = text.substr(open, close - open + 1);
    for (const auto& [key, value] : values)
      if (key == name) said = value;
    filled.append(said);
    text.remove_prefix(close + 1);
  }
}

}  // namespace duanwen

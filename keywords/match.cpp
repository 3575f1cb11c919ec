#include "keywords/match.hpp"

#include <algorithm>
#include <array>

#include "keywords/normalise.hpp"

namespace duanwen {
namespace {

bool is_one_of(const std::string& normal, const std::vector<std::string>& words) {
  return std::any_of(words.begin(), words.end(),
                     [&](const std::string& w) { return normalise(w) == normal; });
}

std::vector<std::string> normalised(const std::vector<std::string>& words) {
  std::vector<std::string> normal;
  for (const auto& w : words) normal.push_back(normalise(w));
  return normal;
}

std::optional<selection> selection_in(std::string_view normal, const wording& words) {
  return parse_selection(normal, normalised(words.all_words), normalised(words.and_words));
}

// What stands behind the first `form_octets` octets of the keyword form, in the normal form.
std::string_view behind(std::string_view normal, std::size_t form_octets) {
  std::size_t at = 0;
  for (; at < normal.size() && form_octets > 0; ++at)
    if (normal[at] != ' ' && normal[at] != '-' && normal[at] != '?') --form_octets;
  return normal.substr(at);
}

}  // namespace

understood understand(const snapshot& directory, std::string_view text, const wording& words) {
  const auto normal = normalise(text);
  understood u;
  const std::array<std::pair<const std::vector<std::string>*, asked_for>, 4> commands{{
      {&words.top_words, asked_for::top},
      {&words.back_words, asked_for::back},
      {&words.more_words, asked_for::more},
      {&words.help_words, asked_for::help},
  }};
  for (const auto& [list, what] : commands)
    if (is_one_of(normal, *list)) {
      u.what = what;
      return u;
    }
  const auto form = keyword_form(text);
  if ((u.keyword = directory.find_keyword(form))) {
    u.what = asked_for::keyword;
    return u;
  }
  if ((u.selected = selection_in(normal, words))) {
    u.what = asked_for::selection;
    return u;
  }
  const auto [keyword, length] = directory.longest_keyword(form);
  if (!keyword) return u;
  auto rest = behind(normal, length);
  while (rest.starts_with(' ') || rest.starts_with('-')) rest.remove_prefix(1);
  if ((u.selected = selection_in(rest, words))) {
    u.what = asked_for::keyword;
    u.keyword = keyword;
  }
  return u;
}

}  // namespace duanwen

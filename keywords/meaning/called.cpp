#include "keywords/meaning/called.hpp"

#include <algorithm>

#include "keywords/text/normalise.hpp"

namespace duanwen {
namespace {

constexpr std::size_t called_octets_max = 1500;  // a long menu
constexpr std::size_t parts_max = 40;

struct called {
  std::string form;
  std::uint32_t number = 0;
};

// What residents may call the lines of the menu, in normal form, the first line's names first.
std::vector<called> names_in(const menu& m) {
  std::vector<called> names;
  for (const auto& line : m.lines) {
    if (!line.listed) continue;
    const auto& i = *line.leads_to;
    const auto add = [&](const std::string& name) { names.push_back({keyword_form(name), line.number}); };
    add(i.short_title);
    add(i.title);
    add(shown(line, title_kind::full));
    add(shown(line, title_kind::brief));
    for (const auto& synonym : i.synonyms) add(synonym);
  }
  return names;
}

std::optional<std::uint32_t> item_called(const std::vector<called>& names, const std::string& form) {
  const auto found =
      std::find_if(names.begin(), names.end(), [&form](const called& c) { return c.form == form; });
  return found == names.end() ? std::nullopt : std::optional(found->number);
}

}  // namespace

std::optional<selection> items_called(const menu& m, const understood& u, const wording& words) {
  if (u.form.empty() || u.normal.size() > called_octets_max) return std::nullopt;
  const auto names = names_in(m);
  if (const auto one = item_called(names, u.form)) return selection{false, {{*one, *one}}};
  const auto parts = parted(u.normal, words.and_words);
  if (parts.size() > parts_max) return std::nullopt;
  selection several;
  for (const auto& part : parts) {
    const auto one = item_called(names, part);
    if (!one) return std::nullopt;
    several.ranges.push_back({*one, *one});
  }
  return several.ranges.empty() ? std::nullopt : std::optional(several);
}

}  // namespace duanwen

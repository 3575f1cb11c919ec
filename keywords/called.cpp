#include "keywords/called.hpp"

#include <algorithm>

#include "keywords/normalise.hpp"

namespace duanwen {
namespace {

constexpr std::size_t called_octets_max = 1500;  // a long menu
constexpr std::size_t parts_max = 40;

std::optional<std::uint32_t> item_called(const menu& m, const std::string& form) {
  const auto is_it = [&form](const std::string& name) { return keyword_form(name) == form; };
  for (const auto& line : m.lines) {
    const auto& i = *line.leads_to;
    if (!line.listed) continue;
    if (is_it(i.short_title) || is_it(i.title) || is_it(shown(line, title_kind::full)) ||
        is_it(shown(line, title_kind::brief)) || std::any_of(i.synonyms.begin(), i.synonyms.end(), is_it))
      return line.number;
  }
  return std::nullopt;
}

}  // namespace

std::optional<selection> items_called(const menu& m, const understood& u, const wording& words) {
  if (u.form.empty() || u.normal.size() > called_octets_max) return std::nullopt;
  if (const auto one = item_called(m, u.form)) return selection{false, {{*one, *one}}};
  const auto parts = parted(u.normal, words.and_words);
  if (parts.size() > parts_max) return std::nullopt;
  selection several;
  for (const auto& part : parts) {
    const auto one = item_called(m, part);
    if (!one) return std::nullopt;
    several.ranges.push_back({*one, *one});
  }
  return several.ranges.empty() ? std::nullopt : std::optional(several);
}

}  // namespace duanwen

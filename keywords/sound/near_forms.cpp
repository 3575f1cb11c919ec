#include "keywords/sound/near_forms.hpp"

#include <algorithm>

#include "keywords/text/normalise.hpp"

namespace duanwen {
namespace {

constexpr std::size_t cores_put_together = 2, areas_put_together = 3, aliases_put_together = 16;
constexpr auto bureau = "局";

}  // namespace

void near_forms::add_form(const std::string& form, double handicap) {
  if (form.empty()) return;
  auto& known = all_.try_emplace(form, handicap).first->second;
  known = std::min(known, handicap);
}

void near_forms::add(const std::vector<std::string>& names, double handicap) {
  for (const auto& name : names) add_form(keyword_form(name), handicap);
}

void near_forms::add_with_ending(const std::string& short_name) {
  const auto form = keyword_form(short_name);
  if (!form.empty() && !form.ends_with(bureau)) add_form(form + bureau, put_together);
}

void near_forms::add_in_areas(const std::vector<std::string>& areas, std::vector<std::string> cores) {
  std::stable_sort(cores.begin(), cores.end(),
                   [](const auto& a, const auto& b) { return a.size() < b.size(); });
  cores.resize(std::min(cores.size(), cores_put_together));
  for (std::size_t i = 0; i < std::min(areas.size(), areas_put_together); ++i)
    for (const auto& core : cores) {
      add_form(areas[i] + core, put_together);
      if (!core.ends_with(bureau)) add_form(areas[i] + core + bureau, put_together);
    }
}

void near_forms::add_aliases(const std::string& short_name, const std::vector<std::string>& cores,
                             const std::vector<std::string>& aliases) {
  const auto form = keyword_form(short_name);
  const auto core = std::find_if(cores.begin(), cores.end(), [&form](const std::string& c) {
    return form.size() > c.size() && form.ends_with(c);
  });
  if (core == cores.end()) return;
  const auto area = form.substr(0, form.size() - core->size());
  for (std::size_t i = 0; i < std::min(aliases.size(), aliases_put_together); ++i)
    if (const auto alias = keyword_form(aliases[i]); !alias.starts_with(area))
      add_form(area + alias, put_together);
}

}  // namespace duanwen

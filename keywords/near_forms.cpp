#include "keywords/near_forms.hpp"

#include <algorithm>

#include "keywords/normalise.hpp"

namespace duanwen {
namespace {

constexpr std::size_t cores_put_together = 2, places_put_together = 3;
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

void near_forms::add_placed(const std::vector<std::string>& places, std::vector<std::string> cores) {
  std::stable_sort(cores.begin(), cores.end(),
                   [](const auto& a, const auto& b) { return a.size() < b.size(); });
  cores.resize(std::min(cores.size(), cores_put_together));
  for (std::size_t i = 0; i < std::min(places.size(), places_put_together); ++i)
    for (const auto& core : cores) {
      add_form(places[i] + core, put_together);
      if (!core.ends_with(bureau)) add_form(places[i] + core + bureau, put_together);
    }
}

}  // namespace duanwen

// Between two versions of a directory: no number is lost, and none is given again.
#include <algorithm>

#include "keywords/check.hpp"

namespace duanwen {
namespace {

template <class Numbered>
auto find_number(const std::vector<Numbered>& list, std::uint32_t number) {
  return std::find_if(list.begin(), list.end(), [number](const auto& one) { return one.number == number; });
}

template <class Numbered>
bool has_number(const std::vector<Numbered>& list, std::uint32_t number) {
  return find_number(list, number) != list.end();
}

void keep_retired(const department& old, department& now, const std::string& path,
                  std::vector<problem>& problems) {
  for (const auto& r : old.retired) {
    if (const auto back = find_number(now.items, r.number); back != now.items.end())
      problems.push_back(
          {path + ".items[" + std::to_string(back - now.items.begin()) + "].number",
           std::to_string(r.number) + " was given up and is never given again; take another number"});
    else if (!has_number(now.retired, r.number))
      now.retired.push_back(r);
  }
}

void retire_what_is_gone(const department& old, department& now) {
  for (const auto& i : old.items)
    if (!has_number(now.items, i.number) && !has_number(now.retired, i.number))
      now.retired.push_back({i.number, std::nullopt});
}

}  // namespace

std::vector<problem> keep_numbers_permanent(const directory& before, directory& now) {
  std::vector<problem> problems;
  for (std::size_t i = 0; i < now.departments.size(); ++i) {
    auto& d = now.departments[i];
    const auto old = std::find_if(before.departments.begin(), before.departments.end(),
                                  [&d](const department& b) { return b.id == d.id; });
    if (old == before.departments.end()) continue;
    keep_retired(*old, d, "departments[" + std::to_string(i) + "]", problems);
    retire_what_is_gone(*old, d);
  }
  return problems;
}

}  // namespace duanwen

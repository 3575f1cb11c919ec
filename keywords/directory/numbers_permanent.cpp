// Between two versions of a directory: no number is lost, and none is given again.
#include "keywords/directory/numbers_permanent.hpp"

#include <algorithm>
#include <set>

#include "keywords/directory/find_number.hpp"

namespace duanwen {
namespace {

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

const department* find_department(const directory& d, const std::string& id) {
  const auto found = std::find_if(d.departments.begin(), d.departments.end(),
                                  [&id](const department& one) { return one.id == id; });
  return found == d.departments.end() ? nullptr : &*found;
}

// What it numbered stays, for when it is opened again; what it referred to may go.
department closed(department gone) {
  gone.closed = true;
  gone.inherits = false;
  gone.area.clear();
  gone.keywords.clear();
  gone.aliases.clear();
  gone.overrides.clear();
  for (auto& r : gone.retired) r.moved_to.reset();
  return gone;
}

// A department that is there again replaces its closed self.
void reopen(directory& now) {
  std::set<std::string> open;
  for (const auto& d : now.departments)
    if (!d.closed) open.insert(d.id);
  std::erase_if(now.departments, [&open](const department& d) { return d.closed && open.contains(d.id); });
}

void close_what_is_gone(const directory& before, directory& now) {
  for (const auto& old : before.departments)
    if (!(old.items.empty() && old.retired.empty()) && !find_department(now, old.id))
      now.departments.push_back(closed(old));
}

}  // namespace

std::vector<problem> keep_numbers_permanent(const directory& before, directory& now) {
  std::vector<problem> problems;
  reopen(now);
  close_what_is_gone(before, now);
  for (std::size_t i = 0; i < now.departments.size(); ++i) {
    auto& d = now.departments[i];
    const auto* old = find_department(before, d.id);
    if (!old) continue;
    keep_retired(*old, d, "departments[" + std::to_string(i) + "]", problems);
    retire_what_is_gone(*old, d);
  }
  return problems;
}

}  // namespace duanwen

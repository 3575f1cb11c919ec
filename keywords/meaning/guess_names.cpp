#include "keywords/meaning/guess_names.hpp"

#include <algorithm>
#include <array>

#include "keywords/directory/name_endings.hpp"
#include "keywords/index/snapshot.hpp"
#include "keywords/meaning/guess_parts.hpp"
#include "keywords/text/normalise.hpp"
#include "keywords/vocabulary/fillers.hpp"

namespace duanwen {
namespace {

constexpr std::size_t bare_name_octets = 6;  // 国土
constexpr std::string_view bureau = "局";
constexpr std::array<std::string_view, 6> where_words = {"在", "住", "到", "去", "是", "来"};

template <class List, class Keep>
void narrow(List& some, const Keep& keep) {
  List kept;
  std::copy_if(some.begin(), some.end(), std::back_inserter(kept), keep);
  if (!kept.empty()) some = std::move(kept);
}

// What stands on one side of a name.
struct side {
  std::string plain;  // without fillers and signs
  area_list areas;    // where it is nothing but the name of an area
  bool is_nothing() const { return plain.empty() || !areas.empty(); }
};

class name_reader {
 public:
  name_reader(const snapshot& directory, std::string_view form, const named& n, const area* last)
      : directory_(directory),
        before_(read(form.substr(0, n.begin))),
        behind_(read(form.substr(n.end))),
        name_(form.substr(n.begin, n.end - n.begin)),
        last_(last) {
    found_.areas = n.areas;
    found_.departments = n.departments;
    found_.beside = std::string(form.substr(0, n.begin)) + std::string(form.substr(n.end));
    found_.in_front = before_.plain.empty();
    found_.without_area = n.areas.empty();
    found_.bare = n.areas.empty() && n.end - n.begin == bare_name_octets;
  }

  text_names run() {
    const bool level_named = std::any_of(of_level.begin(), of_level.end(),
                                         [&](const auto& l) { return l.first == before_.plain; });
    found_.alone = behind_.is_nothing() && (before_.is_nothing() || level_named);
    found_.behind_unknown = behind_.is_nothing() && is_area_like(before_.plain);
    for (const auto* beside : {&before_, &behind_}) narrow_to(beside->areas);
    if (found_.areas.empty()) narrow_by_level();
    if (found_.departments.empty()) narrow_to_last();
    if (found_.areas.empty()) found_.departments = meant_in(directory_, found_.departments, last_);
    return std::move(found_);
  }

 private:
  static constexpr std::array<std::pair<std::string_view, area_level>, 4> of_level{
      {{"区", area_level::district},
       {"镇", area_level::township},
       {"乡", area_level::township},
       {"街道", area_level::township}}};

  side read(std::string_view form) const {
    side s{without_signs(without_fillers(form)), {}};
    const auto n = directory_.names().name_at(s.plain);
    if (!n || !n->departments.empty()) return s;
    const auto rest = std::string_view(s.plain).substr(n->end);
    if (rest.size() == ending_at(rest)) s.areas = n->areas;  // 公安局龙泉驿区分局
    return s;
  }

  // 国土龙泉, 双桥村柏合.
  void narrow_to(const area_list& areas) {
    if (areas.empty()) return;
    if (found_.departments.empty()) {
      narrow(found_.areas, [&](const area* a) {
        return std::any_of(areas.begin(), areas.end(), [&](const area* upper) {
          return a == upper || directory_.names().is_below(*a, *upper);
        });
      });
    } else if (found_.areas.empty()) {
      department_list there;
      for (const auto* area : areas)
        for (const auto* d : directory_.names().nearest(found_.departments, *area))
          if (std::find(there.begin(), there.end(), d) == there.end()) there.push_back(d);
      if (there.empty()) return;
      found_.departments = std::move(there);
      found_.areas = areas;
    }
  }

  // 双桥村 is the one nearest to the last area: within it, or within the same township.
  void narrow_to_last() {
    for (const auto* near = last_; near && found_.areas.size() > 1;
         near = directory_.find_area(near->parent)) {
      const auto all = found_.areas.size();
      narrow(found_.areas,
             [&](const area* a) { return a == near || directory_.names().is_below(*a, *near); });
      if (found_.areas.size() < all) return;
    }
  }

  // 区国土局; and a bureau without area is the one that others inherit from, since those are offices.
  void narrow_by_level() {
    for (const auto& [word, level] : of_level)
      if (before_.plain == word)
        narrow(found_.departments, [&, wanted = level](const department* d) {
          const auto* area = directory_.find_area(d->area);
          return area && area->level == wanted;
        });
    if (name_.ends_with(bureau) && !last_)
      narrow(found_.departments, [](const department* d) { return !d->inherits; });
  }

  const snapshot& directory_;
  const side before_, behind_;
  const std::string_view name_;
  const area* last_;
  text_names found_;
};

// 茶店 is in 奶茶店 too: two characters are an area behind fillers or 在, or at the end.
bool is_part_of_a_word(std::string_view form, const named& n) {
  if (!n.departments.empty() || n.end - n.begin > bare_name_octets) return false;
  const auto before = form.substr(0, n.begin);
  if (is_chatter(before) || is_chatter(form.substr(n.end))) return false;
  return std::none_of(where_words.begin(), where_words.end(),
                      [before](std::string_view w) { return before.ends_with(w); });
}

}  // namespace

std::optional<text_names> names_in(const snapshot& directory, std::string_view form, const area* last) {
  const auto n = directory.names().find_name(form);
  if (!n || is_part_of_a_word(form, *n)) return std::nullopt;
  return name_reader(directory, form, *n, last).run();
}

department_list meant_in(const snapshot& directory, const department_list& some, const area* last) {
  if (some.size() < 2 || !last) return some;
  auto there = directory.names().nearest(some, *last);
  return there.empty() ? some : there;
}

void keep_meant(std::vector<near_target>& near, double margin, const snapshot& directory, const area* last) {
  department_list alike;
  for (const auto& n : near)
    if (n.to.department && n.cost - near.front().cost < margin) alike.push_back(n.to.department);
  const auto meant = meant_in(directory, alike, last);
  std::erase_if(near, [&](const near_target& n) {
    const auto has = [&](const department_list& l) {
      return std::find(l.begin(), l.end(), n.to.department) != l.end();
    };
    return has(alike) && !has(meant);
  });
}

}  // namespace duanwen

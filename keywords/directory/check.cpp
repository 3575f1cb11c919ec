// Goes over a document once and collects what is wrong with it; keywords are looked at in check_keywords.cpp.
#include "keywords/directory/check.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <unordered_map>

#include "keywords/directory/check_keywords.hpp"
#include "keywords/directory/inherit.hpp"
#include "keywords/text/utf8.hpp"

namespace duanwen {
namespace {

constexpr std::size_t id_octets_max = 64;
constexpr std::size_t name_characters_max = 60;

std::string at(const std::string& list, std::size_t index, const std::string& member = {}) {
  return list + "[" + std::to_string(index) + "]" + (member.empty() ? "" : "." + member);
}

bool is_id(std::string_view id) {
  return !id.empty() && id.size() <= id_octets_max && std::all_of(id.begin(), id.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '_' || c == '.';
  });
}

class checker {
 public:
  checker(const directory& d, const directory_limits& l) : document_(d), inherited_(d), limits_(l) {
    for (const auto& a : d.areas) areas_.emplace(a.id, &a);
    for (const auto* dept : inherited_.served()) {
      auto& numbers = numbers_[dept->id];
      for (const auto& i : dept->items) numbers.emplace(i.number, nullptr);
      for (const auto& r : dept->retired) numbers.emplace(r.number, &r);
    }
  }

  std::vector<problem> run() {
    check_areas();
    for (std::size_t i = 0; i < document_.departments.size(); ++i) check_department(i);
    for (std::size_t i = 0; i < document_.themes.size(); ++i) check_theme(i);
    auto of_keywords = check_keywords(document_, limits_);
    problems_.insert(problems_.end(), std::make_move_iterator(of_keywords.begin()),
                     std::make_move_iterator(of_keywords.end()));
    return std::move(problems_);
  }

 private:
  void complain(std::string path, std::string message) {
    problems_.push_back({std::move(path), std::move(message)});
  }

  void check_id(const std::string& path, const std::string& id, std::set<std::string>& seen) {
    if (!is_id(id))
      complain(path, "must be 1 to 64 of a-z A-Z 0-9 - _ .");
    else if (!seen.insert(id).second)
      complain(path, "is used twice: " + id);
  }

  void check_length(const std::string& path, const std::string& text, std::size_t most) {
    if (const auto n = to_code_points(text).size(); n > most)
      complain(path,
               "has " + std::to_string(n) + " characters, at most " + std::to_string(most) + " are allowed");
  }

  void check_text(const std::string& path, const std::string& text, std::size_t most) {
    if (text.empty()) complain(path, "is missing");
    check_length(path, text, most);
  }

  void check_areas() {
    std::set<std::string> seen;
    for (std::size_t i = 0; i < document_.areas.size(); ++i) {
      const auto& a = document_.areas[i];
      check_id(at("areas", i, "id"), a.id, seen);
      check_length(at("areas", i, "name"), a.name, name_characters_max);
      check_length(at("areas", i, "agent"), a.agent, limits_.details_characters_max);
      if (!a.parent.empty() && !areas_.contains(a.parent))
        complain(at("areas", i, "parent"), "there is no area " + a.parent);
      else if (is_above_itself(a))
        complain(at("areas", i, "parent"), "is above itself");
    }
  }

  bool is_above_itself(const area& area) const {
    std::set<std::string_view> above;
    for (const auto* a = &area; !a->parent.empty();) {
      if (!above.insert(a->id).second) return true;
      const auto up = areas_.find(a->parent);
      if (up == areas_.end()) return false;
      a = up->second;
    }
    return false;
  }

  void check_department(std::size_t index) {
    const auto& d = document_.departments[index];
    const auto path = at("departments", index);
    check_id(path + ".id", d.id, seen_departments_);
    check_text(path + ".name", d.name, name_characters_max);
    check_length(path + ".short_name", d.short_name, limits_.title_characters_max);
    if (!d.area.empty() && !areas_.contains(d.area)) complain(path + ".area", "there is no area " + d.area);
    std::set<std::uint32_t> seen;
    for (std::size_t i = 0; i < d.retired.size(); ++i)
      check_retired(at(path + ".retired", i), d.retired[i], seen);
    for (std::size_t i = 0; i < d.items.size(); ++i) check_item(at(path + ".items", i), d, d.items[i], seen);
    check_heir(path, d);
  }

  void check_heir(const std::string& path, const department& d) {
    const auto* above = d.inherits ? inherited_.above(d) : nullptr;
    if (d.inherits && !above)
      complain(path + ".inherits", "there is no " + d.name + " in the area above to inherit from");
    for (std::size_t i = 0; i < d.overrides.size(); ++i) {
      const auto& o = d.overrides[i];
      const auto override_path = at(path + ".overrides", i);
      if (!above || !numbers_[above->id].contains(o.number))
        complain(override_path + ".number", std::to_string(o.number) + " is not inherited");
      check_length(override_path + ".title", o.title, limits_.title_characters_max);
      check_length(override_path + ".short_title", o.short_title, limits_.title_characters_max);
      check_length(override_path + ".details", o.details, limits_.details_characters_max);
    }
    for (std::size_t i = 0; above && i < d.items.size(); ++i)
      if (numbers_[above->id].contains(d.items[i].number))
        complain(at(path + ".items", i, "number"),
                 std::to_string(d.items[i].number) + " is inherited from " + above->id);
  }

  void check_number(const std::string& path, std::uint32_t number, std::set<std::uint32_t>& seen) {
    if (number < 1 || number > limits_.item_number_max)
      complain(path, "must be 1 to " + std::to_string(limits_.item_number_max));
    else if (!seen.insert(number).second)
      complain(path, std::to_string(number) + " is used twice or retired; numbers are permanent");
  }

  void check_retired(const std::string& path, const retired_item& r, std::set<std::uint32_t>& seen) {
    check_number(path + ".number", r.number, seen);
    if (r.moved_to) check_reference(path + ".moved_to", r.moved_to->department, r.moved_to->item);
  }

  void check_item(const std::string& path, const department& of, const item& i,
                  std::set<std::uint32_t>& seen) {
    check_number(path + ".number", i.number, seen);
    if (of.inherits && i.number < first_own_number_of_heir)
      complain(path + ".number", "the own items of a department that inherits begin at 201");
    check_text(path + ".title", i.title, limits_.title_characters_max);
    check_length(path + ".short_title", i.short_title, limits_.title_characters_max);
    check_text(path + ".details", i.details, limits_.details_characters_max);
  }

  // A number that has been retired is still there: it answers where it went.
  void check_reference(const std::string& path, const std::string& dept, std::uint32_t number) {
    const auto found = numbers_.find(dept);
    if (found == numbers_.end())
      complain(path + ".department", "there is no department " + dept);
    else if (!found->second.contains(number))
      complain(path + ".item", dept + " has no item " + std::to_string(number));
  }

  bool leads_to_an_item(std::string dept, std::uint32_t number) const {
    for (std::size_t moves = 0; moves <= numbers_.size(); ++moves) {
      const auto there = numbers_.find(dept);
      if (there == numbers_.end()) return false;
      const auto found = there->second.find(number);
      if (found == there->second.end()) return false;
      if (!found->second) return true;
      if (!found->second->moved_to) return false;
      dept = found->second->moved_to->department;
      number = found->second->moved_to->item;
    }
    return false;
  }

  void check_theme(std::size_t index) {
    const auto& t = document_.themes[index];
    const auto path = at("themes", index);
    check_id(path + ".id", t.id, seen_themes_);
    check_length(path + ".name", t.name, name_characters_max);
    std::set<std::uint32_t> seen;
    for (std::size_t i = 0; i < t.entries.size(); ++i) {
      check_number(at(path + ".entries", i, "number"), t.entries[i].number, seen);
      const auto& e = t.entries[i];
      if (!numbers_.contains(e.department))
        complain(at(path + ".entries", i, "department"), "there is no department " + e.department);
      else if (!leads_to_an_item(e.department, e.item))
        complain(at(path + ".entries", i, "item"), e.department + " has no item " + std::to_string(e.item));
    }
  }

  const directory& document_;
  const inheritance inherited_;
  const directory_limits& limits_;
  std::vector<problem> problems_;
  std::set<std::string> seen_departments_, seen_themes_;
  std::unordered_map<std::string, const area*> areas_;
  // By department: what each number was retired to, or null for an item.
  std::unordered_map<std::string, std::map<std::uint32_t, const retired_item*>> numbers_;
};

}  // namespace

std::vector<problem> check_directory(const directory& document, const directory_limits& limits) {
  return checker(document, limits).run();
}

}  // namespace duanwen

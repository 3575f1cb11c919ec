#include "keywords/check.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "keywords/normalise.hpp"
#include "keywords/utf8.hpp"

namespace duanwen {
namespace {

constexpr std::array reserved_words = {"0",    "00",   "m",    "t", "td",   "更多", "全部",
                                       "返回", "帮助", "退订", "?", "stop", "help"};
constexpr std::uint32_t first_own_number_of_heir = 201;
constexpr std::size_t id_octets_max = 64;

std::string at(const std::string& list, std::size_t index, const std::string& member = {}) {
  return list + "[" + std::to_string(index) + "]" + (member.empty() ? "" : "." + member);
}

bool is_id(std::string_view id) {
  return !id.empty() && id.size() <= id_octets_max && std::all_of(id.begin(), id.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '_' || c == '.';
  });
}

// Goes over a document once and collects what is wrong with it.
class checker {
 public:
  checker(const directory& d, const directory_limits& l) : document_(d), limits_(l) {}

  std::vector<problem> run() {
    for (const auto& a : document_.areas) areas_.insert(a.id);
    for (const auto& d : document_.departments)
      for (const auto& i : d.items) items_[d.id].insert(i.number);
    for (const auto& d : document_.departments) departments_.insert(d.id);
    check_areas();
    for (std::size_t i = 0; i < document_.departments.size(); ++i) check_department(i);
    for (std::size_t i = 0; i < document_.themes.size(); ++i) check_theme(i);
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

  void check_name(const std::string& path, const std::string& name) {
    if (name.empty()) complain(path, "is missing");
  }

  void check_areas() {
    std::set<std::string> seen;
    for (std::size_t i = 0; i < document_.areas.size(); ++i) {
      const auto& a = document_.areas[i];
      check_id(at("areas", i, "id"), a.id, seen);
      if (!a.parent.empty() && !areas_.contains(a.parent))
        complain(at("areas", i, "parent"), "there is no area " + a.parent);
      check_loop(i);
      check_keywords(at("areas", i), a.keywords, "area " + a.id);
    }
  }

  void check_loop(std::size_t index) {
    std::set<std::string> above;
    for (const auto* a = &document_.areas[index]; a && !a->parent.empty();) {
      if (!above.insert(a->id).second) {
        complain(at("areas", index, "parent"), "is above itself");
        return;
      }
      const auto up = std::find_if(document_.areas.begin(), document_.areas.end(),
                                   [&](const area& other) { return other.id == a->parent; });
      a = up == document_.areas.end() ? nullptr : &*up;
    }
  }

  void check_keywords(const std::string& path, const std::vector<std::string>& keywords,
                      const std::string& owner) {
    for (std::size_t i = 0; i < keywords.size(); ++i) {
      const auto place = at(path + ".keywords", i);
      const auto form = keyword_form(keywords[i]);
      check_length(place, keywords[i], limits_.keyword_characters_max);
      if (form.empty())
        complain(place, "has no letter or digit");
      else if (is_reserved_keyword(keywords[i]))
        complain(place, "is reserved: " + keywords[i]);
      else if (const auto [found, fresh] = keywords_.emplace(form, owner); !fresh)
        complain(place, keywords[i] + " is taken by " + found->second);
    }
  }

  void check_department(std::size_t index) {
    const auto& d = document_.departments[index];
    const auto path = at("departments", index);
    check_id(path + ".id", d.id, seen_departments_);
    check_name(path + ".name", d.name);
    check_length(path + ".short_name", d.short_name, limits_.title_characters_max);
    if (!d.area.empty() && !areas_.contains(d.area)) complain(path + ".area", "there is no area " + d.area);
    check_keywords(path, d.keywords, "department " + d.id);
    std::set<std::uint32_t> seen;
    for (std::size_t i = 0; i < d.retired.size(); ++i)
      check_retired(at(path + ".retired", i), d.retired[i], seen);
    for (std::size_t i = 0; i < d.items.size(); ++i) check_item(at(path + ".items", i), d, d.items[i], seen);
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
    if (i.title.empty()) complain(path + ".title", "is missing");
    if (i.details.empty()) complain(path + ".details", "is missing");
    check_length(path + ".title", i.title, limits_.title_characters_max);
    check_length(path + ".short_title", i.short_title, limits_.title_characters_max);
    check_length(path + ".details", i.details, limits_.details_characters_max);
  }

  void check_reference(const std::string& path, const std::string& dept, std::uint32_t number) {
    if (!departments_.contains(dept))
      complain(path + ".department", "there is no department " + dept);
    else if (!items_[dept].contains(number))
      complain(path + ".item", dept + " has no item " + std::to_string(number));
  }

  void check_theme(std::size_t index) {
    const auto& t = document_.themes[index];
    const auto path = at("themes", index);
    check_id(path + ".id", t.id, seen_themes_);
    check_keywords(path, t.keywords, "theme " + t.id);
    std::set<std::uint32_t> seen;
    for (std::size_t i = 0; i < t.entries.size(); ++i) {
      check_number(at(path + ".entries", i, "number"), t.entries[i].number, seen);
      check_reference(at(path + ".entries", i), t.entries[i].department, t.entries[i].item);
    }
  }

  const directory& document_;
  const directory_limits& limits_;
  std::vector<problem> problems_;
  std::set<std::string> areas_, departments_, seen_departments_, seen_themes_;
  std::map<std::string, std::set<std::uint32_t>> items_;
  std::map<std::string, std::string> keywords_;  // form → whose it is
};

}  // namespace

std::vector<problem> check_directory(const directory& document, const directory_limits& limits) {
  return checker(document, limits).run();
}

bool is_reserved_keyword(std::string_view keyword) {
  const auto normal = normalise(keyword);
  const bool digits = !normal.empty() && std::all_of(normal.begin(), normal.end(), [](char c) {
    return (c >= '0' && c <= '9') || c == ' ';
  });
  return digits || std::find(reserved_words.begin(), reserved_words.end(), normal) != reserved_words.end();
}

std::vector<problem> keep_numbers_permanent(const directory& before, directory& now) {
  std::vector<problem> problems;
  for (const auto& old : before.departments) {
    const auto found = std::find_if(now.departments.begin(), now.departments.end(),
                                    [&](const department& d) { return d.id == old.id; });
    if (found == now.departments.end()) continue;
    const auto index = static_cast<std::size_t>(found - now.departments.begin());
    const auto is_retired = [&](std::uint32_t n) {
      return std::any_of(found->retired.begin(), found->retired.end(),
                         [n](const auto& r) { return r.number == n; });
    };
    const auto item_of = [&](std::uint32_t n) {
      return std::find_if(found->items.begin(), found->items.end(),
                          [n](const item& i) { return i.number == n; });
    };
    for (const auto& r : old.retired) {
      if (const auto back = item_of(r.number); back != found->items.end())
        problems.push_back(
            {at(at("departments", index, "items"), static_cast<std::size_t>(back - found->items.begin()),
                "number"),
             std::to_string(r.number) + " was given up and is never given again; take another number"});
      else if (!is_retired(r.number))
        found->retired.push_back(r);
    }
    for (const auto& i : old.items)
      if (item_of(i.number) == found->items.end() && !is_retired(i.number))
        found->retired.push_back({i.number, std::nullopt});
  }
  return problems;
}

}  // namespace duanwen

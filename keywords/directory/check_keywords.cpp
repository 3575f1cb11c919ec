#include "keywords/directory/check_keywords.hpp"

#include <map>

#include "keywords/directory/reserved.hpp"
#include "keywords/text/normalise.hpp"
#include "keywords/text/selection.hpp"
#include "keywords/text/utf8.hpp"

namespace duanwen {
namespace {

template <class Entities>
void collect(const Entities& entities, const std::string& list, const std::string& kind,
             std::vector<registration>& into) {
  for (std::size_t i = 0; i < entities.size(); ++i)
    for (std::size_t k = 0; k < entities[i].keywords.size(); ++k) {
      const auto& keyword = entities[i].keywords[k];
      into.push_back({list + "[" + std::to_string(i) + "].keywords[" + std::to_string(k) + "]", keyword,
                      keyword_form(keyword), list, kind, entities[i].id, entities[i].name});
    }
}

std::string wrong_with(const registration& r, const directory_limits& limits) {
  const auto length = to_code_points(r.keyword).size();
  if (length > limits.keyword_characters_max)
    return "has " + std::to_string(length) + " characters, at most " +
           std::to_string(limits.keyword_characters_max) + " are allowed";
  if (is_reserved_keyword(r.keyword)) return "is reserved: " + r.keyword;
  if (r.form.empty()) return "has no letter or digit";
  return {};
}

using owners = std::map<std::string, const registration*>;

// The shorter keyword that, with a number behind it, reads as this one: 龙泉国土 for 龙泉国土3.
const registration* confused_with(const registration& r, const owners& by_form) {
  for (std::size_t length = r.form.size() - 1; length > 0; --length) {
    const auto shorter = by_form.find(r.form.substr(0, length));
    if (shorter == by_form.end()) continue;
    if (parse_selection(std::string_view(r.form).substr(length), {}, {})) return shorter->second;
  }
  return nullptr;
}

}  // namespace

std::vector<registration> registrations_of(const directory& document) {
  std::vector<registration> all;
  collect(document.areas, "areas", "area", all);
  collect(document.departments, "departments", "department", all);
  collect(document.themes, "themes", "theme", all);
  return all;
}

std::vector<problem> check_keywords(const directory& document, const directory_limits& limits) {
  const auto all = registrations_of(document);
  std::vector<problem> problems;
  owners by_form;
  for (const auto& r : all) {
    if (auto wrong = wrong_with(r, limits); !wrong.empty())
      problems.push_back({r.path, std::move(wrong)});
    else if (const auto [found, fresh] = by_form.emplace(r.form, &r); !fresh)
      problems.push_back({r.path, r.keyword + " is taken by " + found->second->owner()});
  }
  for (const auto& [form, r] : by_form)
    if (const auto* shorter = confused_with(*r, by_form))
      problems.push_back({r->path, r->keyword + " would be confused with " + shorter->keyword + " of " +
                                       shorter->owner() + " and a number"});
  return problems;
}

}  // namespace duanwen

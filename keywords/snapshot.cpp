// The tables of a directory: ids, and every form that leads somewhere.
#include "keywords/snapshot.hpp"

#include <algorithm>
#include <set>

#include "keywords/check.hpp"
#include "keywords/inherit.hpp"
#include "keywords/normalise.hpp"
#include "keywords/utf8.hpp"

namespace duanwen {

snapshot::snapshot(std::uint64_t version, directory document)
    : version_(version), document_(std::move(document)), served_(with_inherited(document_)) {
  for (const auto& d : served_.departments) departments_.emplace(d.id, &d);
  for (const auto& t : served_.themes) themes_.emplace(t.id, &t);
  for (const auto& a : served_.areas) areas_.emplace(a.id, &a);
  lead_by_names();
  lead_by_keywords();
  for (const auto& [form, to] : keywords_) longest_form_ = std::max(longest_form_, form.size());
}

// Names lead where they are unique; a form that several lay claim to leads to none of them.
void snapshot::lead_by_names() {
  std::set<std::string> shared;
  const auto lead = [&](const std::string& name, const target& to) {
    const auto form = keyword_form(name);
    if (form.empty() || is_reserved_keyword(name)) return;
    const auto [at, fresh] = keywords_.try_emplace(form, to);
    if (!fresh && !(at->second == to)) shared.insert(form);
  };
  for (const auto& d : served_.departments) {
    const target to{target_kind::department, &d, nullptr, nullptr};
    lead(d.name, to);
    lead(d.short_name, to);
    for (const auto& alias : d.aliases) lead(alias, to);
  }
  for (const auto& t : served_.themes) lead(t.name, target{target_kind::theme, nullptr, &t, nullptr});
  for (const auto& a : served_.areas) {
    const target to{target_kind::area, nullptr, nullptr, &a};
    lead(a.name, to);
    for (const auto& alias : a.aliases) lead(alias, to);
  }
  for (const auto& form : shared) keywords_.erase(form);
}

// A registered keyword leads where it was registered for, whoever else is called so.
void snapshot::lead_by_keywords() {
  const auto lead = [&](const std::vector<std::string>& keywords, const target& to) {
    for (const auto& k : keywords)
      if (const auto form = keyword_form(k); !form.empty()) keywords_.insert_or_assign(form, to);
  };
  for (const auto& a : served_.areas) lead(a.keywords, target{target_kind::area, nullptr, nullptr, &a});
  for (const auto& t : served_.themes) lead(t.keywords, target{target_kind::theme, nullptr, &t, nullptr});
  for (const auto& d : served_.departments)
    lead(d.keywords, target{target_kind::department, &d, nullptr, nullptr});
}

const department* snapshot::find_department(std::string_view id) const {
  const auto found = departments_.find(id);
  return found == departments_.end() ? nullptr : found->second;
}

const theme* snapshot::find_theme(std::string_view id) const {
  const auto found = themes_.find(id);
  return found == themes_.end() ? nullptr : found->second;
}

const area* snapshot::find_area(std::string_view id) const {
  const auto found = areas_.find(id);
  return found == areas_.end() ? nullptr : found->second;
}

const target* snapshot::find_keyword(std::string_view form) const {
  const auto found = keywords_.find(form);
  return found == keywords_.end() ? nullptr : &found->second;
}

std::pair<const target*, std::size_t> snapshot::longest_keyword(std::string_view form) const {
  for (std::size_t length = std::min(longest_form_, form.size()); length > 0; --length)
    if (const auto* found = find_keyword(form.substr(0, length))) return {found, length};
  return {nullptr, 0};
}

std::string_view snapshot::example_keyword(bool ascii) const {
  std::string_view first;
  for (const auto& d : served_.departments)
    for (const auto& k : d.keywords) {
      if (!ascii || is_ascii(k)) return k;
      if (first.empty()) first = k;
    }
  return first;
}

}  // namespace duanwen

// Matching paths against the table; and who may.
#include "admin/routing/routes.hpp"

#include "config/addresses/percent.hpp"

namespace duanwen {

namespace {

std::vector<std::string_view> segments_of(std::string_view path) {
  std::vector<std::string_view> segments;
  while (!path.empty()) {
    path.remove_prefix(1);  // the slash
    const auto end = path.find('/');
    segments.push_back(path.substr(0, end));
    path = end == path.npos ? std::string_view() : path.substr(end);
  }
  return segments;
}

bool is_name(std::string_view segment) { return segment.starts_with('{'); }

std::optional<std::vector<std::string>> match(std::string_view pattern,
                                              const std::vector<std::string_view>& segments) {
  const auto wanted = segments_of(pattern);
  if (wanted.size() != segments.size()) return std::nullopt;
  std::vector<std::string> names;
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    const auto found = decode_percents(segments[i]).octets;
    if (is_name(wanted[i]) && !found.empty())
      names.push_back(found);
    else if (wanted[i] != found)
      return std::nullopt;
  }
  return names;
}

}  // namespace

routed find_route(std::string_view method, std::string_view target) {
  const auto segments = segments_of(target.substr(0, target.find_first_of("?#")));
  routed result;
  for (const auto& candidate : routes()) {
    auto names = match(candidate.path, segments);
    if (!names) continue;
    result.allowed.emplace_back(candidate.method);
    if (candidate.method != method) continue;
    result.found = &candidate;
    result.names = std::move(*names);
  }
  return result;
}

bool may_edit_department(const token_record& who, const std::string& department) {
  if (who.role == token_role::admin) return true;
  return who.role == token_role::editor && (who.department.empty() || who.department == department);
}

bool may_use(access needed, const token_record& who, const std::vector<std::string>& names) {
  switch (needed) {
    case access::open:
    case access::monitor:
    case access::viewer:
      return true;
    case access::editor:
      return who.role != token_role::viewer;
    case access::editor_of_department:
      return may_edit_department(who, names.at(0));
    case access::admin:
      return who.role == token_role::admin;
  }
  return false;
}

}  // namespace duanwen

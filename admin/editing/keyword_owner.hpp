#pragma once
// Who has a keyword: department, theme or area, by the keyword's normal form.

#include <optional>
#include <string>
#include <string_view>

#include "keywords/directory/directory.hpp"
#include "keywords/index/snapshot.hpp"

namespace duanwen {

struct keyword_owner {
  target_kind kind = target_kind::department;
  std::string id;
  std::string name;
  std::string keyword;  ///< as it is registered, which may be another spelling of the same form
};

/// Looks through all keywords, so that it is as new as `document`. Pure.
std::optional<keyword_owner> find_owner(const directory& document, std::string_view keyword);

/// "department", "theme", "area".
const char* name_of(target_kind kind);

/// The keywords of one owner; null when there is no such owner.
std::vector<std::string>* keywords_of(directory& document, target_kind kind, std::string_view id);

}  // namespace duanwen

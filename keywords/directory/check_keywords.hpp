#pragma once
// That every keyword leads to one target only, and is not taken for another with a number behind it. Pure.

#include <string>
#include <vector>

#include "keywords/directory/directory.hpp"
#include "keywords/directory/limits.hpp"

namespace duanwen {

/// A keyword where the document registers it.
struct registration {
  std::string path;  ///< departments[3].keywords[0]
  std::string keyword, form;
  std::string list;  ///< "departments"
  std::string kind;  ///< "department"
  std::string id;    ///< of whose keyword it is
  std::string name;
  std::string owner() const { return kind + ' ' + id; }
};

/// All keywords, in the document's order: those of areas, departments, themes.
std::vector<registration> registrations_of(const directory& document);

std::vector<problem> check_keywords(const directory& document, const directory_limits& limits);

}  // namespace duanwen

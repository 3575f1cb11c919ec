#pragma once
// A row of a table of golden cases → its fields.

#include <sstream>
#include <string>
#include <vector>

namespace duanwen::golden {

inline std::vector<std::string> split(const std::string& text, char by) {
  std::vector<std::string> parts;
  std::istringstream in(text);
  for (std::string part; std::getline(in, part, by);) parts.push_back(part);
  return parts;
}

}  // namespace duanwen::golden

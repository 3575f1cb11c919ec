#pragma once
// Texts of a wanted length.

#include <string>

namespace duanwen::test {

inline std::string times(std::size_t n, const std::string& text) {
  std::string all;
  for (std::size_t i = 0; i < n; ++i) all += text;
  return all;
}

}  // namespace duanwen::test

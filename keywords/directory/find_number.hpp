#pragma once
// Items, retired numbers and overrides by their number. Pure.

#include <algorithm>
#include <cstdint>
#include <vector>

namespace duanwen {

template <class Numbered>
auto find_number(const std::vector<Numbered>& list, std::uint32_t number) {
  return std::find_if(list.begin(), list.end(), [number](const auto& one) { return one.number == number; });
}

template <class Numbered>
bool has_number(const std::vector<Numbered>& list, std::uint32_t number) {
  return find_number(list, number) != list.end();
}

}  // namespace duanwen

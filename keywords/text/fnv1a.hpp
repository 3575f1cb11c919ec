#pragma once
// FNV-1a: the same octets give the same number in every process and version, so that it may be stored and
// compared. (std::hash and boost::hash promise that for one run only.) Against hash flooding use
// storage/salted_hash. Pure, any thread.

#include <cstdint>
#include <string_view>

namespace duanwen {

constexpr std::uint32_t fnv1a_32(std::string_view octets) {
  std::uint32_t hash = 0x811C9DC5u;
  for (const char c : octets) hash = (hash ^ static_cast<unsigned char>(c)) * 0x01000193u;
  return hash;
}

constexpr std::uint64_t fnv1a_64(std::string_view octets) {
  std::uint64_t hash = 0xCBF29CE484222325u;
  for (const char c : octets) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3u;
  return hash;
}

}  // namespace duanwen

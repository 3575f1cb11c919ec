#pragma once
// Hashes that differ from process to process, so that nobody can choose keys that all fall together. Any
// thread.

#include <cstdint>
#include <functional>
#include <random>
#include <string>

namespace duanwen {

struct salted_hash {
  std::size_t operator()(const std::string& key) const {
    static const std::uint64_t salt = std::uint64_t{std::random_device()()} << 32 | std::random_device()();
    return std::hash<std::string>()(key) ^ salt;
  }
};

}  // namespace duanwen

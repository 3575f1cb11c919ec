#pragma once
// A file as it is.

#include <cstddef>
#include <optional>
#include <string>

namespace duanwen {

/// Nothing when `path` cannot be read or has more than `octets_max`.
std::optional<std::string> read_file(const std::string& path, std::size_t octets_max);

}  // namespace duanwen

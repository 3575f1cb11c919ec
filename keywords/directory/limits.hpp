#pragma once
// How long and how large the parts of a directory document may be.

#include <cstddef>
#include <cstdint>

namespace duanwen {

/// Limits of a directory document; each is a setting of `[directory]`.
struct directory_limits {
  std::size_t title_characters_max = 20;
  std::size_t details_characters_max = 1000;
  std::size_t keyword_characters_max = 20;
  std::uint32_t item_number_max = 9999;
};

}  // namespace duanwen

#pragma once
// Octets spelled as %XX, as URLs spell them. (Boost.URL's decoding takes only what is well-formed; paths of
// requests need not be.) Pure.

#include <string>
#include <string_view>

namespace duanwen {

struct decoded_percents {
  std::string octets;
  bool well_formed = true;  ///< two hexadecimal digits stood behind every %
};

/// `%E9%BE%99` → 龙; a % without two hexadecimal digits behind it stays as it is.
decoded_percents decode_percents(std::string_view text);

}  // namespace duanwen

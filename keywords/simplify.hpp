#pragma once
// Traditional characters → simplified ones. Any thread.

#include <string>
#include <string_view>

namespace duanwen {

/// OpenCC's t2s, asked only when a character of `utf8` (well-formed, without NUL) is not simplified already.
std::string simplify(std::string utf8);

}  // namespace duanwen

#pragma once
// What a directory must satisfy before it may be served: all problems at once, each with its place.

#include <string>
#include <string_view>
#include <vector>

#include "keywords/directory/directory.hpp"

namespace duanwen {

/// Limits of a directory document; each is a setting of `[directory]`.
struct directory_limits {
  std::size_t title_characters_max = 20;
  std::size_t details_characters_max = 1000;
  std::size_t keyword_characters_max = 20;
  std::uint32_t item_number_max = 9999;
};

/// Everything that is wrong with `document`; empty when it may be served. Pure, any thread.
/// Checks: ids present, well-formed and unique; references that exist; numbers in range and unique, none of
/// them retired; keywords neither reserved nor taken (by their normal form); lengths.
std::vector<problem> check_directory(const directory& document, const directory_limits& limits);

/// Whether `keyword` may not be registered because the conversation itself uses it (digits alone, M, 更多,
/// 帮助 …).
bool is_reserved_keyword(std::string_view keyword);

/// Item numbers that `now` no longer has although `before` had them must be among its retired ones: numbers
/// are permanent. Adds the missing retirements to `now`, and refuses (as problems) numbers that `before` had
/// already retired. A department that is gone stays as a closed one with its numbers, and gets them back when
/// it is there again.
std::vector<problem> keep_numbers_permanent(const directory& before, directory& now);

}  // namespace duanwen

#pragma once
// That a number which was shown or printed means the same item for ever. Pure.

#include <vector>

#include "keywords/directory/directory.hpp"

namespace duanwen {

/// Item numbers that `now` no longer has although `before` had them must be among its retired ones: numbers
/// are permanent. Adds the missing retirements to `now`, and refuses (as problems) numbers that `before` had
/// already retired. A department that is gone stays as a closed one with its numbers, and gets them back when
/// it is there again.
std::vector<problem> keep_numbers_permanent(const directory& before, directory& now);

}  // namespace duanwen

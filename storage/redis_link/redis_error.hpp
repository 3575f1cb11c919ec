#pragma once
// What an error of Redis means for whoever asked.

#include <string>
#include <string_view>

#include "storage/error.hpp"
#include "storage/redis_link/redis_resp.hpp"

namespace duanwen {

/// By the word that an error begins with: LOADING, READONLY, OOM … heal (unavailable), a value of ours that
/// cannot be read is corrupt, everything else is refused.
storage_errc errc_of(std::string_view error);

/// The value, or what its error means.
result<resp_value> as_answer(resp_value value);

/// An error as it may be logged: without the arguments that some errors repeat, and bounded.
std::string printable_error(std::string_view error);

}  // namespace duanwen

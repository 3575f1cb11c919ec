#pragma once
// A request's way to its handler: route, token, role. Knows nothing of sockets.

#include "admin/routing/api.hpp"

namespace duanwen {

struct admitted {
  const route* to = nullptr;
  std::vector<std::string> names;
  token_record who;  ///< empty for open routes
};

/// Judged before a body is read. `authorization` is that header's value.
or_problem<admitted> admit(api_context& context, std::string_view method, std::string_view target,
                           std::string_view authorization);

}  // namespace duanwen

#pragma once
// One HTTP exchange: httplib's request → our request → our answer → httplib's response.

#include "admin/routing/api.hpp"

namespace httplib {
struct Request;
struct Response;
class ContentReader;
}  // namespace httplib

namespace duanwen {

/// `reader` is null for methods whose body the library does not offer. Never throws.
void exchange(api_context& context, const httplib::Request& request, httplib::Response& response,
              const httplib::ContentReader* reader);

/// A problem for a status that the library gave without a body.
void explain_bare_status(httplib::Response& response);

}  // namespace duanwen

#pragma once
// Whose a request on a link is: told again with its response, or when none will come.

#include <cstdint>

namespace duanwen::smpp {

enum class request_owner : std::uint8_t {
  session,    ///< a bind, unbind or enquire_link of the session itself, whose end nobody is told
  replies,    ///< submit_sm and submit_multi
  questions,  ///< query_sm, cancel_sm and replace_sm
  receipts,   ///< for inquiries of a carrier that bound to us
  alone,      ///< the link has one user only
};

/// `id` is the owner's own: two owners may have the same.
struct request_token {
  request_owner owner = request_owner::session;
  std::uint64_t id = 0;
  bool is_sessions_own() const { return owner == request_owner::session; }
  friend bool operator==(const request_token&, const request_token&) = default;
};

}  // namespace duanwen::smpp

#pragma once
// The times by which both forms of the Store live; all in milliseconds.

#include "config/config.hpp"

namespace duanwen {

struct store_limits {
  milliseconds conversation_ttl{1800000};
  milliseconds redelivery_window{300000};
  milliseconds lease{10000};
  milliseconds take_over_margin{2000};  ///< after the lease's end, before others take over
  milliseconds parts_wait{120000};
  milliseconds parts_kept{86520000};  ///< a part that nobody fetched is of no use to its sender after this
  std::uint32_t replicas_acked = 0;
  /// Arrivals remembered a conversation, several a long inquiry; the oldest go first, and a redelivery of
  /// theirs is answered as if it were new.
  static constexpr std::uint32_t in_doubt_max = 256;
  static constexpr std::uint32_t due_parts_max =
      100;  ///< long inquiries that take_due_parts hands out at once

  store_limits() = default;
  explicit store_limits(const config& c)
      : conversation_ttl(c.conversation.ttl),
        redelivery_window(c.outbox.redelivery_window),
        lease(c.outbox.lease),
        take_over_margin(milliseconds(c.outbox.lease) / 5),
        parts_wait(c.reassembly.parts_wait),
        parts_kept(c.outbox.reply_validity + c.reassembly.parts_wait),
        replicas_acked(c.redis.replicas_acked) {}
};

}  // namespace duanwen

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
  std::uint32_t replicas_acked = 0;
  static constexpr std::uint32_t in_doubt_max =
      8;  ///< arrivals remembered a conversation; the oldest go first

  store_limits() = default;
  explicit store_limits(const config& c)
      : conversation_ttl(c.conversation.ttl),
        redelivery_window(c.outbox.redelivery_window),
        lease(c.outbox.lease),
        take_over_margin(milliseconds(c.outbox.lease) / 5),
        parts_wait(c.reassembly.parts_wait),
        replicas_acked(c.redis.replicas_acked) {}
};

}  // namespace duanwen

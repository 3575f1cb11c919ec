#pragma once
// The times by which both forms of the Store live; all in milliseconds.

#include "config/settings/config.hpp"
#include "storage/records.hpp"

namespace duanwen {

struct store_limits {
  milliseconds conversation_ttl{1800000};
  milliseconds redelivery_window{300000};
  milliseconds lease{10000};
  milliseconds take_over_margin{2000};  ///< after the lease's end, before others take over
  milliseconds parts_wait{120000};
  milliseconds parts_kept{86520000};  ///< a part that nobody fetched is of no use to its sender after this
  milliseconds hour_kept{7200000};    ///< counts of an hour, after they were last told
  milliseconds traces_kept{604800000};
  milliseconds unmatched_kept{2592000000};
  std::size_t traces_a_bucket_max = 15625, unmatched_a_bucket_max = 1562;  ///< the oldest, the newest go
  std::size_t audit_max = 100000;
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
        traces_kept(c.traces.kept),
        unmatched_kept(c.traces.unmatched_kept),
        traces_a_bucket_max(share_of_a_bucket(c.traces.entries_max)),
        unmatched_a_bucket_max(share_of_a_bucket(c.traces.unmatched_texts_max)),
        audit_max(c.admin.audit_entries_max),
        replicas_acked(c.redis.replicas_acked) {}

 private:
  static std::size_t share_of_a_bucket(std::size_t of_all) { return of_all / bucket_count + 1; }
};

}  // namespace duanwen

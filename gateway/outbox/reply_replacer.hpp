#pragma once
// A reply that waits gets other words, in the store and in memory. Whatever fails in between, the store has
// one of the two, and what it has is sent. io thread only.

#include <string>

#include "gateway/outbox/outbox_feed.hpp"

namespace duanwen {

class reply_replacer {
 public:
  reply_replacer(runtime& rt, store& store, outbound& outbound, outbox_feed& outbox,
                 const redis_settings& limits, std::string process)
      : runtime_(rt),
        store_(store),
        outbound_(outbound),
        outbox_(outbox),
        limits_(limits),
        process_(std::move(process)) {}

  /// The new id of the reply, which waits behind all others of its resident then; "": it has begun to leave,
  /// is not here, or the store could not be asked within redis.hold_s.
  asio::awaitable<std::string> replace(conversation_key resident, std::string id, std::string text);

 private:
  asio::awaitable<result<std::string>> replace_in_store(outbox_entry entry);

  runtime& runtime_;
  store& store_;
  outbound& outbound_;
  outbox_feed& outbox_;
  const redis_settings& limits_;
  std::string process_;
};

/// `entry` with `text` alone, under the same signature and for the same department; it joins nothing.
outbox_entry saying(outbox_entry entry, std::string text);

}  // namespace duanwen

#pragma once
// Replies that wait in the store but not in memory: after a start, a take-over, or when memory was full. io
// thread only.

#include <string>
#include <vector>

#include "gateway/outbox/backlog.hpp"
#include "gateway/replies/outbound.hpp"
#include "gateway/runtime/runtime.hpp"
#include "gateway/runtime/wakeup.hpp"
#include "storage/store.hpp"

namespace duanwen {

class outbox_feed {
 public:
  outbox_feed(runtime& rt, store& store, outbound& outbound, const outbox_settings& settings,
              std::string process);

  /// Hands a reply that was just committed to outbound; while older ones to the same resident wait in the
  /// store it waits behind them, and behind nobody else's.
  void offer(outbox_entry entry);
  void read_bucket(std::uint32_t bucket);  ///< something of it may wait in the store
  void read_all();                         ///< as after a start
  void room_again();                       ///< outbound has room for more
  asio::awaitable<void> run();             ///< reads until stop(); begins with every bucket
  void stop();

 private:
  struct bucket_state {
    std::uint64_t beginning = 0;     ///< counts how often it was to be read from the first
    bool behind = true;              ///< the store has replies that outbound was not offered
    std::string read_to;             ///< id up to which it was
    std::string ever_read_to;        ///< the highest of them, however often it was read from the first
    backlog waiting;                 ///< whose they are, once they were looked through
    std::vector<outbox_entry> held;  ///< new ones, until that is known
    explicit bucket_state(std::size_t replies_max) : waiting(replies_max) {}
  };
  enum class page_end { more, done, full, failed };

  void take(bucket_state& b, outbox_entry entry);
  void take_held(bucket_state& b);
  void drop_held(bucket_state& b);
  asio::awaitable<page_end> read_page(std::uint32_t bucket);
  asio::awaitable<page_end> read_round();
  asio::awaitable<bool> look_through(std::uint32_t bucket);
  bool any_behind() const;

  runtime& runtime_;
  store& store_;
  outbound& outbound_;
  std::string process_;
  std::size_t held_max_, low_water_, held_ = 0;
  std::uint32_t next_bucket_ = 0;  // which is read next
  std::vector<bucket_state> buckets_;
  wakeup changed_;
  bool stopping_ = false;
};

}  // namespace duanwen

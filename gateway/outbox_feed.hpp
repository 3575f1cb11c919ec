#pragma once
// Replies that wait in the store but not in memory: after a start, a take-over, or when memory was full. io
// thread only.

#include <array>
#include <string>

#include "gateway/outbound.hpp"
#include "gateway/runtime.hpp"
#include "gateway/wakeup.hpp"
#include "storage/store.hpp"

namespace duanwen {

class outbox_feed {
 public:
  outbox_feed(runtime& rt, store& kept, outbound& out, std::string process);

  /// Hands a reply that was just committed to outbound; while its bucket has older ones in the store it waits
  /// behind them.
  void offer(outbox_entry entry, std::optional<time_point> arrived = {});
  void read_bucket(std::uint32_t bucket);  ///< something of it may wait in the store
  void read_all();                         ///< as after a start
  void room_again();                       ///< outbound has room for more
  asio::awaitable<void> run();             ///< reads until stop(); begins with every bucket
  void stop();

 private:
  asio::awaitable<bool> read_page(std::uint32_t bucket);

  runtime& runtime_;
  store& kept_;
  outbound& out_;
  std::string process_;
  std::array<bool, bucket_count> behind_{};        // the store has entries that outbound was not offered
  std::array<std::string, bucket_count> read_to_;  // id up to which it was
  wakeup changed_;
  bool stopping_ = false;
};

}  // namespace duanwen

#pragma once
// Ends of replies on their way into the store, and how many replies were sent whose end it has not recorded:
// so many come twice if the process dies now, and their number is bounded. io thread only.

#include <chrono>
#include <cstddef>
#include <functional>
#include <optional>

#include "gateway/runtime/runtime.hpp"
#include "storage/store.hpp"

namespace duanwen {

struct end_recorder_ports {
  runtime& rt;
  duanwen::store& store;
  std::size_t unrecorded_max = 1;   ///< replies, outbox.unrecorded_max
  std::function<void()> may_leave;  ///< replies that are held may leave, some at least
  std::function<void(std::chrono::nanoseconds)> took = {};  ///< time of one recording; may be empty
};

class end_recorder {
 public:
  explicit end_recorder(end_recorder_ports ports) : ports_(std::move(ports)) {}

  /// Whether so many further replies may be sent; false: they are held until may_leave. 0: always.
  bool may_begin(std::size_t replies);
  void sent(std::size_t replies) { unrecorded_ += replies; }
  /// Of those that were sent so many are recorded, or wait to be sent anew anyway.
  void release(std::size_t replies);

  /// Tells the store until it has it, also later than stop(): the carrier has the reply, which would be sent
  /// again. `done` is called then, or when it cannot be told.
  void record(reply_finish end, std::function<void()> done);
  void stop(time_point at_the_latest) { stop_at_the_latest_ = at_the_latest; }  ///< then it is tried no more

  std::size_t unrecorded() const { return unrecorded_; }
  bool held() const { return held_; }  ///< from when may_begin() was false until there are half as many
  bool idle() const { return recording_ == 0; }

 private:
  asio::awaitable<void> record_in_store(reply_finish end, std::function<void()> done);

  end_recorder_ports ports_;
  std::size_t recording_ = 0, unrecorded_ = 0;
  bool held_ = false;
  std::optional<time_point> stop_at_the_latest_;
};

}  // namespace duanwen

#pragma once
// One lease a process: it sends only while it holds it, and takes over the outbox of processes whose lease
// ended. io thread only.

#include <functional>
#include <string>

#include "config/settings/config.hpp"
#include "gateway/runtime/runtime.hpp"
#include "gateway/runtime/wakeup.hpp"
#include "gateway/upkeep/store_clock.hpp"
#include "storage/store.hpp"

namespace duanwen {

class lease_keeper {
 public:
  /// `taken` is called with each bucket into which entries of a dead process came; `got` when the lease is
  /// held again after it was not: in between others may have taken ours over; `linked_anew` when it was held
  /// all the time, but the link to the store fell: it may have lost ends that it had acknowledged.
  lease_keeper(runtime& rt, store& store, store_clock& clock, const outbox_settings& settings,
               std::string process, std::function<void(std::uint32_t bucket)> taken,
               std::function<void()> got, std::function<void()> linked_anew);

  /// Whether this process may send now: false from a margin before the lease's end on, until it is renewed.
  bool held() const;
  asio::awaitable<void> run();  ///< renews and takes over until stop()
  void stop();

 private:
  asio::awaitable<bool> renew();  ///< false: the store was not heard
  asio::awaitable<void> take_over_dead();

  runtime& runtime_;
  store& store_;
  store_clock& clock_;
  outbox_settings settings_;
  std::string process_;
  std::function<void(std::uint32_t)> taken_;
  std::function<void()> got_, linked_anew_;
  std::uint64_t links_made_ = 0;
  time_point held_until_{};
  wakeup stopped_;
  bool stopping_ = false;
};

}  // namespace duanwen

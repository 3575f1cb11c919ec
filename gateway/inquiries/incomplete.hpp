#pragma once
// Looks, bucket by bucket, for long inquiries whose parts did not all come in time. Any process may; io
// thread only.

#include <functional>

#include "config/settings/config.hpp"
#include "gateway/inquiries/inquiry.hpp"
#include "gateway/runtime/runtime.hpp"
#include "gateway/runtime/wakeup.hpp"
#include "storage/store.hpp"

namespace duanwen {

class incomplete_watch {
 public:
  /// `hand_over` gets what became of each of them.
  incomplete_watch(runtime& rt, store& store, inquiries& inquiries, const reassembly_settings& settings,
                   std::function<void(inquiry_end)> hand_over);
  asio::awaitable<void> run();  ///< until stop()
  void stop();

 private:
  asio::awaitable<void> look_into(std::uint32_t bucket);

  runtime& runtime_;
  store& store_;
  inquiries& inquiries_;
  std::chrono::milliseconds pace_;
  std::function<void(inquiry_end)> hand_over_;
  wakeup stopped_;
  bool stopping_ = false;
};

}  // namespace duanwen

#include "gateway/lanes/pace.hpp"

#include <algorithm>

namespace duanwen {
namespace {

double seconds_between(pace::time_point from, pace::time_point to) {
  return std::chrono::duration<double>(to - from).count();
}

}  // namespace

pace::pace(std::uint32_t throughput) : throughput_(throughput), limit_(throughput), tokens_(throughput) {}

std::size_t pace::at_once_max() const {
  if (state_ != state::open) return 1;
  return limit_ == 0 ? no_limit : std::max<std::size_t>(static_cast<std::size_t>(limit_), 1);
}

// More than a second's worth never comes together: it goes when the bucket is full, and is owed after that.
double pace::needed(std::size_t segments) const {
  return std::min(static_cast<double>(segments), std::max(limit_, 1.0));
}

void pace::refill(time_point now) {
  const double passed = last_ == time_point{} || now <= last_ ? 0 : seconds_between(last_, now);
  last_ = std::max(last_, now);
  if (state_ != state::open || limit_ == 0) return;
  if (step_ != 0) limit_ += step_ * passed;
  if (throughput_ != 0) limit_ = std::min(limit_, throughput_);
  tokens_ = std::min(std::max(limit_, 1.0), tokens_ + passed * limit_);
}

bool pace::may_send(time_point now, std::size_t segments) {
  refill(now);
  if (state_ == state::open) return limit_ == 0 || tokens_ >= needed(segments);
  return state_ == state::resting && now >= rests_until_;
}

bool pace::sent(std::size_t segments) {
  const bool probe = state_ == state::resting;
  if (probe) state_ = state::probing;
  if (limit_ != 0) tokens_ -= static_cast<double>(segments);
  return probe;
}

pace::time_point pace::next(time_point now, std::size_t segments) const {
  if (state_ == state::probing) return time_point::max();
  if (state_ == state::resting) return std::max(rests_until_, now);
  const double wait = limit_ == 0 ? 0.0 : (needed(segments) - tokens_) / limit_;
  return now + std::chrono::duration_cast<std::chrono::steady_clock::duration>(
                   std::chrono::duration<double>(std::max(wait, 0.001)));
}

void pace::answered(time_point now, bool probe, bool throttled, std::size_t segments_accepted) {
  count(now, segments_accepted);
  if (throttled && (state_ == state::open || probe)) return slow_down(now);
  if (probe) open_again(now);
}

void pace::lost(time_point now, bool probe) {
  if (!probe) return;
  state_ = state::resting;
  rests_until_ = now;
}

void pace::count(time_point now, std::size_t segments) {
  const auto second = std::chrono::seconds(1);
  if (now - second_began_ >= second) {
    last_second_ = now - second_began_ < 2 * second ? this_second_ : 0;
    this_second_ = 0;
    second_began_ = now;
  }
  this_second_ += static_cast<double>(segments);
}

// What else is in flight comes back refused as well; that is one event and not many.
void pace::slow_down(time_point now) {
  if (state_ == state::open) {
    const double achieved = std::max({last_second_, this_second_, 1.0});
    limit_ = std::max(achieved / 2, 1.0);
    step_ = std::max((throughput_ != 0 ? throughput_ : achieved) / steps_to_recover, 1.0);
    rest_ = rest_first;
  } else {
    rest_ = std::min<std::chrono::seconds>(rest_ * 2, rest_max);
  }
  state_ = state::resting;
  rests_until_ = now + rest_;
}

void pace::open_again(time_point now) {
  state_ = state::open;
  last_ = now;
  tokens_ = std::min(tokens_, 0.0);
}

}  // namespace duanwen

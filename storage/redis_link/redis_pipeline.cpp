#include "storage/redis_link/redis_pipeline.hpp"

#include <utility>

namespace duanwen {

void redis_pipeline::push(const redis_command& command, handler done) {
  auto& one = waiting_.emplace_back(waiting{std::string(), std::move(done)});
  append_command(one.octets, command);
}

std::string redis_pipeline::take_output(time_point now) {
  std::string octets;
  while (!waiting_.empty() && in_flight_.size() < in_flight_max_) {
    auto& one = waiting_.front();
    if (octets.empty())
      octets = std::move(one.octets);
    else
      octets += one.octets;
    in_flight_.push_back(flying{now, std::move(one.done)});
    waiting_.pop_front();
  }
  return octets;
}

bool redis_pipeline::feed(std::string_view octets) {
  reader_.feed(octets);
  while (auto value = reader_.next()) {
    // A reply nobody asked for: whoever sends it is no Redis that we could trust.
    if (in_flight_.empty()) return false;
    const auto done = std::move(in_flight_.front().done);
    in_flight_.pop_front();
    done(std::move(*value));
  }
  return !reader_.broken();
}

std::optional<redis_pipeline::time_point> redis_pipeline::oldest() const {
  if (in_flight_.empty()) return std::nullopt;
  return in_flight_.front().sent;
}

void redis_pipeline::drop() {
  const auto in_flight = std::exchange(in_flight_, {});
  const auto never_sent = std::exchange(waiting_, {});
  reader_ = resp_reader();
  for (const auto& one : in_flight) one.done(storage_errc::unknown_outcome);
  for (const auto& one : never_sent) one.done(storage_errc::unavailable);
}

}  // namespace duanwen

#include "tests/sim/link_watch.hpp"

#include <algorithm>

namespace duanwen::sim {

void link_watch::written(const std::string& link, const std::string& pace, const smpp::pdu& request,
                         const link_rules& rules, std::chrono::milliseconds now) {
  auto& open = in_flight_[link];
  const bool is_message = request.id() == smpp::command::submit_sm;
  if (!open.emplace(request.sequence_number, is_message ? request.destination_addr : "").second)
    verdict_.broken(rule::sequence_in_flight, link + " " + std::to_string(request.sequence_number));
  if (!is_message) return;
  const auto messages =
      std::count_if(open.begin(), open.end(), [](const auto& one) { return !one.second.empty(); });
  if (static_cast<std::size_t>(messages) > rules.window)
    verdict_.broken(rule::window_exceeded, link + " " + std::to_string(messages));
  take_token(pace, rules, now);
}

void link_watch::take_token(const std::string& pace, const link_rules& rules, std::chrono::milliseconds now) {
  if (rules.throughput == 0) return;
  const double full = rules.throughput;
  auto& b = paces_.try_emplace(pace, bucket{full, now}).first->second;
  b.tokens = std::min(full, b.tokens + full * static_cast<double>((now - b.filled).count()) / 1000);
  b.filled = now;
  b.tokens -= 1;
  // What is written is seen at the next whole millisecond of the simulation.
  const double rounding = full / 1000 + 1e-6;
  if (b.tokens < -rounding) verdict_.broken(rule::rate_exceeded, pace);
}

void link_watch::answered(const std::string& link, std::uint32_t sequence_number) {
  in_flight_[link].erase(sequence_number);
}

std::vector<std::string> link_watch::fell(const std::string& link) {
  std::vector<std::string> hit;
  for (const auto& [number, resident] : in_flight_[link])
    if (!resident.empty()) hit.push_back(resident);
  in_flight_.erase(link);
  return hit;
}

}  // namespace duanwen::sim

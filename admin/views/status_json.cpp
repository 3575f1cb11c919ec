#include "admin/views/status_json.hpp"

#include <nlohmann/json.hpp>

namespace duanwen {

namespace {

using nlohmann::json;

json shown_fuse(const carrier_status& carrier) {
  if (carrier.segments_per_hour == 0) return nullptr;
  return {{"segments_per_hour", carrier.segments_per_hour},
          {"segments", carrier.hour_segments},
          {"tripped", carrier.fuse_tripped}};
}

json shown_carrier(const carrier_status& carrier) {
  json links = json::array();
  for (const auto& link : carrier.links)
    links.push_back({{"name", link.name},
                     {"state", link.state},
                     {"window_used", link.window_used},
                     {"window", link.window},
                     {"last_error", link.last_error}});
  json receipt_ids = nullptr;
  if (!carrier.receipt_ids.empty()) receipt_ids = carrier.receipt_ids;
  return {{"name", carrier.name},
          {"paused", carrier.paused},
          {"resting", carrier.resting},
          {"segments_per_second", carrier.segments_per_second},
          {"links", std::move(links)},
          {"inquiries", carrier.inquiries},
          {"replies", carrier.replies},
          {"waiting", carrier.waiting},
          {"fuse", shown_fuse(carrier)},
          {"receipt_ids", std::move(receipt_ids)},
          {"last_error", carrier.last_error}};
}

}  // namespace

json json_of(const std::vector<carrier_status>& carriers) {
  json all = json::array();
  for (const auto& carrier : carriers) all.push_back(shown_carrier(carrier));
  return all;
}

json json_of(const gateway_status& status) {
  json outbox = nullptr, dead_letters = nullptr;
  if (status.store) {
    outbox = status.store->outbox_entries;
    dead_letters = status.store->dead_letters;
  }
  return {{"process", status.process},
          {"pid", status.pid},
          {"up_s", status.up.count()},
          {"ready", status.not_ready.empty()},
          {"not_ready", status.not_ready},
          {"store", {{"trouble", status.store_trouble}, {"risks", status.risks}}},
          {"outbox_entries", std::move(outbox)},
          {"dead_letters", std::move(dead_letters)},
          {"inquiries_in_flight", status.inquiries_in_flight},
          {"replies_waiting", status.replies_waiting},
          {"replies_unrecorded", status.replies_unrecorded},
          {"replies_held", status.replies_held},
          {"carriers", json_of(status.carriers)}};
}

}  // namespace duanwen

#include "storage/redis_store/redis_greetings.hpp"

#include "storage/redis_fleet/redis_slots.hpp"
#include "storage/redis_link/redis_error.hpp"
#include "storage/redis_store/redis_keys.hpp"
#include "storage/redis_store/redis_scripts.hpp"

namespace duanwen {
namespace {

std::string judge_no_error(const resp_value& said) {
  if (said.is_error() && said.text.starts_with("MOVED "))
    return "it is a node of a Cluster, so redis.url has to begin with cluster://";
  return said.is_error() ? printable_error(said.text) : std::string();
}

std::string judge_buckets(const resp_value& said) {
  if (said.is_error()) return printable_error(said.text);
  if (said.text == std::to_string(bucket_count)) return {};
  return "the store was made with another number of buckets: " + printable_error(said.text);
}

std::vector<redis_greeting> bucket_greetings() {
  std::vector<redis_greeting> greetings;
  const auto buckets = std::to_string(bucket_count);
  greetings.push_back(redis_greeting{{"SETNX", redis_keys::buckets, buckets}, judge_no_error});
  greetings.push_back(redis_greeting{{"GET", redis_keys::buckets}, judge_buckets});
  return greetings;
}

std::vector<redis_greeting> script_greetings() {
  std::vector<redis_greeting> greetings;
  for (const auto* script : scripts::all())
    greetings.push_back(redis_greeting{{"SCRIPT", "LOAD", std::string(script->source)}, judge_no_error});
  return greetings;
}

std::set<std::uint16_t> store_slots() {
  // Every hour's counts lie in one slot.
  std::set<std::uint16_t> slots{slot_of(redis_keys::directory_version), slot_of(redis_keys::buckets),
                                slot_of(redis_keys::hourly_counts(0))};
  for (std::uint32_t bucket = 0; bucket < bucket_count; ++bucket)
    slots.insert(slot_of(redis_keys::leases(bucket)));
  return slots;
}

}  // namespace

std::vector<redis_greeting> store_greetings() {
  auto greetings = bucket_greetings();
  for (auto& one : script_greetings()) greetings.push_back(std::move(one));
  return greetings;
}

cluster_needs store_needs() { return {script_greetings(), bucket_greetings(), store_slots()}; }

}  // namespace duanwen

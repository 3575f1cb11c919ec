// What a link must be told before the store may use it.
#include "storage/redis_error.hpp"
#include "storage/redis_keys.hpp"
#include "storage/redis_scripts.hpp"
#include "storage/redis_store.hpp"

namespace duanwen {
namespace {

std::string judge_no_error(const resp_value& said) {
  return said.is_error() ? printable_error(said.text) : std::string();
}

std::string judge_buckets(const resp_value& said) {
  if (said.is_error()) return printable_error(said.text);
  if (said.text == std::to_string(bucket_count)) return {};
  return "the store was made with another number of buckets: " + printable_error(said.text);
}

}  // namespace

std::vector<redis_greeting> store_greetings() {
  std::vector<redis_greeting> greetings;
  const auto buckets = std::to_string(bucket_count);
  greetings.push_back(redis_greeting{{"SETNX", redis_keys::buckets, buckets}, judge_no_error});
  greetings.push_back(redis_greeting{{"GET", redis_keys::buckets}, judge_buckets});
  for (const auto* script : scripts::all())
    greetings.push_back(redis_greeting{{"SCRIPT", "LOAD", std::string(script->source)}, judge_no_error});
  return greetings;
}

}  // namespace duanwen

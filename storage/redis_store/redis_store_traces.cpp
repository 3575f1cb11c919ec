// Traces, unmatched texts, audit, and forgetting a resident in Redis.
#include <algorithm>
#include <map>

#include "keywords/text/whole_number.hpp"
#include "storage/codec/trace_codec.hpp"
#include "storage/days.hpp"
#include "storage/redis_store/redis_keys.hpp"
#include "storage/redis_store/redis_scripts.hpp"
#include "storage/redis_store/redis_store.hpp"

namespace duanwen {

answer<std::vector<trace_record>> redis_store::traces(std::string msisdn) {
  std::vector<std::string> keys(1, redis_keys::traces(bucket_of(msisdn)));
  std::vector<std::string> arguments{msisdn, spelled(limits_.traces_kept)};
  script_call find(scripts::traces, std::move(keys), std::move(arguments));
  const auto said = co_await link_.call(std::move(find));
  if (said.has_error()) co_return said.error();
  std::vector<trace_record> of_one;
  std::vector<receipt_record> receipts;
  for (const auto& octets : said->items) {
    if (auto trace = decode_trace(octets.text)) of_one.push_back(std::move(*trace));
    if (auto receipt = decode_receipt(octets.text)) receipts.push_back(std::move(*receipt));
  }
  co_return with_receipts(std::move(of_one), receipts);
}

answer<bool> redis_store::note_receipts(std::vector<receipt_record> receipts) {
  std::map<std::uint32_t, std::vector<std::string>> by_bucket;
  for (const auto& one : receipts) by_bucket[bucket_of(one.msisdn)].push_back(encode_receipt(one));
  // One call for all buckets, or one a bucket where they lie in different slots.
  std::vector<script_call> calls;
  for (const auto& [bucket, records] : by_bucket) {
    if (calls.empty() || link_.one_slot_a_call()) {
      std::vector<std::string> lead{spelled(limits_.traces_kept),
                                    std::to_string(limits_.traces_a_bucket_max)};
      calls.emplace_back(scripts::note_receipts, std::vector<std::string>(), std::move(lead));
    }
    auto& arguments = calls.back().arguments;
    calls.back().keys.push_back(redis_keys::traces(bucket));
    arguments.push_back(std::to_string(records.size()));
    arguments.insert(arguments.end(), records.begin(), records.end());
  }
  const auto said = co_await link_.call_all(std::move(calls));
  if (said.has_error()) co_return failed<bool>(said.error());
  co_return true;
}

answer<std::vector<unmatched_text>> redis_store::unmatched(std::string from_day, std::string to_day) {
  const auto days = days_between(from_day, to_day);
  if (!days) co_return storage_errc::refused;
  std::map<std::string, std::uint64_t> sums;
  for (const auto& day : *days) {
    std::vector<redis_command> shares;
    for (std::uint32_t bucket = 0; bucket < bucket_count; ++bucket)
      shares.push_back(redis_command{"HGETALL", redis_keys::unmatched(day, bucket)});
    const auto said = co_await link_.call_all(std::move(shares));
    if (said.has_error()) co_return said.error();
    for (const auto& share : *said)
      for (std::size_t i = 0; i + 1 < share.items.size(); i += 2)
        sums[share.items[i].text] += whole_number<std::uint64_t>(share.items[i + 1].text).value_or(0);
  }
  co_return most_frequent_first(sums);
}

answer<bool> redis_store::append_audit(audit_record record) {
  std::vector<redis_command> append_and_trim;
  append_and_trim.push_back(
      redis_command{"ZADD", redis_keys::audit, std::to_string(record.at), encode_audit(record)});
  append_and_trim.push_back(
      redis_command{"ZREMRANGEBYRANK", redis_keys::audit, "0", "-" + std::to_string(limits_.audit_max + 1)});
  const auto said = co_await link_.call_all(std::move(append_and_trim));
  if (said.has_error()) co_return failed<bool>(said.error());
  co_return (*said)[0].number == 1;
}

answer<std::vector<audit_record>> redis_store::audit(std::uint32_t limit) {
  std::vector<audit_record> newest;
  if (limit == 0) co_return newest;
  redis_command page{"ZREVRANGE", redis_keys::audit, "0", std::to_string(limit - 1)};
  const auto said = co_await link_.call(std::move(page));
  if (said.has_error()) co_return said.error();
  for (const auto& octets : said->items)
    if (auto record = decode_audit(octets.text)) newest.push_back(std::move(*record));
  co_return newest;
}

answer<forgotten> redis_store::forget_resident(std::string msisdn, std::vector<std::string> services) {
  const auto bucket = bucket_of(msisdn);
  std::vector<std::string> keys{redis_keys::traces(bucket), redis_keys::dead_letters(bucket),
                                redis_keys::parts_deadlines(bucket)};
  for (const auto& service : services)
    keys.push_back(redis_keys::conversation(conversation_key(service, msisdn)));
  std::vector<std::string> arguments{msisdn, spelled(limits_.traces_kept),
                                     redis_keys::in_parts_member(msisdn), redis_keys::parts_begin(bucket)};
  script_call forget(scripts::forget_resident, std::move(keys), std::move(arguments));
  const auto said = co_await link_.call(std::move(forget));
  if (said.has_error()) co_return said.error();
  if (said->items.size() != 3) co_return storage_errc::corrupt;
  forgotten gone;
  gone.traces = static_cast<std::uint64_t>(said->items[0].number);
  gone.dead_letters = static_cast<std::uint64_t>(said->items[1].number);
  gone.others = static_cast<std::uint64_t>(said->items[2].number);
  co_return gone;
}

}  // namespace duanwen

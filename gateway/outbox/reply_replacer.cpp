#include "gateway/outbox/reply_replacer.hpp"

#include <spdlog/spdlog.h>

#include "config/addresses/msisdn.hpp"
#include "gateway/runtime/backoff.hpp"

namespace duanwen {
namespace {

constexpr auto try_again_first = std::chrono::milliseconds(10);
constexpr auto try_again_max = std::chrono::milliseconds(500);

}  // namespace

outbox_entry saying(outbox_entry entry, std::string text) {
  auto& blocks = entry.answer.blocks;
  blocks.resize(1);
  blocks.front().text = std::move(text);
  blocks.front().item = 0;
  entry.joins = false;
  return entry;
}

asio::awaitable<std::string> reply_replacer::replace(conversation_key resident, std::string id,
                                                     std::string text) {
  const auto bucket = bucket_of(resident.msisdn);
  auto taken = outbound_.take_out(resident, id);
  if (!taken) co_return std::string();
  auto entry = saying(std::move(*taken), std::move(text));
  auto copy = entry;
  const auto done = co_await replace_in_store(std::move(copy));
  outbound_.readmit(resident, id);
  if (done.has_error()) {
    spdlog::error("a reply to {} could not be replaced: {}", masked(resident.msisdn), done.error().message());
    outbox_.read_bucket(bucket);  // only the store knows which of the two waits
    co_return std::string();
  }
  // Not there: another process has taken it over.
  if (done->empty()) co_return std::string();
  entry.id = *done;
  outbox_.offer(std::move(entry));
  co_return *done;
}

asio::awaitable<result<std::string>> reply_replacer::replace_in_store(outbox_entry entry) {
  const auto until = runtime_.now() + limits_.hold;
  backoff waits(try_again_first, try_again_max);
  while (true) {
    auto copy = entry;
    auto done = co_await store_.replace_reply(std::move(copy), process_);
    const bool ask_again = done.has_error() && may_heal(done.error()) && runtime_.now() < until;
    if (!ask_again) co_return done;
    const auto again = runtime_.now() + waits.next(runtime_.random());
    co_await runtime_.sleep_until(again);
  }
}

}  // namespace duanwen

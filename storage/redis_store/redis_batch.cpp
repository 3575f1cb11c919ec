#include "storage/redis_store/redis_batch.hpp"

#include <algorithm>
#include <boost/asio/post.hpp>
#include <deque>
#include <map>

#include "storage/redis_fleet/redis_slots.hpp"
#include "storage/redis_link/async_answer.hpp"
#include "storage/redis_link/rare_warning.hpp"
#include "storage/redis_link/redis_error.hpp"

namespace duanwen {
namespace {

namespace asio = boost::asio;

/// Redis does nothing else during a script; so many take it about a millisecond.
constexpr std::size_t requests_a_call_max = 64;

using done_with_one = std::function<void(result<batch_status>)>;

struct waiting {
  batch_request request;
  done_with_one done;
};

/// A script, and what it says again and again.
struct reporter {
  std::string_view script;
  rare_warning log;
};

result<batch_status> read_status(resp_value& status, unix_ms now, reporter& reports) {
  if (status.items.empty()) return storage_errc::corrupt;
  batch_status read;
  read.now = now;
  read.word = std::move(status.items.front().text);
  if (read.word == "failed") {
    const auto& error = status.items.back().text;
    reports.log.say("Redis on one of " + std::string(reports.script) + ": " + printable_error(error));
    return errc_of(error);
  }
  status.items.erase(status.items.begin());
  read.more = std::move(status.items);
  return read;
}

using all_done = std::shared_ptr<std::vector<done_with_one>>;

void fail_all(const all_done& requests, boost::system::error_code why) {
  for (const auto& done : *requests) done(failed<batch_status>(why));
}

/// Of a whole call, to the requests in their order.
void hand_out(const all_done& requests, result<resp_value> said, reporter& reports) {
  if (said.has_value()) said = as_answer(std::move(*said));
  if (said.has_error()) return fail_all(requests, said.error());
  const bool whole = said->items.size() == 2 && said->items[1].items.size() == requests->size();
  if (!whole) return fail_all(requests, storage_errc::corrupt);
  for (std::size_t i = 0; i < requests->size(); ++i)
    (*requests)[i](read_status(said->items[1].items[i], said->items[0].number, reports));
}

}  // namespace

void batch_request::list(const std::vector<std::string>& values) {
  arguments.push_back(std::to_string(values.size()));
  arguments.insert(arguments.end(), values.begin(), values.end());
}

class redis_batch::impl : public std::enable_shared_from_this<redis_batch::impl> {
 public:
  impl(redis_client& link, const redis_script& script, std::vector<std::string> lead, std::uint32_t replicas)
      : link_(link), script_(script), lead_(std::move(lead)), replicas_(replicas) {
    reports_.script = script.name;
  }

  void add(batch_request request, done_with_one done);
  asio::any_io_executor executor() const { return link_.executor(); }

 private:
  struct group {
    std::deque<waiting> requests;
    std::size_t under_way = 0;  // calls
  };
  void flush();
  void flush(std::uint16_t slot, group& of);
  void run(std::vector<waiting> requests, std::uint16_t slot);

  redis_client& link_;
  const redis_script& script_;
  std::vector<std::string> lead_;
  std::uint32_t replicas_;
  std::map<std::uint16_t, group> groups_;  // by slot, or all in one
  bool flush_comes_ = false;
  reporter reports_;
};

void redis_batch::impl::add(batch_request request, done_with_one done) {
  const std::uint16_t slot = link_.one_slot_a_call() ? slot_of(request.keys.front()) : 0;
  groups_[slot].requests.push_back(waiting{std::move(request), std::move(done)});
  if (!std::exchange(flush_comes_, true))
    asio::post(executor(), [self = shared_from_this()] { self->flush(); });
}

void redis_batch::impl::flush() {
  flush_comes_ = false;
  for (auto& [slot, of] : groups_) flush(slot, of);
}

void redis_batch::impl::flush(std::uint16_t slot, group& of) {
  auto& [requests, under_way] = of;
  // While a call is under way, what comes gathers for the next one: a call costs as much as some requests.
  while (!requests.empty() && (under_way == 0 || requests.size() >= requests_a_call_max)) {
    std::vector<waiting> some;
    for (; !requests.empty() && some.size() < requests_a_call_max; requests.pop_front())
      some.push_back(std::move(requests.front()));
    ++under_way;
    run(std::move(some), slot);
  }
}

void redis_batch::impl::run(std::vector<waiting> requests, std::uint16_t slot) {
  script_call call(script_, {}, lead_);
  call.replicas = replicas_;
  call.arguments.push_back(std::to_string(requests.size()));
  const auto done = std::make_shared<std::vector<done_with_one>>();
  for (auto& one : requests) {
    std::ranges::move(one.request.keys, std::back_inserter(call.keys));
    std::ranges::move(one.request.arguments, std::back_inserter(call.arguments));
    done->push_back(std::move(one.done));
  }
  link_.run(std::move(call), [self = shared_from_this(), slot, done](result<resp_value> said) {
    auto& of = self->groups_[slot];
    --of.under_way;
    self->flush(slot, of);
    hand_out(done, std::move(said), self->reports_);
  });
}

redis_batch::redis_batch(redis_client& link, const redis_script& script, std::vector<std::string> lead,
                         std::uint32_t replicas)
    : impl_(std::make_shared<impl>(link, script, std::move(lead), replicas)) {}

boost::asio::awaitable<result<batch_status>> redis_batch::add(batch_request request) {
  return async_answer<batch_status>(impl_->executor(),
                                    [self = impl_, request = std::move(request)](done_with_one done) mutable {
                                      self->add(std::move(request), std::move(done));
                                    });
}

}  // namespace duanwen

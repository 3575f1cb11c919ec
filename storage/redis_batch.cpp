#include "storage/redis_batch.hpp"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <boost/asio/post.hpp>

#include "storage/async_answer.hpp"
#include "storage/redis_error.hpp"

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

result<batch_status> read_status(resp_value& status, unix_ms now, std::string_view script) {
  if (status.items.empty()) return storage_errc::corrupt;
  batch_status read;
  read.now = now;
  read.word = std::move(status.items.front().text);
  if (read.word == "failed") {
    const auto& error = status.items.back().text;
    spdlog::warn("Redis on one of {}: {}", script, printable_error(error));
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
void hand_out(const all_done& requests, result<resp_value> said, std::string_view script) {
  if (said.has_value()) said = as_answer(std::move(*said));
  if (said.has_error()) return fail_all(requests, said.error());
  const bool whole = said->items.size() == 2 && said->items[1].items.size() == requests->size();
  if (!whole) return fail_all(requests, storage_errc::corrupt);
  for (std::size_t i = 0; i < requests->size(); ++i)
    (*requests)[i](read_status(said->items[1].items[i], said->items[0].number, script));
}

}  // namespace

void batch_request::list(const std::vector<std::string>& values) {
  arguments.push_back(std::to_string(values.size()));
  arguments.insert(arguments.end(), values.begin(), values.end());
}

class redis_batch::impl : public std::enable_shared_from_this<redis_batch::impl> {
 public:
  impl(redis_connection& link, const redis_script& script, batch_request lead, store_limits limits)
      : link_(link), script_(script), lead_(std::move(lead)), limits_(limits) {}

  void add(batch_request request, done_with_one done);
  asio::any_io_executor executor() const { return link_.executor(); }

 private:
  void flush();
  void run(std::vector<waiting> requests);

  redis_connection& link_;
  const redis_script& script_;
  batch_request lead_;
  store_limits limits_;
  std::vector<waiting> waiting_;
};

void redis_batch::impl::add(batch_request request, done_with_one done) {
  waiting_.push_back(waiting{std::move(request), std::move(done)});
  if (waiting_.size() == 1) asio::post(executor(), [self = shared_from_this()] { self->flush(); });
}

void redis_batch::impl::flush() {
  auto all = std::exchange(waiting_, {});
  for (std::size_t begin = 0; begin < all.size(); begin += requests_a_call_max) {
    const auto end = std::min(all.size(), begin + requests_a_call_max);
    run(std::vector<waiting>(std::make_move_iterator(all.begin() + static_cast<std::ptrdiff_t>(begin)),
                             std::make_move_iterator(all.begin() + static_cast<std::ptrdiff_t>(end))));
  }
}

void redis_batch::impl::run(std::vector<waiting> requests) {
  std::vector<std::string> arguments{""};
  const auto add_all = [&arguments](std::vector<std::string>& more) {
    std::ranges::move(more, std::back_inserter(arguments));
  };
  arguments.insert(arguments.end(), lead_.keys.begin(), lead_.keys.end());
  for (auto& one : requests) add_all(one.request.keys);
  arguments.front() = std::to_string(arguments.size() - 1);
  arguments.insert(arguments.end(), lead_.arguments.begin(), lead_.arguments.end());
  arguments.push_back(std::to_string(requests.size()));
  for (auto& one : requests) add_all(one.request.arguments);
  const auto done = std::make_shared<std::vector<done_with_one>>();
  for (auto& one : requests) done->push_back(std::move(one.done));
  link_.run(script_, std::move(arguments), [self = shared_from_this(), done](result<resp_value> said) {
    when_replicated(self->link_, self->limits_, std::move(said), [self, done](result<resp_value> safe) {
      hand_out(done, std::move(safe), self->script_.name);
    });
  });
}

redis_batch::redis_batch(redis_connection& link, const redis_script& script, batch_request lead,
                         store_limits limits)
    : impl_(std::make_shared<impl>(link, script, std::move(lead), limits)) {}

boost::asio::awaitable<result<batch_status>> redis_batch::add(batch_request request) {
  return async_answer<batch_status>(impl_->executor(),
                                    [self = impl_, request = std::move(request)](done_with_one done) mutable {
                                      self->add(std::move(request), std::move(done));
                                    });
}

void when_replicated(redis_connection& link, const store_limits& limits, result<resp_value> said,
                     redis_connection::handler done) {
  const bool written = said.has_value() && !said->is_error();
  if (limits.replicas_acked == 0 || !written) return done(std::move(said));
  const redis_command wait{"WAIT", std::to_string(limits.replicas_acked),
                           std::to_string(limits.replicas_wait.count())};
  const auto wanted = limits.replicas_acked;
  link.send(wait, [wanted, said = std::move(said), done = std::move(done)](result<resp_value> acked) {
    const bool enough = acked.has_value() && !acked->is_error() && acked->number >= wanted;
    done(enough ? said : result<resp_value>(storage_errc::unknown_outcome));
  });
}

}  // namespace duanwen

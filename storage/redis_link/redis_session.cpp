#include "storage/redis_link/redis_session.hpp"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>

#include "storage/redis_link/redis_error.hpp"

namespace duanwen {
namespace {

namespace asio = boost::asio;
using boost::system::error_code;
using clock = std::chrono::steady_clock;

constexpr auto backoff_first = std::chrono::milliseconds(20);
constexpr auto backoff_most = std::chrono::milliseconds(1000);
const std::string unknown_name = "is not found yet";

std::string judge_ok(const resp_value& said) {
  return said.is_error() ? printable_error(said.text) : std::string();
}

/// What lets us in comes before what the store wants to know.
std::vector<redis_greeting> with_log_in(const redis_endpoint& where, std::vector<redis_greeting> greetings) {
  std::vector<redis_greeting> all;
  if (!where.password.empty()) {
    redis_command log_in{"AUTH"};
    if (!where.user.empty()) log_in.push_back(where.user);
    log_in.push_back(where.password.reveal());
    all.push_back(redis_greeting{std::move(log_in), judge_ok});
  }
  if (where.database != 0)
    all.push_back(redis_greeting{{"SELECT", std::to_string(where.database)}, judge_ok});
  std::ranges::move(greetings, std::back_inserter(all));
  return all;
}

}  // namespace

redis_session::redis_session(asio::any_io_executor executor, redis_locator where,
                             const redis_settings& settings, std::vector<redis_greeting> greetings)
    : io(std::move(executor)),
      where_(std::move(where)),
      settings_(settings),
      greetings_(std::move(greetings)),
      pipeline_(settings.pipeline_max),
      limit_(io),
      deadline_(io),
      pause_(io) {}

asio::awaitable<void> redis_session::keep_up() {
  const auto self = shared_from_this();
  auto backoff = backoff_first;
  while (!stopped_) {
    was_up_ = false;
    std::string unknown;
    auto where = where_(unknown);
    if (where)
      co_await live(std::move(*where));
    else
      note(unknown);
    if (stopped_) break;
    backoff = was_up_ ? backoff_first : std::min(backoff * 2, backoff_most);
    error_code ignored;
    pause_.expires_after(backoff);
    co_await pause_.async_wait(asio::redirect_error(asio::use_awaitable, ignored));
  }
}

// One link, from dialling to its end. Whatever drops it takes stream_ away, which is looked at after every
// wait.
asio::awaitable<void> redis_session::live(redis_endpoint where) {
  const stream_ptr mine = make_redis_stream(io, where.tls);
  stream_ = mine;
  name_ = where.name();
  to_be_said_ = with_log_in(where, greetings_);
  const bool connected = co_await connect(mine, std::move(where));
  if (!connected) co_return;
  greet(0);
  while (true) {
    error_code ec;
    const auto count = co_await mine->read(read_, ec);
    if (stream_ != mine) co_return;
    if (ec) co_return drop("the link fell: " + ec.message());
    if (const auto sent = pipeline_.oldest())
      latency = std::chrono::duration_cast<std::chrono::microseconds>(clock::now() - *sent);
    const bool sense = pipeline_.feed(std::string_view(read_.data(), count));
    if (stream_ != mine) co_return;
    if (!sense) co_return drop("what answers is no Redis");
    flush_later();
  }
}

asio::awaitable<bool> redis_session::connect(stream_ptr mine, redis_endpoint where) {
  // The timer may end after this wait, when it is too late to close what is connected.
  const auto late = std::make_shared<bool>(false), connected = std::make_shared<bool>(false);
  limit_.expires_after(settings_.connect_timeout);
  auto on_limit = [late, connected, mine](error_code ec) {
    if (ec || *connected) return;
    *late = true;
    mine->close();
  };
  limit_.async_wait(std::move(on_limit));
  const auto ec = co_await mine->connect(std::move(where));
  *connected = true;
  limit_.cancel();
  if (stream_ != mine) co_return false;
  if (ec) drop("cannot connect: " + (*late ? "no answer in time" : ec.message()));
  co_return !ec;
}

// Asked one after another, since nothing else may happen before all of them were answered well.
void redis_session::greet(std::size_t index) {
  if (index == to_be_said_.size()) {
    up = was_up_ = true;
    ++links_made;
    trouble.clear();
    spdlog::info("Redis {} is connected", name_);
    return;
  }
  const auto on_answer = [self = shared_from_this(), index](const result<resp_value>& said) {
    if (said.has_error()) return;  // the link fell
    const auto wrong = self->to_be_said_[index].judge(*said);
    if (wrong.empty())
      self->greet(index + 1);
    else
      self->drop(wrong);
  };
  pipeline_.push(to_be_said_[index].command, on_answer);
  flush_later();
}

void redis_session::send(const redis_command& command, handler done) {
  if (!up) {
    asio::post(io, [done = std::move(done)] { done(storage_errc::unavailable); });
    return;
  }
  pipeline_.push(command, std::move(done));
  flush_later();
}

// What the rest of this turn of the loop still asks for goes out in the same write.
void redis_session::flush_later() {
  if (flush_posted_ || writing_) return;
  flush_posted_ = true;
  asio::post(io, [self = shared_from_this()] {
    self->flush_posted_ = false;
    self->flush();
  });
}

void redis_session::flush() {
  if (writing_ || !stream_) return;
  const auto octets = std::make_shared<std::string>(pipeline_.take_output(clock::now()));
  if (octets->empty()) return;
  writing_ = true;
  watch();
  const auto on_written = [self = shared_from_this(), octets, mine = stream_](error_code ec) {
    if (self->stream_ != mine) return;
    self->writing_ = false;
    if (ec) return self->drop("the link fell: " + ec.message());
    self->flush();
  };
  stream_->write(*octets, on_written);
}

// One timer for all commands: it looks at the oldest, which every younger one has to wait for anyway.
void redis_session::watch() {
  const auto oldest = pipeline_.oldest();
  if (watching_ || !oldest) return;
  watching_ = true;
  deadline_.expires_at(*oldest + settings_.command_timeout);
  deadline_.async_wait([self = shared_from_this()](error_code) {
    self->watching_ = false;
    const auto waiting = self->pipeline_.oldest();
    if (self->stopped_ || !waiting) return;
    const auto limit = self->settings_.command_timeout;
    if (*waiting + limit > clock::now()) return self->watch();
    self->drop("no answer within " + std::to_string(limit.count()) + " ms");
  });
}

void redis_session::note(const std::string& why) {
  // Said once, not at every attempt.
  const auto& who = name_.empty() ? unknown_name : name_;
  if (!stopped_ && (up || why != trouble)) spdlog::warn("Redis {}: {}", who, why);
  trouble = why;
}

void redis_session::drop(const std::string& why) {
  if (!stream_) return;
  note(why);
  up = writing_ = false;
  const auto fallen = std::exchange(stream_, nullptr);
  fallen->close();
  pipeline_.drop();
}

void redis_session::move(const std::string& why) {
  drop(why);
  pause_.cancel();
}

void redis_session::stop() {
  stopped_ = true;
  drop("stopped");
  limit_.cancel();
  deadline_.cancel();
  pause_.cancel();
}

}  // namespace duanwen

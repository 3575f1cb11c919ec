#include "storage/redis_connection.hpp"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <array>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>

#include "storage/redis_error.hpp"
#include "storage/redis_stream.hpp"

namespace duanwen {
namespace {

namespace asio = boost::asio;
using boost::system::error_code;
using clock = std::chrono::steady_clock;

constexpr auto backoff_first = std::chrono::milliseconds(20);
constexpr auto backoff_most = std::chrono::milliseconds(1000);
constexpr std::size_t read_octets_max = 65536;

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

class redis_connection::impl : public std::enable_shared_from_this<redis_connection::impl> {
 public:
  impl(asio::any_io_executor executor, redis_endpoint where, const redis_settings& settings,
       std::vector<redis_greeting> greetings)
      : io(std::move(executor)),
        where_(std::move(where)),
        settings_(settings),
        greetings_(with_log_in(where_, std::move(greetings))),
        pipeline_(settings.pipeline_max),
        limit_(io),
        deadline_(io),
        pause_(io) {}

  asio::awaitable<void> keep_up();
  void stop();
  void send(const redis_command& command, handler done);
  void run(const redis_script& script, std::vector<std::string> arguments, handler done);
  void drop(const std::string& why);

  const asio::any_io_executor io;
  bool up = false;
  std::string trouble = "not connected yet";
  std::chrono::microseconds latency{0};

 private:
  using stream_ptr = std::shared_ptr<redis_stream>;
  asio::awaitable<void> live();
  asio::awaitable<bool> connect(stream_ptr mine);
  void greet(std::size_t index);
  void flush_later();
  void flush();
  void watch();

  redis_endpoint where_;
  redis_settings settings_;
  std::vector<redis_greeting> greetings_;
  redis_pipeline pipeline_;
  stream_ptr stream_;  // of the link that is; null between two
  std::array<char, read_octets_max> read_{};
  bool writing_ = false, flush_posted_ = false, watching_ = false, stopped_ = false, was_up_ = false;
  asio::steady_timer limit_;     // of connecting
  asio::steady_timer deadline_;  // of the oldest command
  asio::steady_timer pause_;     // between two links
};

asio::awaitable<void> redis_connection::impl::keep_up() {
  const auto self = shared_from_this();
  auto backoff = backoff_first;
  while (!stopped_) {
    was_up_ = false;
    co_await live();
    if (stopped_) break;
    backoff = was_up_ ? backoff_first : std::min(backoff * 2, backoff_most);
    error_code ignored;
    pause_.expires_after(backoff);
    co_await pause_.async_wait(asio::redirect_error(asio::use_awaitable, ignored));
  }
}

// One link, from dialling to its end. Whatever drops it takes stream_ away, which is looked at after every
// wait.
asio::awaitable<void> redis_connection::impl::live() {
  const stream_ptr mine = make_redis_stream(io, where_.tls);
  stream_ = mine;
  const bool connected = co_await connect(mine);
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

asio::awaitable<bool> redis_connection::impl::connect(stream_ptr mine) {
  // The timer may end after this wait, when it is too late to close what is connected.
  const auto late = std::make_shared<bool>(false), connected = std::make_shared<bool>(false);
  limit_.expires_after(settings_.connect_timeout);
  auto on_limit = [late, connected, mine](error_code ec) {
    if (ec || *connected) return;
    *late = true;
    mine->close();
  };
  limit_.async_wait(std::move(on_limit));
  auto where = where_;
  const auto ec = co_await mine->connect(std::move(where));
  *connected = true;
  limit_.cancel();
  if (stream_ != mine) co_return false;
  if (ec) drop("cannot connect: " + (*late ? "no answer in time" : ec.message()));
  co_return !ec;
}

// Asked one after another, since nothing else may happen before all of them were answered well.
void redis_connection::impl::greet(std::size_t index) {
  if (index == greetings_.size()) {
    up = was_up_ = true;
    trouble.clear();
    spdlog::info("Redis {} is connected", where_.name());
    return;
  }
  const auto on_answer = [self = shared_from_this(), index](const result<resp_value>& said) {
    if (said.has_error()) return;  // the link fell
    const auto wrong = self->greetings_[index].judge(*said);
    if (wrong.empty())
      self->greet(index + 1);
    else
      self->drop(wrong);
  };
  pipeline_.push(greetings_[index].command, on_answer);
  flush_later();
}

void redis_connection::impl::send(const redis_command& command, handler done) {
  if (!up) {
    asio::post(io, [done = std::move(done)] { done(storage_errc::unavailable); });
    return;
  }
  pipeline_.push(command, std::move(done));
  flush_later();
}

void redis_connection::impl::run(const redis_script& script, std::vector<std::string> arguments,
                                 handler done) {
  redis_command by_digest{"EVALSHA", std::string(script.sha1)};
  by_digest.insert(by_digest.end(), arguments.begin(), arguments.end());
  send(by_digest, [self = shared_from_this(), &script, arguments = std::move(arguments),
                   done = std::move(done)](result<resp_value> said) {
    const bool failed = said.has_value() && said->is_error();
    if (failed && said->text.starts_with("NOSCRIPT")) {
      // Nothing was done. The server was restarted or flushed; with its source it knows the script again.
      redis_command by_source{"EVAL", std::string(script.source)};
      by_source.insert(by_source.end(), arguments.begin(), arguments.end());
      self->send(by_source, done);
      return;
    }
    if (failed) spdlog::warn("Redis on {}: {}", script.name, printable_error(said->text));
    // Another server may be the primary by now.
    if (failed && said->text.starts_with("READONLY"))
      asio::post(self->io, [self] { self->drop("it is a replica"); });
    done(std::move(said));
  });
}

// What the rest of this turn of the loop still asks for goes out in the same write.
void redis_connection::impl::flush_later() {
  if (flush_posted_ || writing_) return;
  flush_posted_ = true;
  asio::post(io, [self = shared_from_this()] {
    self->flush_posted_ = false;
    self->flush();
  });
}

void redis_connection::impl::flush() {
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
void redis_connection::impl::watch() {
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

void redis_connection::impl::drop(const std::string& why) {
  if (!stream_) return;
  // Said once, not at every attempt.
  if (!stopped_ && (up || why != trouble)) spdlog::warn("Redis {}: {}", where_.name(), why);
  up = writing_ = false;
  trouble = why;
  const auto fallen = std::exchange(stream_, nullptr);
  fallen->close();
  pipeline_.drop();
}

void redis_connection::impl::stop() {
  stopped_ = true;
  drop("stopped");
  limit_.cancel();
  deadline_.cancel();
  pause_.cancel();
}

redis_connection::redis_connection(asio::any_io_executor io, redis_endpoint where,
                                   const redis_settings& settings, std::vector<redis_greeting> greetings)
    : impl_(std::make_shared<impl>(std::move(io), std::move(where), settings, std::move(greetings))) {}

redis_connection::~redis_connection() { impl_->stop(); }

void redis_connection::start() { asio::co_spawn(impl_->io, impl_->keep_up(), asio::detached); }
void redis_connection::stop() { impl_->stop(); }
bool redis_connection::up() const { return impl_->up; }
std::string redis_connection::trouble() const { return impl_->trouble; }
asio::any_io_executor redis_connection::executor() const { return impl_->io; }
std::chrono::microseconds redis_connection::latency() const { return impl_->latency; }

void redis_connection::send(const redis_command& command, handler done) {
  impl_->send(command, std::move(done));
}

void redis_connection::run(const redis_script& script, std::vector<std::string> arguments, handler done) {
  impl_->run(script, std::move(arguments), std::move(done));
}

}  // namespace duanwen

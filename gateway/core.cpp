#include "gateway/core.hpp"

#include <spdlog/spdlog.h>

#include <boost/asio/co_spawn.hpp>

namespace duanwen {
namespace {

constexpr auto look_again = std::chrono::milliseconds(20);

}  // namespace

core::core(runtime& rt, store& kept, const config& settings, const std::map<std::string, wording>& wordings,
           const std::string& process, std::function<void(const char*)> failed)
    : runtime_(rt),
      kept_(kept),
      settings_(settings),
      failed_(std::move(failed)),
      clock_(rt),
      directory_(rt, kept, settings.redis.directory_poll),
      lease_(
          rt, kept, clock_, settings.outbox, process,
          [this](std::uint32_t bucket) { feed_.read_bucket(bucket); },
          [this] {
            outbound_.forget_waiting();
            feed_.read_all();
          }),
      outbound_(outbound_ports{rt, kept, clock_, settings, process, [this] { return lease_.held(); },
                               [this](std::uint32_t) { feed_.room_again(); }}),
      feed_(rt, kept, outbound_, process),
      inquiries_(inquiry_ports{rt, kept, clock_, settings, wordings, [this] { return directory_.current(); },
                               process}),
      incomplete_(rt, kept, inquiries_, settings.reassembly,
                  [this](outbox_entry entry) { feed_.offer(std::move(entry)); }),
      carriers_(carrier_ports{rt, kept, clock_, settings, inquiries_, outbound_, feed_, process}) {}

asio::awaitable<void> core::start() {
  spawn(directory_.run(), "the directory");
  spawn(lease_.run(), "the lease");
  if (!kept_.up()) spdlog::warn("waiting for the store: {}", kept_.trouble());
  const auto may_begin = [this] { return stopping_ || (directory_.current() && lease_.held()); };
  co_await until(may_begin);
  if (stopping_) co_return;
  // What waited for us goes out as soon as a carrier is bound, and no inquiry comes before we can keep it.
  spawn(outbound_.run(), "outbound");
  spawn(feed_.run(), "the outbox");
  spawn(incomplete_.run(), "reassembly");
  carriers_.start();
  serving_ = true;
  spdlog::info("serving {} number(s) by {} carrier(s)", settings_.services.size(), settings_.carriers.size());
}

asio::awaitable<void> core::stop(std::function<void(const char*)> phase) {
  stopping_ = true;
  phase("inquiries in flight");
  carriers_.stop_reading();
  inquiries_.stop();
  incomplete_.stop();
  const auto all_answered = [this] { return carriers_.inquiries_in_flight() == 0; };
  co_await until(all_answered);
  phase("replies in flight");
  feed_.stop();
  outbound_.stop();
  const auto all_settled = [this] { return outbound_.idle(); };
  co_await until(all_settled);
  phase("unbinding");
  carriers_.stop();
  const auto all_ended = [this] { return carriers_.ended() && outbound_.idle(); };
  co_await until(all_ended);
  directory_.stop();
  lease_.stop();
}

std::string core::not_ready() const {
  if (!kept_.up()) return "the store is away: " + kept_.trouble();
  if (!serving_) return "starting";
  if (stopping_) return "stopping";
  if (!carriers_.any_bound()) return "no carrier is bound";
  return "";
}

template <class Condition>
asio::awaitable<void> core::until(Condition holds) {
  while (!holds()) {
    const auto again = runtime_.now() + look_again;
    co_await runtime_.sleep_until(again);
  }
}

void core::spawn(asio::awaitable<void> task, const char* component) {
  asio::co_spawn(runtime_.executor(), std::move(task), [this, component](const std::exception_ptr& failure) {
    if (!failure) return;
    spdlog::critical("{} ended by a bug", component);
    failed_(component);
  });
}

}  // namespace duanwen

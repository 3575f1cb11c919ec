#include "gateway/core.hpp"

#include <spdlog/spdlog.h>

#include <boost/asio/co_spawn.hpp>

#include "gateway/metrics/metrics_page.hpp"
#include "gateway/replies/counting.hpp"

namespace duanwen {
namespace {

constexpr auto between_looks = std::chrono::milliseconds(20);
constexpr auto share_pace = std::chrono::seconds(1);

}  // namespace

core::core(runtime& rt, store& store, const config& settings, const std::map<std::string, wording>& wordings,
           const std::string& process, std::function<void(const char*)> failed)
    : runtime_(rt),
      store_(store),
      settings_(settings),
      failed_(std::move(failed)),
      clock_(rt),
      metrics_(settings.carriers),
      watch_(rt, settings.admin.metrics_refresh, [this] { return count_store(); }),
      fuses_(settings, metrics_),
      source_(process + '/' + std::to_string(rt.random())),
      sharing_(rt, share_pace, [this] { return share_counts(); }),
      directory_(rt, store, settings.redis.directory_poll),
      lease_(
          rt, store, clock_, settings.outbox, process,
          [this](std::uint32_t bucket) { outbox_.read_bucket(bucket); },
          [this] {
            outbound_.forget_waiting();
            outbox_.read_all();
          },
          [this] { outbox_.read_all(); }),
      sent_(settings.smpp.replies_remembered_max),
      proofs_(rt, store, process, settings.gateway.max_inquiries_in_flight),
      outbound_(outbound_ports{rt, store, clock_, settings, proofs_, process,
                               [this] { return lease_.held(); },
                               [this](std::uint32_t) { outbox_.room_again(); }, events_of_replies()}),
      outbox_(rt, store, outbound_, settings.outbox, process),
      inquiries_(inquiry_ports{rt, store, clock_, settings, wordings, [this] { return directory_.current(); },
                               process, metrics_, fuses_,
                               [this](const outbox_entry& entry) { return outbound_.sends_by(entry); }}),
      incomplete_(rt, store, inquiries_, settings.reassembly,
                  [this](inquiry_end end) { carriers_.hand_on(end); }),
      carriers_(carrier_ports{rt, store, clock_, settings, inquiries_, outbound_, outbox_, sent_, proofs_,
                              metrics_, process}) {}

outbound_events core::events_of_replies() {
  auto events = counting(runtime_, metrics_);
  events.named = [this](const carrier_settings& carrier, const outbox_entry& entry,
                        const outgoing_segment& segment, const std::string& message_id) {
    auto one = sent_as(segment, message_id);
    one.carrier = carrier.name;
    one.msisdn = entry.key.msisdn;
    one.at = clock_.now();
    sent_.accepted(std::move(one));
  };
  return events;
}

asio::awaitable<void> core::start() {
  spawn(directory_.run(), "the directory");
  spawn(lease_.run(), "the lease");
  spawn(watch_.run(), "the watch of the store");
  if (!store_.up()) spdlog::warn("waiting for the store: {}", store_.trouble());
  const auto may_begin = [this] { return stopping_ || (directory_.current() && lease_.held()); };
  co_await until(may_begin);
  if (stopping_) co_return;
  // What waited for us goes out as soon as a carrier is bound, and no inquiry comes before we can keep it.
  spawn(outbound_.run(), "outbound");
  spawn(proofs_.run(), "what carriers read");
  if (fuses_.any()) spawn(sharing_.run(), "the fuses");
  spawn(outbox_.run(), "the outbox");
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
  outbox_.stop();
  outbound_.stop();
  const auto all_settled = [this] { return outbound_.idle(); };
  co_await until(all_settled);
  phase("unbinding");
  carriers_.stop();
  proofs_.stop();
  const auto all_ended = [this] { return carriers_.ended() && outbound_.idle() && proofs_.idle(); };
  co_await until(all_ended);
  watch_.stop();
  sharing_.stop();
  directory_.stop();
  lease_.stop();
}

std::string core::not_ready() const {
  if (!store_.up()) return "the store is away: " + store_.trouble();
  if (!serving_) return "starting";
  if (stopping_) return "stopping";
  if (!carriers_.any_bound()) return "no carrier is bound";
  return "";
}

asio::awaitable<void> core::count_store() {
  const auto counts = co_await store_.counts();
  metrics_.store_holds(counts.has_value() ? std::optional(*counts) : std::nullopt);
}

asio::awaitable<void> core::share_counts() {
  const auto now = clock_.now();
  auto own = fuses_.tell(now);
  const auto all = co_await store_.share_counts(hour_of(now), source_, std::move(own));
  if (all.has_value()) fuses_.heard(hour_of(now), *all);
}

std::vector<carrier_status> core::carrier_statuses() {
  auto all = carriers_.status();
  for (auto& one : all)
    if (const auto fuse = fuses_.of_carrier(one.name, clock_.now())) {
      one.hour_segments = fuse->segments;
      one.segments_per_hour = fuse->limit;
      one.fuse_tripped = fuse->tripped;
    }
  return all;
}

gateway_status core::status() {
  gateway_status now;
  now.not_ready = not_ready();
  if (!store_.up()) now.store_trouble = store_.trouble();
  now.store = metrics_.store();
  now.inquiries_in_flight = carriers_.inquiries_in_flight();
  now.replies_waiting = outbound_.waiting();
  now.replies_unrecorded = outbound_.unrecorded();
  now.replies_held = outbound_.held();
  now.carriers = carrier_statuses();
  return now;
}

std::string core::metrics_text() const {
  standing_now now;
  now.carriers = carriers_.status();
  now.redis_up = store_.up();
  now.replies_unrecorded = outbound_.unrecorded();
  now.replies_held = outbound_.held();
  return metrics_page(metrics_, now);
}

template <class Condition>
asio::awaitable<void> core::until(Condition holds) {
  while (!holds()) {
    const auto again = runtime_.now() + between_looks;
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

#include "gateway/replies/read_proofs.hpp"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <boost/asio/co_spawn.hpp>
#include <iterator>
#include <limits>

#include "gateway/runtime/sleep.hpp"

namespace duanwen {
namespace {

// Most replies are over by then, and what is told with their end costs no call of its own.
constexpr auto wait_for_reply = std::chrono::milliseconds(250);
// A store that did not take it is not asked so often.
constexpr auto before_again = std::chrono::milliseconds(2000);

// As many as a submit_multi has recipients (SMPP 3.4 §4.5.1), also where a peer always gives the same number.
constexpr std::size_t at_one_place_max = 254;

}  // namespace

read_proofs::read_proofs(runtime& rt, store& store, std::string process, std::size_t untold_max)
    : runtime_(rt),
      store_(store),
      process_(std::move(process)),
      untold_max_(untold_max),
      changed_(rt.executor()) {}

void read_proofs::await(const conversation_key& resident, const delivery& arrival,
                        std::uint32_t sequence_number) {
  // An earlier bind of this link can prove nothing any more: what is in doubt of it stays so.
  const auto mine = open_.lower_bound(place(arrival.link, arrival.bind_epoch, 0));
  open_.erase(open_.lower_bound(place(arrival.link, 0, 0)), mine);
  constexpr auto last = std::numeric_limits<std::uint32_t>::max();
  const auto behind = open_.upper_bound(place(arrival.link, arrival.bind_epoch, last));
  open_.erase(behind,
              open_.upper_bound(place(arrival.link, std::numeric_limits<std::uint64_t>::max(), last)));
  auto& here = open_[place(arrival.link, arrival.bind_epoch, sequence_number)];
  here.emplace_back(resident, arrival);
  if (here.size() > at_one_place_max) here.erase(here.begin());
}

void read_proofs::proven(const std::string& link, std::uint64_t bind_epoch,
                         const std::vector<std::uint32_t>& sequence_numbers) {
  for (const auto sequence_number : sequence_numbers) {
    auto found = open_.extract(place(link, bind_epoch, sequence_number));
    if (found.empty()) continue;
    for (auto& [resident, arrival] : found.mapped()) read(resident, std::move(arrival));
  }
}

void read_proofs::read(const conversation_key& resident, delivery arrival) {
  std::vector<delivery> one;
  one.push_back(std::move(arrival));
  keep(resident, std::move(one), wait_for_reply);
  if (stopping_) tell(resident);
}

void read_proofs::keep(const conversation_key& resident, std::vector<delivery> read,
                       std::chrono::milliseconds wait) {
  auto& of_resident = untold_[resident];
  const bool is_first = of_resident.empty();
  std::move(read.begin(), read.end(), std::back_inserter(of_resident));
  if (!is_first) return;
  if (due_.empty()) changed_.notify();
  due_.emplace(runtime_.now() + wait, resident);
}

std::vector<delivery> read_proofs::take(const conversation_key& resident) {
  auto taken = untold_.extract(resident);
  return taken.empty() ? std::vector<delivery>() : std::move(taken.mapped());
}

asio::awaitable<void> read_proofs::run() {
  while (!stopping_) {
    while (!due_.empty() && due_.begin()->first <= runtime_.now()) {
      const auto one = due_.extract(due_.begin());
      tell(one.mapped());
    }
    const auto next = runtime_.now() + (due_.empty() ? std::chrono::hours(1) : wait_for_reply);
    co_await sleep_until(runtime_, next, changed_);
  }
}

void read_proofs::stop() {
  stopping_ = true;
  while (!untold_.empty()) {
    const auto resident = untold_.begin()->first;
    tell(resident);
  }
  changed_.notify();
}

void read_proofs::tell(const conversation_key& resident) {
  reply_finish f;
  f.proven_read = take(resident);
  if (f.proven_read.empty()) return;
  f.key = resident;
  f.process = process_;
  ++telling_;
  asio::co_spawn(runtime_.executor(), tell_store(std::move(f)), [this](const std::exception_ptr& failure) {
    --telling_;
    if (failure) spdlog::critical("telling the store what was read ended by a bug");
  });
}

asio::awaitable<void> read_proofs::tell_store(reply_finish f) {
  const auto done = co_await store_.finish(f);
  if (done.has_value()) co_return;
  spdlog::debug("what was read stays in doubt: {}", done.error().message());
  if (stopping_ || !may_heal(done.error()) || untold_.size() >= untold_max_) co_return;
  keep(f.key, std::move(f.proven_read), before_again);
}

}  // namespace duanwen

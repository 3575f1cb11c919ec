#include "tests/sim/world.hpp"

#include <spdlog/spdlog.h>

#include <algorithm>

#include "tests/sim/town.hpp"
#include "tests/support/machine/run_coroutine.hpp"
#include "tests/support/simulated/sim_daemon.hpp"

namespace duanwen::sim {
namespace {

using std::chrono::seconds;
constexpr milliseconds faults_for{20000}, look_again{250};
constexpr seconds conversation_ttl{8};
constexpr std::uint16_t first_port = 2775;

}  // namespace

world::world(world_options options)
    : options_(std::move(options)),
      dice_(options_.seed),
      sky_(draw_weather(dice_)),
      settings_(test::sim_settings()),
      verdict_(options_.keeps_log),
      inquiries_(verdict_, conversation_ttl),
      replies_(verdict_),
      doubts_(verdict_),
      links_(verdict_),
      store_watches_{verdict_, inquiries_, replies_, doubts_, [this] { return store_time(); }} {
  spdlog::set_level(spdlog::level::off);  // what processes say would hide what the simulation says
  draw_settings();
  const watches who{verdict_, inquiries_, replies_, doubts_, links_};
  for (const auto& carrier : settings_.carriers) {
    const link_rules allows{carrier.window, carrier.throughput};
    centres_.push_back(std::make_unique<centre>(allows, who, agenda_, dice_, sky_, next_number_));
    if (options_.broken.carriers) options_.broken.carriers(*centres_.back());
  }
  if (options_.broken.settings) options_.broken.settings(settings_);
  store_ = std::make_unique<memory_store>(store_limits(settings_), [this] { return store_time(); });
  store_watches_.lease_ms = milliseconds(settings_.outbox.lease).count();
  watched_ = std::make_unique<watched_store>(*store_, store_watches_);
  if (options_.broken.lying_store) lying_ = options_.broken.lying_store(*watched_);
  test::run_coroutine(store_->write_directory(0, small_town()));
  slots_.resize(1 + dice_.below(2));
  for (std::size_t i = 0; i < slots_.size(); ++i) {
    slots_[i].name = "p" + std::to_string(i);
    begin(i);
  }
  plan_inquiries();
  plan_faults();
}

// Links hold on to what lives on the clocks of their processes.
world::~world() {
  agenda_ = agenda();
  centres_.clear();
}

void world::draw_settings() {
  settings_.redis.hold = seconds(2);
  settings_.redis.directory_poll = seconds(10);
  settings_.outbox.lease = seconds(4);
  settings_.outbox.retry_max = seconds(4);
  settings_.outbox.unrecorded_max = 1 + static_cast<std::uint32_t>(dice_.below(4));
  replies_.doubled_at_most(settings_.outbox.unrecorded_max);
  settings_.dial.backoff_max = seconds(2);
  settings_.conversation.ttl = conversation_ttl;
  settings_.conversation.resident_per_minute = 0;
  settings_.conversation.segments_per_hour = 0;
  settings_.reassembly.parts_wait = seconds(52);
  if (dice_.chance(0.5)) settings_.carriers.resize(2);
  for (std::size_t i = 0; i < settings_.carriers.size(); ++i) {
    auto& c = settings_.carriers[i];
    c = settings_.carriers[0];
    c.name = i == 0 ? "mobile" : "unicom";
    c.port = static_cast<std::uint16_t>(first_port + i);
    c.links = 1 + static_cast<std::uint32_t>(dice_.below(2));
    c.window = 1 + static_cast<std::uint32_t>(dice_.below(4));
    c.throughput = dice_.chance(0.5) ? 0 : 2 + static_cast<std::uint32_t>(dice_.below(10));
    c.enquire_link = c.response_timeout = seconds(5);
    c.failover = seconds(5);
    constexpr long_message_form forms[] = {long_message_form::udh16, long_message_form::sar,
                                           long_message_form::payload};
    c.profile.long_messages = forms[dice_.below(std::size(forms))];
  }
}

unix_ms world::store_time() const { return 1'790'000'000'000 + agenda_.now().count(); }

void world::plan_inquiries() {
  const auto residents = 3 + dice_.below(4);
  items_left_.resize(residents);
  for (auto& left : items_left_)
    for (std::uint32_t n = 1; n <= items_in_town; ++n) left.push_back(n);
  const auto inquiries = 8 + dice_.below(20);
  for (std::size_t i = 0; i < inquiries; ++i)
    agenda_.at(dice_.within(milliseconds(0), faults_for + seconds(8)),
               [this, who = dice_.below(residents)] { ask(who); });
}

void world::ask(std::size_t resident) {
  auto& left = items_left_[resident];
  if (left.empty()) return;
  const auto at = dice_.below(left.size());
  const auto item = std::to_string(left[at]);
  const auto kind = dice_.below(10);
  std::string text = town_keyword;  // the menu
  const bool bare = kind >= 3 && kind < 6, lengthy = kind >= 8;
  if (bare) text = item;
  if (kind >= 6) text += std::string(lengthy ? 70 : 0, ' ') + item;
  if (text != town_keyword) left.erase(left.begin() + static_cast<std::ptrdiff_t>(at));
  constexpr const char* forms[] = {"", "86", "+86", "0086"};
  const auto from =
      std::string(forms[dice_.below(std::size(forms))]) + "1380000000" + std::to_string(resident);
  auto parts = texted(from, text, inquiries_.size());
  // Now and then a part never comes.
  if (parts.size() > 1 && dice_.chance(0.05)) parts.erase(parts.begin());
  const auto inquiry = inquiries_.asked(bare, parts.size());
  verdict_.note("resident " + std::to_string(resident) + " texts inquiry " + std::to_string(inquiry) + ": " +
                text);
  for (std::size_t part = 0; part < parts.size(); ++part) {
    outgoing what;
    what.inquiry = inquiry;
    what.part = part;
    what.message = parts[part];
    auto& by = *centres_[dice_.below(parts.size() > 1 ? 1 : centres_.size())];
    by.deliver(std::move(what));
  }
}

void world::plan_faults() {
  const auto sometime = [this] { return dice_.within(milliseconds(500), faults_for); };
  for (std::size_t i = 0; i < sky_.kills; ++i) agenda_.at(sometime(), [this] { kill_some(); });
  for (std::size_t i = 0; i < sky_.stops; ++i) agenda_.at(sometime(), [this] { stop_some(); });
  for (std::size_t i = 0; i < sky_.outages; ++i) agenda_.at(sometime(), [this] { store_away(); });
  for (std::size_t i = 0; i < sky_.resets; ++i)
    agenda_.at(sometime(), [this] { centres_[dice_.below(centres_.size())]->reset_one(); });
  agenda_.at(faults_for + seconds(1), [this] { calm(); });
}

void world::begin(std::size_t i) {
  auto& s = slots_[i];
  if (s.running) gone_.push_back(std::move(s.running));
  s.connections_seen = 0;
  s.stopping = s.ended = false;
  const auto incarnation = s.name + "." + std::to_string(s.incarnations++);
  auto& line = lying_ ? *lying_ : static_cast<store&>(*watched_);
  s.running = std::make_unique<process>(s.name, incarnation, settings_, line, dice_, sky_, agenda_.now());
  s.running->line().finish_failed = [this](const std::string& resident) { replies_.finish_failed(resident); };
  s.running->start();
  s.running->run_to(agenda_.now());  // so that it is known when it wakes next
  verdict_.note(incarnation + " starts");
}

void world::kill_some() {
  constexpr std::size_t steps_most = 60;
  auto& s = slots_[dice_.below(slots_.size())];
  if (s.running->alive()) s.running->kill_after(dice_.below(steps_most));
}

void world::stop_some() {
  auto& s = slots_[dice_.below(slots_.size())];
  if (!s.running->alive() || s.stopping) return;
  verdict_.note(s.running->incarnation() + " is told to stop");
  s.stopping = true;
  s.running->stop();
  constexpr milliseconds stop_timeout{60000};
  agenda_.in(stop_timeout, [this, &s, it = s.running.get()] {
    if (s.running.get() == it && it->alive()) verdict_.broken(rule::stop_hangs, it->incarnation());
  });
}

void world::store_away() {
  const auto until = process::on_its_clock(agenda_.now() + dice_.within(milliseconds(100), seconds(9)));
  const bool everybody = dice_.chance(0.5);
  for (auto& s : slots_)
    if (everybody || dice_.chance(0.5)) s.running->line().away_until(until);
  verdict_.note("the store is away");
}

void world::calm() {
  sky_ = weather();
  verdict_.note("the faults stop");
  watch_for_quiet();
}

bool world::all_bound(const core& one) {
  for (const auto& carrier : one.links().status())
    for (const auto& l : carrier.links)
      if (l.state != "bound_trx") return false;
  return true;
}

bool world::quiet() {
  const bool all_up = std::all_of(slots_.begin(), slots_.end(), [](const slot& s) {
    return s.running->alive() && !s.stopping && all_bound(s.running->the_core()) &&
           s.running->the_core().replies_waiting() == 0 &&
           s.running->the_core().links().inquiries_in_flight() == 0;
  });
  return all_up && inquiries_.all_over() && replies_.all_finished() && doubts_.settled() &&
         outbox_size() == 0;
}

void world::watch_for_quiet() {
  const bool all_texted = agenda_.now() > faults_for + seconds(9);
  over_ = (all_texted && quiet()) || agenda_.now() > options_.broken.at_the_latest;
  if (!over_) agenda_.in(look_again, [this] { watch_for_quiet(); });
}

std::size_t world::outbox_size() {
  std::size_t size = 0;
  for (const auto& s : slots_)
    for (std::uint32_t bucket = 0; bucket < bucket_count; ++bucket)
      size += test::run_coroutine(store_->read_outbox(s.name, bucket, "", 100))->size();
  return size;
}

const verdict& world::run() {
  while (!over_ && !verdict_.first()) step();
  judge_the_rest();
  return verdict_;
}

void world::step() {
  auto next = agenda_.next();
  for (auto& s : slots_) next = std::min(next, s.running->next_wake());
  next = std::max(next, agenda_.now());
  verdict_.at(next);
  // On every clock it is that time before something happens in it.
  for (auto& s : slots_) s.running->run_to(next);
  agenda_.pass_to(next);
  for (std::size_t i = 0; i < slots_.size(); ++i) {
    slots_[i].running->run_to(next);
    look_at(i);
  }
  for (auto& c : centres_) c->serve();
}

// New connections, and ends.
void world::look_at(std::size_t i) {
  auto& s = slots_[i];
  const auto& made = s.running->network().connections;
  for (; s.connections_seen < made.size(); ++s.connections_seen) {
    const auto& c = made[s.connections_seen];
    const auto& carrier = settings_.carriers[c->port - first_port];
    const auto pace = s.running->incarnation() + " " + carrier.name;
    centres_[c->port - first_port]->take(c, pace + "#" + std::to_string(s.connections_seen), pace);
  }
  if (options_.broken.wire)
    for (const auto& c : made) options_.broken.wire(*c);
  if (s.ended || (s.running->alive() && !s.running->stopped())) return;
  s.ended = true;
  if (s.running->alive()) {
    replies_.stopped(s.name);
    s.running->kill();
  } else {
    replies_.killed(s.name);
  }
  verdict_.note(s.running->incarnation() + " ends");
  agenda_.in(dice_.within(milliseconds(50), seconds(6)), [this, i] { begin(i); });
}

// What comes first says most: who is not there can finish nothing.
void world::judge_the_rest() {
  if (verdict_.first()) return;
  for (auto& s : slots_)
    if (!s.running->alive() || !all_bound(s.running->the_core())) verdict_.broken(rule::not_bound, s.name);
  inquiries_.at_end();
  for (auto& s : slots_) {
    if (!s.running->alive()) continue;
    const auto& c = s.running->the_core();
    if (c.replies_waiting() != 0) verdict_.broken(rule::not_drained, s.name + " has replies");
    if (c.links().inquiries_in_flight() != 0) verdict_.broken(rule::not_drained, s.name + " has inquiries");
  }
  if (outbox_size() != 0) verdict_.broken(rule::not_drained, "the outbox");
  replies_.at_end();
  doubts_.at_end();
}

}  // namespace duanwen::sim

#include "tests/support/simulated/sim_daemon.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <cstdio>
#include <cstdlib>
#include <stdexcept>

#include "config/reading/load.hpp"
#include "config/reading/load_wording.hpp"

namespace duanwen::test {

config sim_settings() {
  config settings;
  settings.services.resize(1);
  settings.services[0].number = "10690001";
  settings.services[0].extensions["03"] = "guotu";
  settings.carriers.resize(1);
  settings.carriers[0].name = "mobile";
  settings.carriers[0].system_id = "duanwen";
  settings.conversation.repeats_within = seconds(0);  // what a test texts twice is meant twice
  return settings;
}

sim_daemon::sim_daemon(sim_runtime& rt, store& store, config settings, std::string process)
    : runtime_(rt), store_(store), settings_(std::move(settings)), first_connection_(rt.connections.size()) {
  auto words = load_wording(std::string(SOURCE_DIR) + "/config/wording/zh-CN.toml");
  if (!words.mistakes.empty()) throw std::runtime_error(words.mistakes.front().message);
  wordings_["zh-CN"] = std::move(words.words);
  core_ = std::make_unique<core>(rt, store_, settings_, wordings_, std::move(process),
                                 [](const char* component) { throw std::logic_error(component); });
}

sim_daemon::~sim_daemon() {
  store_.cut();
  for (auto* all : {&carriers_, &callers_})
    for (auto& c : *all) c->connection().close();
  bool stopped = false;
  std::function<void(const char*)> no_matter = [](const char*) {};
  asio::co_spawn(runtime_.executor(), core_->stop(std::move(no_matter)),
                 [&](std::exception_ptr) { stopped = true; });
  constexpr auto step_length = std::chrono::milliseconds(20);
  const auto end = runtime_.now() + std::chrono::hours(1);
  while (!stopped && runtime_.now() < end) runtime_.advance(step_length);
  if (!stopped) std::fputs("the simulated daemon does not stop\n", stderr), std::abort();
  runtime_.settle();
}

void sim_daemon::start() {
  asio::co_spawn(runtime_.executor(), core_->start(), asio::detached);
  advance(std::chrono::milliseconds(100));
}

void sim_daemon::step() {
  constexpr int rounds = 20;  // a round carries one message one way
  for (int i = 0; i < rounds; ++i) {
    runtime_.settle();
    while (first_connection_ + carriers_.size() < runtime_.connections.size()) {
      carriers_.push_back(
          std::make_unique<sim_carrier>(runtime_.connections[first_connection_ + carriers_.size()]));
      carriers_.back()->bind_status = bind_status;
      if (connected) connected(*carriers_.back());
    }
    for (auto& c : carriers_) c->serve();
    for (auto& c : callers_) c->serve();
  }
}

void sim_daemon::advance(std::chrono::milliseconds by) {
  constexpr auto step_length = std::chrono::milliseconds(50);
  step();
  for (auto passed = std::chrono::milliseconds(0); passed < by; passed += step_length) {
    runtime_.advance(std::min(step_length, by - passed));
    step();
  }
}

sim_carrier& sim_daemon::carrier(std::size_t i) { return *carriers_.at(i); }

sim_carrier& sim_daemon::dial_in(std::uint16_t port, const std::string& address) {
  auto connection = runtime_.dial_gateway(port, address);
  if (!connection) throw std::logic_error("the gateway does not listen there");
  return *callers_.emplace_back(std::make_unique<sim_carrier>(std::move(connection)));
}

sim_carrier& sim_daemon::carrier() {
  if (carriers_.empty()) throw std::logic_error("no connection was made");
  return *carriers_.back();
}

}  // namespace duanwen::test

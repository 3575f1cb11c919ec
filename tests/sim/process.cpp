#include "tests/sim/process.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <stdexcept>

#include "config/reading/load.hpp"
#include "config/reading/load_wording.hpp"

namespace duanwen::sim {
namespace {

const std::map<std::string, wording>& wordings() {
  static const auto all = [] {
    auto loaded = load_wording(std::string(SOURCE_DIR) + "/config/wording/zh-CN.toml");
    if (!loaded.mistakes.empty()) throw std::runtime_error(loaded.mistakes.front().message);
    return std::map<std::string, wording>{{"zh-CN", std::move(loaded.words)}};
  }();
  return all;
}

}  // namespace

process::process(std::string name, std::string incarnation, const config& settings, store& store,
                 dice& chance, const weather& sky, milliseconds now)
    : name_(std::move(name)),
      incarnation_(std::move(incarnation)),
      settings_(settings),
      line_(store, runtime_, chance, sky) {
  runtime_.random_state = chance.number();
  runtime_.advance_to(on_its_clock(now));
  core_ = std::make_unique<core>(runtime_, line_, settings_, wordings(), name_,
                                 [](const char* component) { throw std::logic_error(component); });
}

void process::start() { asio::co_spawn(runtime_.executor(), core_->start(), asio::detached); }

void process::stop() {
  std::function<void(const char*)> no_matter = [](const char*) {};
  asio::co_spawn(runtime_.executor(), core_->stop(std::move(no_matter)),
                 [this](const std::exception_ptr& failure) {
                   if (failure) std::rethrow_exception(failure);
                   stopped_ = true;
                 });
}

void process::kill() {
  if (!alive()) return;
  runtime_.kill();
  core_.reset();
}

void process::run_to(milliseconds now) {
  if (!alive()) return;
  const auto until = on_its_clock(now);
  while (steps_left_ > 0 && runtime_.step(until))
    if (steps_left_ != never) --steps_left_;
  if (steps_left_ == 0) return kill();
  runtime_.advance_to(until);
}

milliseconds process::next_wake() {
  if (!alive() || runtime_.next_wake() == time_point::max()) return milliseconds::max();
  const auto wait = runtime_.next_wake() - on_its_clock(milliseconds(0));
  return std::chrono::ceil<milliseconds>(wait);
}

}  // namespace duanwen::sim

// Plays the carrier: whoever dials it is texted by a crowd, and what becomes of each text is measured. One
// JSON object at the end. Lines on standard input steer it: watch NAME PID (CPU and memory are told), cut
// (all links), dying (the peer is about to be killed or stopped), unfinished NUMBER… (whose replies it had
// not recorded by then), count, rest (nobody texts any more), drain. `python3 tools/load` runs it against
// the daemon and the null responder.
#include <CLI/CLI.hpp>
#include <chrono>
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "tools/load/carrier.hpp"
#include "tools/load/control.hpp"
#include "tools/load/processes.hpp"

namespace asio = boost::asio;
using namespace duanwen::load;

namespace {

struct options {
  carrier_plan plan;
  crowd_settings crowd;
  std::vector<double> mix;
  double warm_up_s = 1, measured_s = 5, patience_s = 10;
  bool controlled = false;
};

class program {
 public:
  explicit program(const options& o)
      : options_(o),
        crowd_(o.crowd),
        timer_(io_),
        carrier_(io_, o.plan, crowd_, [this] { bound(); }),
        control_(io_, [this](const auto& command, const auto& words) { obey(command, words); }) {}

  void run() {
    std::cout << nlohmann::json({{"event", "listening"}, {"port", carrier_.port()}}).dump() << std::endl;
    io_.run();
  }

 private:
  using seconds = std::chrono::duration<double>;

  void after(double wait, std::function<void()> what) {
    timer_.expires_after(std::chrono::duration_cast<std::chrono::nanoseconds>(seconds(wait)));
    timer_.async_wait([what = std::move(what)](const boost::system::error_code& error) {
      if (!error) what();
    });
  }

  void bound() {
    std::cout << nlohmann::json({{"event", "bound"}}).dump() << std::endl;
    if (options_.controlled) return crowd_.measure(std::chrono::steady_clock::now());
    after(options_.warm_up_s, [this] { begin(); });
  }

  void begin() {
    began_ = std::chrono::steady_clock::now();
    crowd_.measure(began_);
    before_ = crowd_.counted();
    for (const auto& [name, pid] : watched_) used_[name] = use_of(pid);
    after(options_.measured_s, [this] { end(); });
  }

  void end() {
    const seconds took = std::chrono::steady_clock::now() - began_;
    const auto& now = crowd_.counted();
    report_["seconds"] = took.count();
    report_["inquiries_per_second"] = static_cast<double>(now.answered - before_.answered) / took.count();
    report_["segments_per_second"] = static_cast<double>(now.segments - before_.segments) / took.count();
    for (const auto& [name, pid] : watched_) {
      const auto use = use_of(pid);
      report_["processes"][name] = {{"cores", (use.cpu_seconds - used_[name].cpu_seconds) / took.count()},
                                    {"memory_mib", use.memory_mib},
                                    {"memory_max_mib", use.memory_max_mib}};
    }
    drain();
  }

  void drain() {
    carrier_.stop_texting();
    patient_until_ = std::chrono::steady_clock::now() +
                     std::chrono::duration_cast<std::chrono::nanoseconds>(seconds(options_.patience_s));
    wait_until_drained();
  }

  void wait_until_drained() {
    constexpr double look_again = 0.005;
    if (!carrier_.drained() && std::chrono::steady_clock::now() < patient_until_)
      return after(look_again, [this] { wait_until_drained(); });
    report();
    io_.stop();
  }

  void report() {
    const auto& all = crowd_.counted();
    report_["event"] = "report";
    report_["acknowledged"] = all.acknowledged;
    report_["answered"] = all.answered;
    report_["unanswered"] = crowd_.open();
    report_["lost"] = crowd_.lost();
    report_["refused"] = all.refused;
    report_["segments"] = all.segments;
    report_["doubled"] = all.doubled;
    report_["doubled_by_kills"] = all.doubled_by_kills;
    report_["doubled_by_links"] = all.doubled_by_links;
    report_["doubled_by_refusals"] = all.doubled_by_refusals;
    report_["doubled_without_fault"] = all.doubled_without_fault;
    report_["links_lost"] = carrier_.links_lost();
    const auto &to_response = crowd_.to_response(), &to_reply = crowd_.to_reply();
    report_["to_response_ms"] = quantiles(to_response.all);
    report_["to_reply_ms"] = quantiles(to_reply.all);
    report_["machine_slow"] = crowd_.pulse().slow_share();
    report_["steady"] = {{"share", share_of(to_reply.steady, to_reply.all)},
                         {"to_response_ms", quantiles(to_response.steady)},
                         {"to_reply_ms", quantiles(to_reply.steady)}};
    std::cout << report_.dump() << std::endl;
  }

  static double share_of(const histogram& some, const histogram& all) {
    return all.total() == 0 ? 0 : static_cast<double>(some.total()) / static_cast<double>(all.total());
  }

  static nlohmann::json quantiles(const histogram& h) {
    const auto ms = [&h](double share) {
      return std::chrono::duration<double, std::milli>(h.quantile(share)).count();
    };
    constexpr double half = 0.5, most = 0.99, nearly_all = 0.999;
    return {{"p50", ms(half)}, {"p99", ms(most)}, {"p99.9", ms(nearly_all)}};
  }

  void obey(const std::string& command, const std::vector<std::string>& words) {
    if (command == "watch") watched_[words.at(0)] = std::stoi(words.at(1));
    if (command == "cut") carrier_.cut();
    if (command == "dying") dying();
    if (command == "unfinished") unfinished(words);
    if (command == "rest") carrier_.stop_texting();
    if (command == "drain") drain();
    if (command == "count") count();
  }

  void dying() {
    carrier_.peer_dies(true);
    std::cout << nlohmann::json({{"event", "dying"}}).dump() << std::endl;
  }

  // Replies that the store did not know finished when the daemon was killed: those that came may come again.
  void unfinished(const std::vector<std::string>& numbers) {
    std::size_t in_flight = 0;
    for (const auto& number : numbers) {
      const auto who = crowd_.resident_of(number);
      if (who && crowd_.may_double_by_kill(*who)) ++in_flight;
    }
    carrier_.peer_dies(false);
    std::cout << nlohmann::json({{"event", "unfinished"}, {"in_flight", in_flight}}).dump() << std::endl;
  }

  void count() {
    const auto& all = crowd_.counted();
    std::cout << nlohmann::json({{"event", "count"},
                                 {"acknowledged", all.acknowledged},
                                 {"answered", all.answered},
                                 {"doubled_by_kills", all.doubled_by_kills},
                                 {"doubled_without_fault", all.doubled_without_fault},
                                 {"open", crowd_.open()},
                                 {"links", carrier_.links()}})
                     .dump()
              << std::endl;
  }

  options options_;
  asio::io_context io_{1};
  crowd crowd_;
  asio::steady_timer timer_;
  carrier carrier_;
  control control_;
  std::map<std::string, pid_t> watched_;  // by name
  time_point began_{}, patient_until_{};
  tally before_;
  std::map<std::string, process_use> used_;
  nlohmann::json report_;
};

void add_options(CLI::App& app, options& o) {
  app.add_option("--port", o.plan.port, "listen here on 127.0.0.1; 0 takes a free port");
  app.add_option("--window", o.plan.window, "inquiries open at a time");
  app.add_option("--rate", o.plan.rate,
                 "inquiries a second, however slow the answers; 0: as the window lets");
  app.add_option("--peer-window", o.plan.peer_window, "submit_sm that the peer may have in flight a link");
  app.add_option("--residents", o.crowd.residents, "who text")->check(CLI::Range(1, 100000000));
  app.add_option("--mix", o.mix, "weights of first texts, numbers and long messages")->expected(3);
  app.add_option("--service", o.crowd.service, "the number texted");
  app.add_option("--keyword", o.crowd.keyword, "what a first text says");
  app.add_option("--items", o.crowd.items, "numbers texted are 1 to this")->check(CLI::Range(1, 99));
  app.add_flag("--once", o.crowd.once, "each resident texts once");
  app.add_option("--first", o.crowd.first, "which of them begins, counted from 0");
  app.add_option("--warm-up", o.warm_up_s, "seconds before the measurement");
  app.add_option("--seconds", o.measured_s, "how long it is measured");
  app.add_option("--patience", o.patience_s, "seconds to wait for the last answers");
  app.add_flag("--control", o.controlled, "no time of its own: it ends when it is told to drain");
}

}  // namespace

int main(int argc, char** argv) {
  options o;
  CLI::App app("A carrier under load: prints what it measured as JSON.");
  add_options(app, o);
  CLI11_PARSE(app, argc, argv);
  if (!o.mix.empty()) std::copy_n(o.mix.begin(), o.crowd.mix.size(), o.crowd.mix.begin());
  try {
    program(o).run();
  } catch (const std::exception& failed) {
    std::cerr << "load: " << failed.what() << '\n';
    return 1;
  }
  return 0;
}

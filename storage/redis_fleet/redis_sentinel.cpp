#include "storage/redis_fleet/redis_sentinel.hpp"

#include <spdlog/spdlog.h>

#include <boost/asio/steady_timer.hpp>

#include "keywords/text/whole_number.hpp"
#include "storage/redis_link/redis_error.hpp"
#include "storage/redis_link/redis_examiner.hpp"

namespace duanwen {
namespace {

// Sentinels need seconds to agree on a new master, so nothing is won by asking more often.
constexpr auto ask_again = std::chrono::milliseconds(500);
constexpr auto ask_again_soon = std::chrono::milliseconds(50);

std::string judge_master(const resp_value& said) {
  if (said.is_error()) return printable_error(said.text);
  const bool is_master = !said.items.empty() && said.items.front().text == "master";
  return is_master ? std::string() : "sentinels call it the master and it says that it is none";
}

/// A sentinel may want no password, and says so as an error.
std::vector<redis_greeting> log_in_if_wanted(const redis_endpoint& sentinel) {
  std::vector<redis_greeting> greetings;
  if (sentinel.password.empty()) return greetings;
  redis_command log_in{"AUTH"};
  if (!sentinel.user.empty()) log_in.push_back(sentinel.user);
  log_in.push_back(sentinel.password.reveal());
  greetings.push_back(redis_greeting{std::move(log_in), [](const resp_value&) { return std::string(); }});
  return greetings;
}

std::vector<redis_greeting> with_role(std::vector<redis_greeting> greetings) {
  greetings.insert(greetings.begin(), redis_greeting{{"ROLE"}, judge_master});
  return greetings;
}

/// The value of a field in what SENTINEL MASTER answers: names and values by turns.
std::string field_of(const resp_value& said, std::string_view name) {
  for (std::size_t i = 0; i + 1 < said.items.size(); i += 2)
    if (said.items[i].text == name) return said.items[i + 1].text;
  return {};
}

}  // namespace

/// Asks all sentinels again and again. The one that knows the newest configuration is right: another may have
/// been away while the others agreed on it.
class redis_sentinel::council : public std::enable_shared_from_this<council> {
 public:
  council(const boost::asio::any_io_executor& io, const std::vector<redis_endpoint>& sentinels,
          std::string name, const redis_settings& settings)
      : name_(std::move(name)), access_(sentinels.front()), timer_(io) {
    for (auto where : sentinels) {
      auto greetings = log_in_if_wanted(where);
      where.password = secret();
      links_.push_back(
          std::make_unique<redis_connection>(io, std::move(where), settings, std::move(greetings)));
    }
  }

  void start(std::function<void()> on_move) {
    on_move_ = std::move(on_move);
    for (auto& link : links_) link->start();
    ask();
  }
  void stop() {
    stopped_ = true;
    timer_.cancel();
    for (auto& link : links_) link->stop();
  }
  std::optional<redis_endpoint> master(std::string& trouble) const {
    if (!master_) trouble = trouble_of_all();
    return master_;
  }

 private:
  struct round {
    std::size_t missing = 0;
    long long newest = -1;
    redis_endpoint master;
  };

  // SENTINEL MASTER names the old address until a failover is over, the other the new one; only the first
  // tells how new what it knows is.
  void ask() {
    const auto now = std::make_shared<round>();
    now->missing = links_.size();
    for (auto& link : links_) {
      const auto epoch = std::make_shared<long long>(-1);
      link->send({"SENTINEL", "MASTER", name_}, [epoch](const result<resp_value>& said) {
        if (said.has_value()) *epoch = whole_number<long long>(field_of(*said, "config-epoch")).value_or(0);
      });
      const auto on_address = [self = shared_from_this(), now, epoch](const result<resp_value>& said) {
        if (said.has_value() && said->items.size() == 2) self->hear(*now, *epoch, said->items);
        if (--now->missing == 0) self->conclude(*now);
      };
      link->send({"SENTINEL", "GET-MASTER-ADDR-BY-NAME", name_}, on_address);
    }
  }

  void hear(round& now, long long epoch, const std::vector<resp_value>& address) const {
    if (epoch <= now.newest) return;
    now.newest = epoch;
    now.master = access_;
    now.master.host = address[0].text;
    now.master.port = whole_number<std::uint16_t>(address[1].text).value_or(0);
  }

  void conclude(const round& now) {
    if (stopped_) return;
    const bool moved = now.newest >= 0 && (!master_ || master_->name() != now.master.name());
    if (moved) {
      spdlog::info("sentinels call {} the master of {}", now.master.name(), name_);
      master_ = now.master;
      on_move_();
    }
    timer_.expires_after(master_ ? ask_again : ask_again_soon);
    timer_.async_wait([self = shared_from_this()](boost::system::error_code ec) {
      if (!ec && !self->stopped_) self->ask();
    });
  }

  std::string trouble_of_all() const {
    for (const auto& link : links_)
      if (link->up()) return "the sentinels know no master named " + name_;
    return "no sentinel answers: " + links_.front()->trouble();
  }

  std::string name_;
  redis_endpoint access_;  // how to be let in by the master
  std::vector<std::unique_ptr<redis_connection>> links_;
  std::optional<redis_endpoint> master_;
  std::function<void()> on_move_;
  boost::asio::steady_timer timer_;
  bool stopped_ = false;
};

redis_sentinel::redis_sentinel(const boost::asio::any_io_executor& io,
                               const std::vector<redis_endpoint>& sentinels, std::string name,
                               const redis_settings& settings, std::vector<redis_greeting> greetings)
    : council_(std::make_shared<council>(io, sentinels, std::move(name), settings)),
      master_(
          io, [council = council_](std::string& trouble) { return council->master(trouble); }, settings,
          with_role(std::move(greetings)), std::make_shared<redis_examiner>(settings.replicas_acked)) {}

redis_sentinel::~redis_sentinel() { council_->stop(); }

void redis_sentinel::start() {
  council_->start([this] { master_.move("it is the master no longer"); });
  master_.start();
}

void redis_sentinel::stop() {
  council_->stop();
  master_.stop();
}

}  // namespace duanwen

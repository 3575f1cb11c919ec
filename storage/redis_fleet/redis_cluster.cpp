#include "storage/redis_fleet/redis_cluster.hpp"

#include <boost/asio/post.hpp>

#include "storage/redis_fleet/redis_nodes.hpp"
#include "storage/redis_link/async_answer.hpp"

namespace duanwen {
namespace {

namespace asio = boost::asio;
constexpr int redirections_max = 4;

/// Something asked of whoever has its slot, as often as it is sent elsewhere.
struct request {
  std::uint16_t slot = 0;
  std::function<void(redis_connection&, bool asking, redis_client::handler)> ask;
  redis_client::handler done;
  int redirections = 0;
};

}  // namespace

class redis_cluster::impl : public std::enable_shared_from_this<impl> {
 public:
  explicit impl(std::shared_ptr<redis_nodes> its) : nodes(std::move(its)) {}
  void start();
  void send(redis_command command, handler done);
  void run(script_call call, handler done);
  const std::shared_ptr<redis_nodes> nodes;

 private:
  using request_ptr = std::shared_ptr<request>;
  asio::awaitable<std::string> greet();
  void begin(const request_ptr& what);
  void ask(const request_ptr& what, const redis_node_ptr& at, bool asking);
  void hear(const request_ptr& what, const redis_node& from, result<resp_value> said);
};

void redis_cluster::impl::start() {
  nodes->start([weak = weak_from_this()]() -> asio::awaitable<std::string> {
    if (const auto self = weak.lock()) co_return co_await self->greet();
    co_return std::string("stopped");
  });
}

// After each look anew: who has these keys may have come back without them.
asio::awaitable<std::string> redis_cluster::impl::greet() {
  for (const auto& greeting : nodes->needs().of_the_whole) {
    const std::function<void(handler)> begin = [self = shared_from_this(), &greeting](handler done) {
      self->send(greeting.command, std::move(done));
    };
    const auto said = co_await async_answer<resp_value>(nodes->io(), begin);
    auto wrong = said.has_error() ? said.error().message() : greeting.judge(*said);
    if (!wrong.empty()) co_return wrong;
  }
  co_return std::string();
}

void redis_cluster::impl::send(redis_command command, handler done) {
  const auto what = std::make_shared<request>();
  what->slot = slot_of(command.at(1));
  what->done = std::move(done);
  what->ask = [command = std::move(command)](redis_connection& link, bool asking, handler on_answer) {
    if (asking)
      link.send_asking(command, std::move(on_answer));
    else
      link.send(command, std::move(on_answer));
  };
  begin(what);
}

void redis_cluster::impl::run(script_call call, handler done) {
  const auto what = std::make_shared<request>();
  what->slot = slot_of(call.keys.at(0));
  what->done = std::move(done);
  what->ask = [call = std::move(call)](redis_connection& link, bool asking, handler on_answer) {
    if (asking)
      link.run_asking(call, std::move(on_answer));
    else
      link.run(call, std::move(on_answer));
  };
  begin(what);
}

void redis_cluster::impl::begin(const request_ptr& what) {
  if (const auto owner = nodes->owner_of(what->slot)) return ask(what, owner, false);
  asio::post(nodes->io(), [what] { what->done(storage_errc::unavailable); });
}

void redis_cluster::impl::ask(const request_ptr& what, const redis_node_ptr& at, bool asking) {
  what->ask(at->link, asking, [self = shared_from_this(), what, at](result<resp_value> said) {
    self->hear(what, *at, std::move(said));
  });
}

void redis_cluster::impl::hear(const request_ptr& what, const redis_node& from, result<resp_value> said) {
  const bool error = said.has_value() && said->is_error();
  // A link that fell may be the first sign of a failover.
  if (said.has_error() || (error && said->text.starts_with("CLUSTERDOWN"))) nodes->look_soon();
  const auto elsewhere = error ? read_redirection(said->text, from.address) : std::nullopt;
  if (!elsewhere || nodes->stopped()) return what->done(std::move(said));
  if (++what->redirections > redirections_max) return what->done(storage_errc::unavailable);
  const auto next = nodes->at(elsewhere->to);
  if (!elsewhere->ask) nodes->moved(what->slot, next);
  ask(what, next, elsewhere->ask);
}

redis_cluster::redis_cluster(const asio::any_io_executor& io, const std::vector<redis_endpoint>& seeds,
                             const redis_settings& settings, cluster_needs needs)
    : impl_(std::make_shared<impl>(std::make_shared<redis_nodes>(io, seeds, settings, std::move(needs)))) {}

redis_cluster::~redis_cluster() { impl_->nodes->stop(); }

void redis_cluster::start() { impl_->start(); }
void redis_cluster::stop() { impl_->nodes->stop(); }
bool redis_cluster::up() const { return impl_->nodes->up(); }
std::string redis_cluster::trouble() const { return impl_->nodes->trouble(); }
std::uint64_t redis_cluster::links_made() const { return impl_->nodes->links_made(); }
asio::any_io_executor redis_cluster::executor() const { return impl_->nodes->io(); }
std::chrono::microseconds redis_cluster::latency() const { return impl_->nodes->latency(); }
std::vector<std::string> redis_cluster::risks() const { return impl_->nodes->risks(); }
void redis_cluster::send(redis_command command, handler done) {
  impl_->send(std::move(command), std::move(done));
}
void redis_cluster::run(script_call call, handler done) { impl_->run(std::move(call), std::move(done)); }

}  // namespace duanwen

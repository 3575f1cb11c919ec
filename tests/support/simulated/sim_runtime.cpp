#include "tests/support/simulated/sim_runtime.hpp"

#include <algorithm>
#include <boost/asio/error.hpp>

namespace duanwen::test {
namespace {

class sim_stream final : public byte_stream {
 public:
  explicit sim_stream(std::shared_ptr<sim_connection> c) : connection_(std::move(c)) {}
  ~sim_stream() override { connection_->closed_by_gateway = true; }

  asio::awaitable<result<std::size_t>> read_some(std::span<std::uint8_t> into) override {
    auto& c = *connection_;
    while (c.to_gateway.empty() && !c.closed_by_peer && !c.closed_by_gateway) co_await c.readable.wait();
    if (c.to_gateway.empty()) {
      const boost::system::error_code end = asio::error::eof;
      co_return end;
    }
    const auto octets = std::min({into.size(), c.to_gateway.size(), c.read_max});
    std::copy_n(c.to_gateway.begin(), octets, into.begin());
    c.to_gateway.erase(0, octets);
    co_return octets;
  }

  asio::awaitable<result<void>> write_all(std::string_view octets) override {
    if (connection_->closed_by_peer || connection_->closed_by_gateway) {
      const boost::system::error_code broken = asio::error::broken_pipe;
      co_return broken;
    }
    connection_->from_gateway.append(octets);
    co_return result<void>();
  }

  void close() override {
    connection_->closed_by_gateway = true;
    connection_->readable.notify();
  }

 private:
  std::shared_ptr<sim_connection> connection_;
};

class sim_acceptor final : public acceptor {
 public:
  explicit sim_acceptor(std::shared_ptr<sim_door> door) : door_(std::move(door)) {}
  ~sim_acceptor() override { door_->closed = true; }

  asio::awaitable<result<accepted_stream>> accept() override {
    while (door_->waiting.empty() && !door_->closed) co_await door_->changed.wait();
    if (door_->closed) {
      const boost::system::error_code end = asio::error::operation_aborted;
      co_return end;
    }
    accepted_stream next = std::move(door_->waiting.front());
    door_->waiting.pop_front();
    co_return result<accepted_stream>(std::move(next));
  }
  void close() override {
    door_->closed = true;
    door_->changed.notify();
  }

 private:
  std::shared_ptr<sim_door> door_;
};

}  // namespace

result<std::unique_ptr<acceptor>> sim_runtime::listen(const std::string&, std::uint16_t port,
                                                      const std::optional<tls_files>&) {
  auto& door = doors_[port];
  if (door && !door->closed) return boost::system::error_code(asio::error::address_in_use);
  door = std::make_shared<sim_door>(executor());
  std::unique_ptr<acceptor> opened = std::make_unique<sim_acceptor>(door);
  return opened;
}

std::shared_ptr<sim_connection> sim_runtime::dial_gateway(std::uint16_t port, const std::string& address) {
  const auto found = doors_.find(port);
  if (found == doors_.end() || found->second->closed) return nullptr;
  auto made = std::make_shared<sim_connection>(executor());
  accepted_stream came;
  came.stream = std::make_unique<sim_stream>(made);
  came.address = address;
  found->second->waiting.push_back(std::move(came));
  found->second->changed.notify();
  settle();
  return made;
}

asio::awaitable<void> sim_runtime::sleep_until(time_point when) {
  if (when <= now_) co_return;
  const auto sleeper = std::make_shared<wakeup>(executor());
  sleepers_.emplace(when, sleeper);
  while (now_ < when) co_await sleeper->wait();
}

asio::awaitable<result<std::unique_ptr<byte_stream>>> sim_runtime::connect(std::string, std::uint16_t port,
                                                                           std::optional<tls_files>,
                                                                           time_point) {
  dialled.push_back(now_);
  if (refuse_connections) {
    const boost::system::error_code refused = asio::error::connection_refused;
    co_return refused;
  }
  const auto made = connections.emplace_back(std::make_shared<sim_connection>(executor()));
  made->port = port;
  std::unique_ptr<byte_stream> stream = std::make_unique<sim_stream>(made);
  co_return result<std::unique_ptr<byte_stream>>(std::move(stream));
}

void sim_runtime::settle() {
  io_.restart();
  io_.poll();
}

bool sim_runtime::step(time_point target) {
  io_.restart();
  if (io_.poll_one() > 0) return true;
  if (next_wake() > target) return false;
  const auto first = sleepers_.begin();
  now_ = std::max(now_, first->first);
  const auto sleeper = first->second.lock();
  sleepers_.erase(first);
  sleeper->notify();
  return true;
}

void sim_runtime::advance(std::chrono::milliseconds by) { advance_to(now_ + by); }

void sim_runtime::advance_to(time_point target) {
  while (step(target)) {
  }
  now_ = std::max(now_, target);
}

time_point sim_runtime::next_wake() {
  while (!sleepers_.empty() && sleepers_.begin()->second.expired()) sleepers_.erase(sleepers_.begin());
  return sleepers_.empty() ? time_point::max() : sleepers_.begin()->first;
}

}  // namespace duanwen::test

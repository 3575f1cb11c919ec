#include "storage/redis_fleet/redis_nodes.hpp"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>

namespace duanwen {
namespace {

namespace asio = boost::asio;
constexpr auto soonest_look = std::chrono::milliseconds(100);
constexpr auto regular_look = std::chrono::milliseconds(1000);

std::string name_of(const redis_node& node) {
  return node.address.host + ':' + std::to_string(node.address.port);
}

}  // namespace

redis_nodes::redis_nodes(const asio::any_io_executor& io, const std::vector<redis_endpoint>& seeds,
                         const redis_settings& settings, cluster_needs needs)
    : access_(seeds.front()), settings_(settings), owners_(slot_count), needs_(std::move(needs)), timer_(io) {
  for (const auto& seed : seeds) seeds_.push_back(server_address{seed.host, seed.port});
}

void redis_nodes::start(greeter greet) {
  for (const auto& seed : seeds_) at(seed);
  asio::co_spawn(timer_.get_executor(), keep_map(std::move(greet)), asio::detached);
}

void redis_nodes::stop() {
  stopped_ = true;
  timer_.cancel();
  for (auto& [address, node] : nodes_) node->link.stop();
  for (auto& owner : owners_)
    if (owner) owner->link.stop();
}

redis_node_ptr redis_nodes::at(const server_address& address) {
  auto& known = nodes_[address];
  if (known) return known;
  auto where = access_;
  where.host = address.host;
  where.port = address.port;
  auto examiner = std::make_shared<redis_examiner>(settings_.replicas_acked);
  known.reset(new redis_node{
      address, examiner,
      redis_connection(timer_.get_executor(), std::move(where), settings_, needs_.of_each_server, examiner)});
  known->link.start();
  return known;
}

void redis_nodes::moved(std::uint16_t slot, redis_node_ptr to) {
  owners_[slot] = std::move(to);
  look_soon();
}

void redis_nodes::look_soon() {
  hurry_ = true;
  timer_.cancel();
}

asio::awaitable<void> redis_nodes::keep_map(greeter greet) {
  const auto self = shared_from_this();
  while (!stopped_) {
    const bool known = co_await read_map();
    if (known && !stopped_) {
      auto wrong = co_await greet();
      conclude(std::move(wrong));
    }
    if (!stopped_) co_await pause();
  }
}

// However many ask for a look, one comes after another with a pause between.
asio::awaitable<void> redis_nodes::pause() {
  boost::system::error_code ignored;
  const auto least = std::chrono::steady_clock::now() + soonest_look;
  hurry_ = false;
  if (up()) {
    timer_.expires_after(regular_look);
    co_await timer_.async_wait(asio::redirect_error(asio::use_awaitable, ignored));
  }
  while (!stopped_ && std::chrono::steady_clock::now() < least) {
    timer_.expires_at(least);
    co_await timer_.async_wait(asio::redirect_error(asio::use_awaitable, ignored));
  }
}

void redis_nodes::conclude(std::string wrong) {
  if (!wrong.empty() && wrong != trouble_) spdlog::warn("Redis Cluster: {}", wrong);
  if (wrong.empty() && !greeted_) spdlog::info("Redis Cluster: its masters are connected");
  greeted_ = wrong.empty();
  trouble_ = std::move(wrong);
}

// The next server in turn that is up is asked. One that is cut off from the others knows that the Cluster is
// down for it, and its map is not believed.
asio::awaitable<bool> redis_nodes::read_map() {
  std::vector<redis_node_ptr> there;
  for (const auto& [address, node] : nodes_)
    if (node->link.up()) there.push_back(node);
  if (there.empty()) co_return false;
  const auto asked = there[turn_++ % there.size()];
  std::vector<redis_command> questions{{"CLUSTER", "INFO"}, {"CLUSTER", "SLOTS"}};
  const auto said = co_await asked->link.call_all(std::move(questions));
  if (said.has_error()) {
    if (said.error() == storage_errc::refused) conclude(name_of(*asked) + " is no node of a Cluster");
    co_return false;
  }
  const auto ranges = read_slots((*said)[1], asked->address);
  const bool sound = ranges && (*said)[0].text.find("cluster_state:ok") != std::string::npos;
  if (sound)
    learn(*ranges);
  else if (!greeted_)
    conclude("the Cluster is down: not all of its slots have a master");
  co_return sound;
}

void redis_nodes::learn(const std::vector<slot_range>& ranges) {
  std::vector<redis_node_ptr> owners(slot_count);
  std::map<server_address, redis_node_ptr> wanted;
  for (const auto& range : ranges) {
    const auto master = at(range.master);
    wanted[range.master] = master;
    std::fill(owners.begin() + range.first, owners.begin() + range.last + 1, master);
  }
  owners_ = std::move(owners);
  // Somebody has to be left to ask when all masters are others.
  for (const auto& seed : seeds_) wanted[seed] = at(seed);
  nodes_.swap(wanted);
}

std::string redis_nodes::what_is_missing() const {
  for (const auto slot : needs_.slots) {
    const auto& owner = owners_[slot];
    if (!owner) return "a slot has no master";
    if (!owner->link.up()) return name_of(*owner) + ": " + owner->link.trouble();
  }
  return {};
}

std::string redis_nodes::trouble() const {
  if (up()) return {};
  for (const auto& [address, node] : nodes_)
    if (node->link.up()) return trouble_.empty() ? what_is_missing() : trouble_;
  return nodes_.empty() ? trouble_
                        : name_of(*nodes_.begin()->second) + ": " + nodes_.begin()->second->link.trouble();
}

std::vector<std::string> redis_nodes::risks() const {
  std::set<redis_node_ptr> masters;
  for (const auto slot : needs_.slots)
    if (owners_[slot]) masters.insert(owners_[slot]);
  std::vector<std::string> all;
  for (const auto& master : masters)
    for (const auto& risk : master->examiner->risks()) all.push_back(name_of(*master) + ": " + risk);
  return all;
}

std::chrono::microseconds redis_nodes::latency() const {
  std::chrono::microseconds slowest{0};
  for (const auto& [address, node] : nodes_) slowest = std::max(slowest, node->link.latency());
  return slowest;
}

std::uint64_t redis_nodes::links_made() const {
  std::uint64_t sum = 0;
  for (const auto& [address, node] : nodes_) sum += node->link.links_made();
  return sum;
}

}  // namespace duanwen

#include "tests/support/machine/free_port.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/local/stream_protocol.hpp>
#include <fstream>
#include <list>
#include <random>

namespace duanwen {
namespace {

namespace asio = boost::asio;
using asio::ip::tcp;
using asio::local::stream_protocol;

constexpr int lowest = 10240, highest = 65535;

struct own_ports {
  asio::io_context io;
  std::list<stream_protocol::acceptor> claims;
};

/// What the kernel never gives to an outgoing connection, or all if there are none.
std::vector<std::uint16_t> lasting_ports() {
  int first = 0, last = 0;
  std::ifstream("/proc/sys/net/ipv4/ip_local_port_range") >> first >> last;
  std::vector<std::uint16_t> all, lasting;
  for (int port = lowest; port <= highest; ++port) {
    all.push_back(static_cast<std::uint16_t>(port));
    if (port < first || port > last) lasting.push_back(all.back());
  }
  return lasting.empty() ? all : lasting;
}

/// Between our processes a name stands for the port: it is free again when its process has ended.
bool claimed(own_ports& ours, std::uint16_t port) {
  const std::string name = std::string(1, '\0') + "duanwen-port-" + std::to_string(port);
  stream_protocol::acceptor claim(ours.io, stream_protocol());
  boost::system::error_code ec;
  claim.bind(stream_protocol::endpoint(name), ec);
  if (!ec) ours.claims.push_back(std::move(claim));
  return !ec;
}

bool listenable(own_ports& ours, std::uint16_t port) {
  tcp::acceptor probe(ours.io, tcp::v4());
  probe.set_option(asio::socket_base::reuse_address(true));
  boost::system::error_code ec;
  probe.bind(tcp::endpoint(asio::ip::address_v4::loopback(), port), ec);
  if (!ec) probe.listen(1, ec);
  return !ec;
}

}  // namespace

std::uint16_t free_port() {
  static own_ports ours;
  static const std::vector<std::uint16_t> candidates = lasting_ports();
  static std::mt19937 dice{std::random_device{}()};
  std::uniform_int_distribution<std::size_t> any(0, candidates.size() - 1);
  while (true) {
    const auto port = candidates[any(dice)];
    if (claimed(ours, port) && listenable(ours, port)) return port;
  }
}

}  // namespace duanwen

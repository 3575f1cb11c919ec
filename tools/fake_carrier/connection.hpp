#pragma once
// One TCP connection to the fake carrier: octets ⇄ PDUs.

#include <array>
#include <boost/asio/ip/tcp.hpp>
#include <deque>
#include <memory>
#include <string>

#include "gateway/smpp/wire/framer.hpp"
#include "tools/fake_carrier/centre.hpp"

namespace duanwen::fake_carrier {

class connection : public peer, public std::enable_shared_from_this<connection> {
 public:
  connection(boost::asio::ip::tcp::socket socket, centre& owner)
      : socket_(std::move(socket)), centre_(owner) {}

  void start() { read(); }
  void send(smpp::pdu p) override;
  /// After what was sent is written; so an answer before it still arrives.
  void close(const std::string& reason) override;

 private:
  void read();
  void feed(std::span<const std::uint8_t> octets);
  void write();
  void shut();

  boost::asio::ip::tcp::socket socket_;
  centre& centre_;
  smpp::framer framer_{65536};
  std::array<std::uint8_t, 16384> buffer_{};
  std::string writing_, unwritten_;
  bool closing_ = false;
};

}  // namespace duanwen::fake_carrier

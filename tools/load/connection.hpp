#pragma once
// One link that somebody dialled to us: the centre's side of a session over TCP.

#include <array>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <chrono>
#include <deque>
#include <functional>
#include <memory>
#include <string>

#include "gateway/smpp/session/session.hpp"
#include "gateway/smpp/wire/framer.hpp"

namespace duanwen::load {

inline auto now() { return std::chrono::steady_clock::now(); }

class connection;

/// What a link tells its owner; every function must be set.
struct connection_events {
  std::function<void(connection&)> bound;
  std::function<void(connection&, const smpp::pdu& submit_sm)> submitted;  ///< it is answered already
  std::function<void(std::uint64_t token, std::uint32_t command_status)> acknowledged;
  std::function<void(std::uint64_t token)> lost;  ///< no response to it will come
  std::function<void(connection&)> closed;
};

class connection : public std::enable_shared_from_this<connection> {
 public:
  connection(boost::asio::ip::tcp::socket socket, connection_events events);

  void start();
  bool bound() const { return session_.state() == smpp::session_state::bound_trx; }
  void deliver(smpp::pdu deliver_sm, std::uint64_t token);
  void cut();  ///< resets the connection: what is on its way either way is gone

 private:
  void read();
  void take(std::span<const std::uint8_t> octets);
  void perform(smpp::actions& todo);
  void request_of_peer(const smpp::pdu& p);
  void write_later();
  void write();
  void shut();

  boost::asio::ip::tcp::socket socket_;
  connection_events events_;
  smpp::session session_;
  smpp::framer framer_{65536};
  std::array<std::uint8_t, 65536> octets_{};
  std::string writing_, unwritten_;
  bool write_posted_ = false, shut_ = false;
};

}  // namespace duanwen::load

#pragma once
// One address at which carriers dial us: accepts, lets each say who it is, and hands the link to its carrier.
// io thread only.

#include <memory>
#include <set>
#include <string>
#include <vector>

#include "config/settings/config.hpp"
#include "gateway/smpp/accounts.hpp"
#include "gateway/smpp/supervisor.hpp"

namespace duanwen::smpp {

class listener {
 public:
  /// `carriers` are those that dial us at `address` (host:port), at least one; they outlive this, and agree
  /// on TLS.
  listener(runtime& rt, std::string address, const smpp_settings& smpp, std::vector<supervisor*> carriers);

  void start();  ///< an address that cannot be listened at is tried again until stop()
  void stop();   ///< accepts no more; what has not bound yet is closed
  bool ended() const { return running_ == 0; }

 private:
  asio::awaitable<void> listen();
  asio::awaitable<void> accept_all(acceptor& door);
  void welcome(accepted_stream came);
  asio::awaitable<void> serve(std::unique_ptr<byte_stream> stream, std::string address);
  void judge(link& by, const pdu& request, const std::string& address, supervisor*& admitted_to);
  link_events events_before_bind(std::string address, supervisor*& admitted_to);

  runtime& runtime_;
  std::string address_;
  const smpp_settings& smpp_;
  std::vector<supervisor*> carriers_;
  bind_guard guard_;
  acceptor* door_ = nullptr;  // while it is open
  std::set<link*> unbound_;   // links that have not said who they are
  wakeup stopped_;
  std::size_t running_ = 0, connections_ = 0;
  bool stopping_ = false;
};

}  // namespace duanwen::smpp

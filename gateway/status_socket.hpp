#pragma once
// Where a running daemon tells its status to whoever may read its data_dir: a unix socket of mode 0600.
// Whoever connects is told once and hung up on; nothing is read. io thread only.

#include <boost/asio/local/stream_protocol.hpp>
#include <functional>
#include <string>

#include "gateway/runtime/runtime.hpp"

namespace duanwen {

class status_socket {
 public:
  /// `tell` gives what is told, as a whole.
  status_socket(runtime& rt, std::string path, std::function<std::string()> tell);
  /// Takes the place of a socket that a killed process left: data_dir must be locked. What stands in the
  /// way, in words; empty when nothing does.
  std::string start();
  void stop();  ///< removes it; who is being told is told to the end, or for two seconds

 private:
  boost::system::error_code open();
  asio::awaitable<void> serve();

  runtime& runtime_;
  std::string path_;
  std::function<std::string()> tell_;
  asio::local::stream_protocol::acceptor door_;
};

}  // namespace duanwen

#pragma once
// The control socket: each line a client writes is a JSON command, each event goes to every client as a line.

#include <boost/asio/local/stream_protocol.hpp>
#include <functional>
#include <memory>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

namespace duanwen::fake_carrier {

class control {
 public:
  using command_handler = std::function<void(const nlohmann::json& command)>;
  /// Listens on the Unix socket `path`, which is replaced when it is there. Throws when it can't.
  control(boost::asio::io_context& context, const std::string& path, command_handler on_command);

  void broadcast(const std::string& line);

 private:
  struct client;
  void accept();
  void read(const std::shared_ptr<client>& from);
  std::string carry_out(const std::string& line);  ///< an error as a line, or empty

  boost::asio::local::stream_protocol::acceptor acceptor_;
  command_handler on_command_;
  std::vector<std::shared_ptr<client>> clients_;
};

}  // namespace duanwen::fake_carrier

#pragma once
// Commands on standard input, a line each: how a test steers a load while it runs.

#include <boost/asio/io_context.hpp>
#include <boost/asio/posix/stream_descriptor.hpp>
#include <boost/asio/streambuf.hpp>
#include <functional>
#include <string>
#include <vector>

namespace duanwen::load {

class control {
 public:
  using handler = std::function<void(const std::string& command, const std::vector<std::string>& words)>;
  control(boost::asio::io_context& io, handler on_command);

 private:
  void read();
  boost::asio::posix::stream_descriptor input_;
  boost::asio::streambuf octets_;
  handler on_command_;
};

}  // namespace duanwen::load

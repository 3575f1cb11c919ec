#include "tools/load/control.hpp"

#include <unistd.h>

#include <boost/asio/read_until.hpp>
#include <istream>
#include <sstream>

namespace duanwen::load {

control::control(boost::asio::io_context& io, handler on_command)
    : input_(io, ::dup(STDIN_FILENO)), on_command_(std::move(on_command)) {
  read();
}

void control::read() {
  boost::asio::async_read_until(input_, octets_, '\n',
                                [this](const boost::system::error_code& error, std::size_t) {
                                  if (error) return;  // nobody steers any longer
                                  std::istream in(&octets_);
                                  std::string line, command;
                                  std::getline(in, line);
                                  std::istringstream words(line);
                                  words >> command;
                                  std::vector<std::string> rest;
                                  for (std::string word; words >> word;) rest.push_back(word);
                                  on_command_(command, rest);
                                  read();
                                });
}

}  // namespace duanwen::load

#include "tools/fake_carrier/control.hpp"

#include <boost/asio/buffer.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/read_until.hpp>
#include <boost/asio/write.hpp>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <utility>

namespace duanwen::fake_carrier {
namespace asio = boost::asio;
using unix_socket = asio::local::stream_protocol;

struct control::client {
  explicit client(unix_socket::socket s) : socket(std::move(s)) {}
  unix_socket::socket socket;
  std::string read;
};

namespace {

unix_socket::endpoint fresh(const std::string& path) {
  std::filesystem::remove(path);
  return unix_socket::endpoint(path);
}

}  // namespace

control::control(asio::io_context& context, const std::string& path, command_handler on_command)
    : acceptor_(context, fresh(path)), on_command_(std::move(on_command)) {
  accept();
}

void control::accept() {
  acceptor_.async_accept([this](const boost::system::error_code& error, unix_socket::socket socket) {
    if (error) return;
    clients_.push_back(std::make_shared<client>(std::move(socket)));
    read(clients_.back());
    accept();
  });
}

void control::read(const std::shared_ptr<client>& from) {
  asio::async_read_until(from->socket, asio::dynamic_buffer(from->read), '\n',
                         [this, from](const boost::system::error_code& error, std::size_t octets) {
                           if (error) {
                             std::erase(clients_, from);
                             return;
                           }
                           const std::string problem = carry_out(from->read.substr(0, octets));
                           from->read.erase(0, octets);
                           if (!problem.empty()) broadcast(problem);
                           read(from);
                         });
}

std::string control::carry_out(const std::string& line) {
  try {
    on_command_(nlohmann::json::parse(line));
    return {};
  } catch (const nlohmann::json::exception& wrong) {
    const nlohmann::json event{{"event", "error"}, {"what", wrong.what()}};
    return event.dump();
  }
}

// Lines are short and clients are ours: a write that would wait is not worth a queue here.
void control::broadcast(const std::string& line) {
  for (const auto& to : clients_) {
    boost::system::error_code ignored;
    asio::write(to->socket, asio::buffer(line + '\n'), ignored);
  }
}

}  // namespace duanwen::fake_carrier

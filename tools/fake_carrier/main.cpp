// A carrier for demonstrations and tests: an SMPP message centre whose phones are texted through a control
// socket.
#include <CLI/CLI.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>
#include <chrono>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>

#include "tools/fake_carrier/centre.hpp"
#include "tools/fake_carrier/connection.hpp"
#include "tools/fake_carrier/control.hpp"

namespace asio = boost::asio;
using namespace duanwen::fake_carrier;

namespace {

struct options {
  std::uint16_t port = 0;
  std::string control_path;
  account who;
  faults wrong;
};

class program {
 public:
  explicit program(const options& o)
      : centre_(o.who, o.wrong, [this](const nlohmann::json& event) { emit(event); }),
        acceptor_(context_, asio::ip::tcp::endpoint(asio::ip::address_v4::loopback(), o.port)),
        signals_(context_, SIGINT, SIGTERM),
        retries_(context_) {
    if (!o.control_path.empty())
      control_.emplace(context_, o.control_path, [this](const nlohmann::json& c) { centre_.command(c); });
  }

  void run() {
    signals_.async_wait([this](const boost::system::error_code&, int) { context_.stop(); });
    accept();
    retry_every_second();
    emit({{"event", "listening"}, {"port", acceptor_.local_endpoint().port()}});
    context_.run();
  }

 private:
  void emit(const nlohmann::json& event) {
    const std::string line = event.dump();
    std::cout << line << std::endl;
    if (control_) control_->broadcast(line);
  }

  void accept() {
    acceptor_.async_accept([this](const boost::system::error_code& error, asio::ip::tcp::socket socket) {
      if (!error) std::make_shared<connection>(std::move(socket), centre_)->start();
      accept();
    });
  }

  void retry_every_second() {
    retries_.expires_after(std::chrono::seconds(1));
    retries_.async_wait([this](const boost::system::error_code& error) {
      if (error) return;
      centre_.retry();
      retry_every_second();
    });
  }

  asio::io_context context_;
  centre centre_;
  asio::ip::tcp::acceptor acceptor_;
  asio::signal_set signals_;
  asio::steady_timer retries_;
  std::optional<control> control_;
};

}  // namespace

int main(int argc, char** argv) {
  options o;
  CLI::App app("A simulated SMPP 3.4 carrier. Events go to standard output as JSON lines.");
  app.add_option("--port", o.port, "listen here on 127.0.0.1; 0 takes a free port");
  app.add_option("--control", o.control_path, "Unix socket that takes commands as JSON lines");
  app.add_option("--system-id", o.who.system_id, "let only this one bind");
  app.add_option("--password", o.who.password, "and only with this password");
  app.add_option("--throttle", o.wrong.throttle, "answer so many submit_sm ESME_RTHROTTLED");
  app.add_option("--drop-after", o.wrong.drop_after,
                 "close the link in place of answering the n-th submit_sm");
  app.add_flag("--no-answer", o.wrong.no_answer, "answer nothing");
  app.add_flag("--wrong-resp-id", o.wrong.wrong_resp_id, "answer submit_sm with deliver_sm_resp");
  CLI11_PARSE(app, argc, argv);
  try {
    program(o).run();
  } catch (const std::exception& failed) {
    std::cerr << "fake_carrier: " << failed.what() << '\n';
    return 1;
  }
  return 0;
}

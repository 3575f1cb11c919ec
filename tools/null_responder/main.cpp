// The floor of what an SMPP gateway here can do: dials a carrier with the daemon's own links, takes every
// text and answers it with a constant. No logic, no store.
#include <CLI/CLI.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/signal_set.hpp>
#include <deque>
#include <iostream>

#include "gateway/runtime/asio_runtime.hpp"
#include "gateway/smpp/link.hpp"

namespace asio = boost::asio;
using namespace duanwen;

namespace {

constexpr std::uint32_t pdu_octets_max = 65536;

struct options {
  std::string host = "127.0.0.1";
  std::uint16_t port = 2775;
  std::uint32_t window = 200, segments = 1;
};

class responder {
 public:
  responder(asio::io_context& io, const options& o) : runtime_(io), options_(o) {}

  asio::awaitable<void> live() {
    const auto until = runtime_.now() + std::chrono::seconds(10);
    auto stream = co_await runtime_.connect(options_.host, options_.port, std::nullopt, until);
    if (stream.has_error()) throw std::runtime_error(stream.error().message());
    const auto it = std::make_shared<smpp::link>(runtime_, std::move(*stream), "null/0", 1, session(),
                                                 pdu_octets_max, events());
    const auto end = co_await it->run();
    std::cerr << "null_responder: " << end.reason << '\n';
  }

 private:
  smpp::session_settings session() const {
    smpp::session_settings s;
    s.system_id = "null";
    s.window = options_.window;
    return s;
  }

  smpp::link_events events() {
    smpp::link_events e;
    e.bound = [](smpp::link&) {};
    e.delivered = [this](smpp::link& by, const smpp::pdu& message) { answer(by, message); };
    e.completed = [](smpp::link&, smpp::request_token, const smpp::pdu&) {};
    e.lost = [](smpp::link&, smpp::request_token) {};
    e.writable = [this](smpp::link& by) { pump(by); };
    e.wrong = [](smpp::link&, std::string_view) {};
    e.proven_read = [](smpp::link&, const std::vector<std::uint32_t>&) {};
    e.may_read = [] { return true; };
    return e;
  }

  void answer(smpp::link& by, const smpp::pdu& message) {
    by.respond(message, 0);
    auto p = smpp::make_pdu(smpp::command::submit_sm);
    p.source_addr = message.destination_addr;
    p.destination_addr = message.source_addr;
    p.data_coding = 8;
    p.short_message = text_;
    for (std::uint32_t i = 0; i < options_.segments; ++i) waiting_.push_back(p);
    pump(by);
  }

  void pump(smpp::link& by) {
    for (; !waiting_.empty() && by.can_submit(); waiting_.pop_front())
      by.submit(std::move(waiting_.front()), {smpp::request_owner::alone, 1});
  }

  asio_runtime runtime_;
  options options_;
  const std::string text_ = std::string(140, '\x4E');  // 70 characters of UCS-2
  std::deque<smpp::pdu> waiting_;
};

}  // namespace

int main(int argc, char** argv) {
  options o;
  CLI::App app("Acknowledges what a carrier delivers and answers it with a constant.");
  app.add_option("--host", o.host, "of the carrier");
  app.add_option("--port", o.port, "of the carrier");
  app.add_option("--window", o.window, "submit_sm in flight");
  app.add_option("--segments", o.segments, "submit_sm an answer");
  CLI11_PARSE(app, argc, argv);
  asio::io_context io(1);
  responder it(io, o);
  asio::signal_set signals(io, SIGINT, SIGTERM);
  signals.async_wait([&io](const boost::system::error_code&, int) { io.stop(); });
  asio::co_spawn(io, it.live(), [&io](const std::exception_ptr& failure) {
    io.stop();
    if (failure) std::rethrow_exception(failure);
  });
  try {
    io.run();
  } catch (const std::exception& failed) {
    std::cerr << "null_responder: " << failed.what() << '\n';
    return 1;
  }
  return 0;
}

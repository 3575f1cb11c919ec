// The life of the HTTP server: bind, listen on a thread of its own, stop.
#include "admin/server.hpp"

#include <httplib.h>
#include <openssl/ssl.h>
#include <spdlog/spdlog.h>
#include <sys/socket.h>

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <thread>

#include "admin/http_exchange.hpp"
#include "config/addresses/address.hpp"

namespace duanwen {

namespace {

// Each idle connection holds a thread, and stopping waits for it: so neither may be idle for long.
constexpr time_t idle_s = 1;
constexpr time_t read_timeout_s = 5, write_timeout_s = 5;
constexpr std::size_t requests_a_connection_max = 1000;
constexpr auto everything = "(.*)";  // routes.cpp knows the paths

std::unique_ptr<httplib::Server> make_http(const admin_settings& settings) {
  if (settings.tls_certificate.empty()) return std::make_unique<httplib::Server>();
  return std::make_unique<httplib::SSLServer>([&settings](SSL_CTX& tls) {
    return SSL_CTX_set_min_proto_version(&tls, TLS1_2_VERSION) == 1 &&
           SSL_CTX_use_certificate_chain_file(&tls, settings.tls_certificate.c_str()) == 1 &&
           SSL_CTX_use_PrivateKey_file(&tls, settings.tls_key.c_str(), SSL_FILETYPE_PEM) == 1 &&
           SSL_CTX_check_private_key(&tls) == 1;
  });
}

void set_limits(httplib::Server& http, const admin_settings& settings) {
  const auto threads = settings.threads;
  http.new_task_queue = [threads] { return new httplib::ThreadPool(threads); };
  http.set_tcp_nodelay(true);
  http.set_keep_alive_timeout(idle_s);
  http.set_keep_alive_max_count(requests_a_connection_max);
  http.set_read_timeout(read_timeout_s);
  http.set_write_timeout(write_timeout_s);
  http.set_payload_max_length(settings.body_octets_max);
  // The library's own choice is SO_REUSEPORT, with which two daemons would share the port without a word.
  http.set_socket_options([](socket_t fd) {
    const int yes = 1;
    setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
  });
}

void set_handlers(httplib::Server& http, api_context& context) {
  const auto without_body = [&context](const httplib::Request& q, httplib::Response& r) {
    exchange(context, q, r, nullptr);
  };
  const auto with_body = [&context](const httplib::Request& q, httplib::Response& r,
                                    const httplib::ContentReader& body) { exchange(context, q, r, &body); };
  http.Get(everything, without_body);
  http.Options(everything, without_body);
  http.Post(everything, with_body);
  http.Put(everything, with_body);
  http.Patch(everything, with_body);
  http.Delete(everything, with_body);
  http.set_error_handler([](const httplib::Request&, httplib::Response& r) { explain_bare_status(r); });
  http.set_exception_handler([](const httplib::Request&, httplib::Response& r, const std::exception_ptr&) {
    r.status = 500;
    explain_bare_status(r);
  });
}

}  // namespace

struct admin_server::state {
  explicit state(admin_ports p)
      : ports(std::move(p)),
        data(ports.data, ports.io, ports.settings.admin.store_timeout),
        editor(data, ports.settings.directory, ports.latest) {}

  bool bind(const host_port& at) {
    // Also on a machine that knows no such name.
    const std::string host = at.host == "localhost" ? "127.0.0.1" : at.host;
    if (port == 0) port = at.port;
    if (port != 0) return http->bind_to_port(host, port);
    port = http->bind_to_any_port(host);
    return port > 0;
  }

  /// The library gives listening up on errors that pass (ENETDOWN, ENOMEM …), so it is begun again.
  void listen(const host_port& at) {
    while (!stopping) {
      http->listen_after_bind();
      std::unique_lock lock(guard);
      if (changed.wait_for(lock, std::chrono::seconds(1), [this] { return stopping.load(); })) break;
      spdlog::error("admin: listening ended; binding again");
      if (!bind(at)) spdlog::error("admin: cannot bind");
    }
    const std::lock_guard lock(guard);
    ended = true;
    changed.notify_all();
  }

  admin_ports ports;
  blocking_store data;
  directory_editor editor;
  api_context context{ports, data, editor};
  std::unique_ptr<httplib::Server> http;
  std::thread thread;
  std::mutex guard;
  std::condition_variable changed;
  std::atomic<bool> stopping = false;
  bool ended = false;
  int port = 0;
};

admin_server::admin_server(admin_ports ports) : state_(std::make_unique<state>(std::move(ports))) {}

admin_server::~admin_server() { stop(); }

std::string admin_server::start() {
  const auto& settings = state_->ports.settings.admin;
  const auto at = parse_host_port(settings.listen);
  if (!at) return "admin.listen is not host:port";
  state_->http = make_http(settings);
  if (!state_->http->is_valid()) return "tls_certificate and tls_key cannot be used";
  set_limits(*state_->http, settings);
  set_handlers(*state_->http, state_->context);
  if (!state_->bind(*at)) return "cannot listen on " + settings.listen;
  state_->thread = std::thread([this, at] { state_->listen(*at); });
  return {};
}

void admin_server::stop() {
  auto& s = *state_;
  if (!s.thread.joinable()) return;
  s.stopping = true;
  s.data.stop();
  std::unique_lock lock(s.guard);
  s.changed.notify_all();
  // A stop before the library listens is lost, so it is said until it was heard.
  while (!s.ended) {
    s.http->stop();
    s.changed.wait_for(lock, std::chrono::milliseconds(10), [&s] { return s.ended; });
  }
  lock.unlock();
  s.thread.join();
}

std::uint16_t admin_server::port() const { return static_cast<std::uint16_t>(state_->port); }

}  // namespace duanwen

#pragma once
// The HTTP server: its own threads, which reach the io thread only through blocking_store.

#include <cstdint>
#include <memory>
#include <string>

#include "admin/routing/ports.hpp"

namespace duanwen {

class admin_server {
 public:
  explicit admin_server(admin_ports ports);
  ~admin_server();
  admin_server(const admin_server&) = delete;
  admin_server& operator=(const admin_server&) = delete;

  /// Binds admin.listen and serves. What went wrong, in words; empty when it runs.
  std::string start();
  /// Ends every request and joins the threads. May be called on the io thread: requests that wait for it are
  /// given up first. An idle connection takes up to a second. A stopped server does not start again.
  void stop();
  std::uint16_t port() const;  ///< bound to; admin.listen may ask for port 0

 private:
  struct state;
  std::unique_ptr<state> state_;
};

}  // namespace duanwen

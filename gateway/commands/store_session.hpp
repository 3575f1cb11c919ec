#pragma once
// A command's way to the store: its own io thread, beside a running daemon or without one.

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <memory>
#include <string>
#include <thread>

#include "admin/editing/blocking_store.hpp"
#include "storage/opening/open_store.hpp"

namespace duanwen {

class store_session {
 public:
  explicit store_session(const config& settings);
  ~store_session();

  /// Why the store cannot be reached, in words; empty when it can.
  const std::string& trouble() const { return trouble_; }
  blocking_store& store() { return blocking_; }
  static unix_ms now();  ///< by the machine's clock

 private:
  asio::io_context io_{1};
  asio::executor_work_guard<asio::io_context::executor_type> work_;
  opened_store opened_;
  blocking_store blocking_;
  std::thread thread_;
  std::string trouble_;
};

}  // namespace duanwen

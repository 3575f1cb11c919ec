#pragma once
// The HTTP server over a Store in memory, on a free loopback port, with a token of each role.

#include <gmock/gmock.h>
#include <httplib.h>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/use_future.hpp>
#include <nlohmann/json.hpp>
#include <thread>

#include "admin/editing/blocking_store.hpp"
#include "admin/routing/ports.hpp"
#include "admin/server.hpp"
#include "storage/memory/memory_store.hpp"

namespace duanwen {

using nlohmann::json;

/// An io thread with a Store on it.
class store_thread {
 public:
  store_thread();
  ~store_thread();
  boost::asio::any_io_executor executor() { return io_.get_executor(); }
  memory_store& data() { return *data_; }
  blocking_store& calls() { return *calls_; }
  /// Runs a call of the store on its thread.
  template <class T>
  T ask(answer<T> call) {
    return boost::asio::co_spawn(io_, std::move(call), boost::asio::use_future).get().value();
  }
  void stop_loop();  ///< from now on nobody comes round the loop any more

 private:
  boost::asio::io_context io_;
  boost::asio::executor_work_guard<boost::asio::io_context::executor_type> work_{io_.get_executor()};
  std::unique_ptr<memory_store> data_;
  std::unique_ptr<blocking_store> calls_;
  std::thread thread_;
};

struct http_reply {
  int status = 0;
  json body;
  std::string text;
  httplib::Headers headers;
  std::string header(const std::string& name) const;
  std::string problem() const;  ///< the type's last part: "not-found"
  std::vector<std::string> paths() const;
};

class Api : public testing::Test {
 protected:
  explicit Api(config settings = small_config());
  ~Api() override;

  static config small_config();

  /// Sends as `token` ("" = without one).
  http_reply send(const std::string& method, const std::string& path, const std::string& body = "",
                  httplib::Headers more = {});
  http_reply get(const std::string& path) { return send("GET", path); }
  http_reply put(const std::string& path, const json& body) { return send("PUT", path, body.dump()); }
  http_reply post(const std::string& path, const json& body) { return send("POST", path, body.dump()); }
  http_reply remove(const std::string& path) { return send("DELETE", path); }

  /// Puts area lq, department lq-guotu (keyword 龙泉国土, items 1 and 2) and theme huoguo there.
  void fill();
  void serve_newest();  ///< hands the store's directory to the snapshot function

  config settings_;
  std::map<std::string, wording> wordings_;
  store_thread store_;
  std::atomic<snapshot_ptr> latest_;
  std::string not_ready_;
  std::vector<std::string> risks_;
  std::vector<carrier_status> carriers_;
  std::vector<carrier_message> messages_;               ///< that the carrier mobile accepted
  carrier_said said_;                                   ///< what every question to a carrier ends with
  carrier_question asked_;                              ///< the last one
  std::atomic<std::uint32_t> requeued_ = bucket_count;  ///< the last bucket the gateway was told to look into
  std::map<std::string, std::string> tokens_;           // viewer, editor (of lq-guotu), any_editor, admin
  std::string token_;                                   // sent unless a test says otherwise: the admin's
  std::unique_ptr<admin_server> server_;
};

json sample_department();

}  // namespace duanwen

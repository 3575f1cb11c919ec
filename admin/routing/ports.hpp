#pragma once
// All that the HTTP API needs of the rest, handed in by the composition.

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "admin/views/carrier_messages.hpp"
#include "admin/views/carrier_status.hpp"
#include "config/settings/config.hpp"
#include "keywords/index/snapshot.hpp"
#include "keywords/vocabulary/wording.hpp"
#include "storage/records.hpp"

namespace duanwen {

class store;

/// Given by name where it is made; what is left out is asked of nobody.
struct admin_ports {
  store& data;
  boost::asio::any_io_executor io;  ///< of the one io thread
  const config& settings;
  const std::map<std::string, wording>& wordings;           ///< by language
  std::function<snapshot_ptr()> latest{};                   ///< any thread; null: none yet
  std::function<unix_ms()> now{};                           ///< any thread
  std::function<std::string(unix_ms)> day{};                ///< any thread; 2026-11-24 in time_zone
  std::function<std::string()> not_ready{};                 ///< io thread; why /readyz says no, "" = ready
  std::function<std::vector<carrier_status>()> carriers{};  ///< io thread
  std::function<bool(const std::string& carrier, bool paused)>
      set_paused{};                        ///< io thread; false: no such one
  std::function<std::string()> metrics{};  ///< io thread; Prometheus text
  /// io thread; what of the promise that nothing acknowledged is lost the store does not keep.
  std::function<std::vector<std::string>()> risks{};
  std::string process{};                                 ///< into whose outbox a dead letter goes again
  std::function<void(std::uint32_t bucket)> requeued{};  ///< io thread; something of it waits in the store
  /// io thread; the newest messages that a carrier accepted, of a resident where the number is not "". None:
  /// no such carrier.
  std::function<std::optional<std::vector<carrier_message>>(const std::string& carrier,
                                                            const std::string& msisdn, std::size_t limit)>
      messages{};
  std::function<boost::asio::awaitable<carrier_said>(carrier_question)> ask_carrier{};  ///< io thread
};

}  // namespace duanwen

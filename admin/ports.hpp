#pragma once
// All that the HTTP API needs of the rest, handed in by the composition.

#include <boost/asio/any_io_executor.hpp>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "admin/carrier_status.hpp"
#include "config/config.hpp"
#include "keywords/snapshot.hpp"
#include "keywords/wording.hpp"
#include "storage/records.hpp"

namespace duanwen {

class store;

struct admin_ports {
  store& data;
  boost::asio::any_io_executor io;  ///< of the one io thread
  const config& settings;
  const std::map<std::string, wording>& wordings;         ///< by language
  std::function<snapshot_ptr()> latest;                   ///< any thread; null: none yet
  std::function<unix_ms()> now;                           ///< any thread
  std::function<std::string()> not_ready;                 ///< io thread; why /readyz says no, "" = ready
  std::function<std::vector<carrier_status>()> carriers;  ///< io thread
  std::function<std::string()> metrics;                   ///< io thread; Prometheus text; empty: no such page
  /// io thread; what of the promise that nothing acknowledged is lost the store does not keep.
  std::function<std::vector<std::string>()> risks = {};
};

}  // namespace duanwen

#pragma once
// All of the gateway over any runtime and any Store: what the daemon runs on Asio and Redis, and tests on
// simulated ones. io thread only, but for directory().

#include <functional>
#include <map>
#include <string>

#include "admin/views/gateway_status.hpp"
#include "gateway/carriers/carriers.hpp"
#include "gateway/carriers/sent_messages.hpp"
#include "gateway/inquiries/hourly_fuses.hpp"
#include "gateway/inquiries/incomplete.hpp"
#include "gateway/metrics/metrics.hpp"
#include "gateway/runtime/periodic.hpp"
#include "gateway/upkeep/directory_feed.hpp"
#include "gateway/upkeep/lease.hpp"

namespace duanwen {

class core {
 public:
  /// `failed` is called when a component ended by a bug: the process is disposable then. Arguments outlive
  /// this.
  core(runtime& rt, store& store, const config& settings, const std::map<std::string, wording>& wordings,
       const std::string& process, std::function<void(const char* component)> failed);

  /// Waits for the store, a directory and the lease; then sends what waited, and dials.
  asio::awaitable<void> start();
  /// Takes no more inquiries, ends those in flight, unbinds. `phase` hears what is being waited for.
  asio::awaitable<void> stop(std::function<void(const char*)> phase);

  bool serving() const { return serving_; }
  std::string not_ready() const;  ///< why /readyz is 503, in words; empty when ready
  snapshot_ptr directory() const { return directory_.current(); }  ///< any thread
  const carriers& links() const { return carriers_; }
  carriers& links() { return carriers_; }
  const store_clock& clock() const { return clock_; }
  /// See outbound::set_paused().
  bool set_paused(const std::string& carrier, bool paused) { return outbound_.set_paused(carrier, paused); }
  void look_into_bucket(std::uint32_t bucket) {
    outbox_.read_bucket(bucket);
  }  ///< something of it waits in the store
  std::size_t replies_waiting() const { return outbound_.waiting(); }
  std::vector<carrier_status> carrier_statuses();  ///< as the administrator sees them
  gateway_status status();           ///< as its operator sees it; what only the process knows is left out
  std::string metrics_text() const;  ///< Prometheus text

 private:
  outbound_events events_of_replies();
  asio::awaitable<void> count_store();
  asio::awaitable<void> share_counts();
  template <class Condition>
  asio::awaitable<void> until(Condition holds);
  void spawn(asio::awaitable<void> task, const char* component);

  runtime& runtime_;
  store& store_;
  const config& settings_;
  std::function<void(const char*)> failed_;
  // In the order in which they are built: each uses only what stands above it.
  store_clock clock_;
  metrics metrics_;
  periodic watch_;
  hourly_fuses fuses_;
  std::string source_;  // of what the fuses counted: another one after every start
  periodic sharing_;
  directory_feed directory_;
  lease_keeper lease_;
  sent_messages sent_;
  read_proofs proofs_;
  outbound outbound_;
  outbox_feed outbox_;
  inquiries inquiries_;
  incomplete_watch incomplete_;
  carriers carriers_;
  bool serving_ = false, stopping_ = false;
};

}  // namespace duanwen

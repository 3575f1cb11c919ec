#pragma once
// THE WALK of one reply: from the outbox to the carrier's submit_sm_resp, and its outcome into the store. io
// thread only.

#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <unordered_map>

#include "config/config.hpp"
#include "gateway/lanes.hpp"
#include "gateway/outbound_job.hpp"
#include "gateway/runtime.hpp"
#include "gateway/store_clock.hpp"
#include "storage/store.hpp"

namespace duanwen {

struct outbound_ports {
  runtime& rt;
  store& kept;
  const store_clock& clock;
  const config& settings;
  std::string process;
  std::function<bool()> lease_held;  ///< false: another process may send these replies now
  std::function<void(std::uint32_t)>
      room_again;  ///< a reply of this bucket is done: more may be read from the store
};

class outbound {
 public:
  explicit outbound(outbound_ports ports);

  /// Carriers are added before the first reply; they must outlive this.
  void add_carrier(smpp::supervisor& carrier);

  /// Takes a reply that is in the outbox. False: memory is full, it has to be read from the store later. One
  /// that is known already is not taken twice.
  bool offer(outbox_entry entry);

  /// Whether the reply of this id, in the outbox of this process, is not over yet.
  bool waits(const conversation_key& resident, const std::string& id) const;
  /// Gives a waiting reply up as cancelled; false: it has begun to leave, or waits behind another, or is not
  /// here.
  bool withdraw(const conversation_key& resident, const std::string& id);

  void completed(smpp::link& by, std::uint64_t token, const smpp::pdu& response);
  void lost(std::uint64_t token);
  void pump();                  ///< something changed: a window has room, a link is bound
  void forget_waiting();        ///< what is not in flight may be another process' now; it is to be read again
  asio::awaitable<void> run();  ///< what waits for time: retries and rates; ends after stop()
  void stop();
  std::size_t waiting() const { return jobs_.size(); }
  std::size_t waiting_for(const std::string& carrier) const;  ///< ready to go by it, but not sent
  bool idle() const { return in_flight_ == 0 && finishing_ == 0; }

 private:
  using serial = std::uint64_t;

  void make_ready(serial s);
  void pump_lane(lane& l);
  void hand_over(lane& l);
  bool send_next(lane& l, serial s);
  void settle(serial s);
  void retry_later(serial s);
  void finish(serial s);
  asio::awaitable<void> finish_in_store(serial s, reply_finish f);
  void forget(serial s);
  void wake_at(time_point when);
  bool expired(const outbound_job& job) const;

  outbound_ports ports_;
  lanes lanes_;
  std::unordered_map<serial, outbound_job> jobs_;
  std::unordered_map<std::string, serial> by_id_;  // bucket and id, so that none is taken twice
  std::map<conversation_key, std::deque<serial>>
      residents_;  // only the first of each is under way: order is kept
  std::multimap<time_point, serial> retries_;
  serial next_serial_ = 1;
  std::size_t in_flight_ = 0, finishing_ = 0;
  wakeup time_changed_;
  time_point next_wake_ = time_point::max();
  bool stopping_ = false;
};

}  // namespace duanwen

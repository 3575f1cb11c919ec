#pragma once
// THE WALK of one reply: from the outbox into a carrier's line (outbound.cpp), to its submit_sm
// (outbound_departure.cpp), and its outcome into the store (outbound_outcome.cpp). io thread only.

#include <chrono>
#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "config/settings/config.hpp"
#include "gateway/lanes/lanes.hpp"
#include "gateway/replies/end_recorder.hpp"
#include "gateway/replies/multi_response.hpp"
#include "gateway/replies/outbound_job.hpp"
#include "gateway/replies/read_proofs.hpp"
#include "gateway/runtime/runtime.hpp"
#include "gateway/upkeep/store_clock.hpp"
#include "storage/store.hpp"

namespace duanwen {

/// Events of replies, for whoever counts them; any may be empty.
struct outbound_events {
  /// The first segment of a reply was written to the carrier, for the first time.
  std::function<void(const carrier_settings&, const outbox_entry&)> left;
  /// The carrier accepted segments under this data_coding; their number and price.
  std::function<void(const carrier_settings&, std::uint8_t data_coding, std::uint64_t segments,
                     std::uint64_t cost_li)>
      accepted;
  /// The carrier gave a message_id to this segment of this resident; all of a submit_multi may have the same.
  std::function<void(const carrier_settings&, const outbox_entry&, const outgoing_segment&,
                     const std::string& message_id)>
      named;
  /// A reply is over: said, or given up, because it became too old or for another reason. `carrier` is the
  /// one by which it was packed last, else that of its inquiry.
  std::function<void(const std::string& carrier, bool said, bool too_old)> over;
  std::function<void(std::uint64_t li)> saved;  ///< money that joining replies has saved
  /// The time that the store took to record the end of replies.
  std::function<void(std::chrono::nanoseconds)> stored;
};

struct outbound_ports {
  runtime& rt;
  duanwen::store& store;
  const store_clock& clock;
  const config& settings;
  read_proofs& proofs;
  std::string process;
  std::function<bool()> lease_held;  ///< false: the lease lapsed, and another process may send these replies
  std::function<void(std::uint32_t)>
      room_again;  ///< a reply of this bucket is done: more may be read from the store
  outbound_events events;
};

enum class offer_result {
  taken,
  known,
  full,  ///< no memory is left: the reply has to be read from the store later
};

class outbound {
 public:
  explicit outbound(outbound_ports ports);

  /// Carriers are added before the first reply; they must outlive this.
  void add_carrier(smpp::supervisor& carrier);

  /// Takes a reply that is in the outbox; one that is known already is not taken twice. What waited in the
  /// store leaves some of memory, and of every carrier's turns, to what is new.
  offer_result offer(outbox_entry entry, bool waited_in_store = false);
  bool knows(const outbox_entry& entry) const { return known_.contains(identity(entry)); }
  /// Which carrier would take a reply now; "": none is configured.
  std::string sends_by(const outbox_entry& entry);

  /// Whether the reply of this id, in the outbox of this process, is not over yet.
  bool waits(const conversation_key& resident, const std::string& id) const;
  /// Gives a waiting reply up as cancelled, also one that waits behind another; false: it has begun to leave,
  /// or is not here.
  bool withdraw(const conversation_key& resident, const std::string& id);
  /// Takes a waiting reply out of memory, to be offered again as the store has it then; none: as false of
  /// withdraw(). Until readmit() it waits, and is not taken by offer().
  std::optional<outbox_entry> take_out(const conversation_key& resident, const std::string& id);
  void readmit(const conversation_key& resident, const std::string& id);

  /// The segments that the carrier accepted and will send receipts for; none where its settings ask for none.
  /// `id` is that of the request_token, whose owner is request_owner::replies.
  std::vector<accepted_segment> completed(smpp::link& by, std::uint64_t id, const smpp::pdu& response);
  void lost(std::uint64_t id);
  void pump();                  ///< something changed: a window has room, a link is bound
  void forget_waiting();        ///< replies not in flight may be another process' now, and are read again
  asio::awaitable<void> run();  ///< retries and rates, as their time comes; ends after stop()
  void stop();  ///< begins nothing; ends of sent replies are recorded for at most gateway.stop_timeout_s
  /// A paused carrier finishes what has begun to leave by it; what waits goes by others, or waits until it is
  /// resumed. False: there is no such carrier.
  bool set_paused(const std::string& carrier, bool paused);
  std::size_t waiting() const { return known_.size(); }
  /// Replies that were sent and whose end the store has not recorded, at most outbox.unrecorded_max: so many
  /// come twice if the process dies now. Not among them is what waits to be sent again.
  std::size_t unrecorded() const { return ends_.unrecorded(); }
  bool held() const { return ends_.held(); }  ///< for that reason; until there are half as many
  const lane* lane_of(const std::string& carrier) const { return lanes_.named(carrier); }
  bool idle() const { return in_flight_.empty() && ends_.idle(); }

 private:
  using serial = std::uint64_t;
  static constexpr auto too_old = "not accepted within outbox.reply_validity_s";

  /// A submit_sm or submit_multi that the carrier has not answered.
  struct submission {
    std::vector<serial> jobs;  ///< a recipient each
    std::size_t segment = 0;
    std::string carrier;
    bool probe = false;  ///< whether the carrier, which was too busy, takes something again
    bool multi() const { return jobs.size() > 1; }
  };

  // To the carrier's line: outbound.cpp.
  end_recorder_ports recorder_ports();
  void begin(serial s);
  bool worth_gathering(const outbound_job& job) const;
  struct untouched_reply {
    serial job;
    std::deque<outbox_entry>::iterator entry;
  };
  std::optional<untouched_reply> untouched(const conversation_key& resident, const std::string& id);
  void make_ready(serial s);
  void queue_at(lane& l, serial s);
  void pump_lane(lane& l);
  void hand_over(lane& l);
  void wait_until(serial s, time_point when);
  void wake_at(time_point when);
  std::chrono::milliseconds time_left(const outbound_job& job) const;

  // From there: outbound_departure.cpp.
  bool depart(lane& l);
  void load(const lane& l, outbound_job& job);
  bool load_like(const lane& l, outbound_job& job, const outbound_job& other);
  std::size_t joinable_by(const lane& l, const outbound_job& job) const;
  std::vector<serial> next_part(departure& d) const;
  bool send_part(lane& l);
  bool may_begin(const std::vector<serial>& to);
  void release(outbound_job& job);  // its end is recorded, or it waits to be sent anew anyway
  void submit(lane& l, smpp::link& by, const std::vector<serial>& to, bool probe);

  // And back: outbound_outcome.cpp.
  void tell_rate(const submission& out, const std::vector<recipient_outcome>& outcomes);
  void answered(serial s, const submission& out, recipient_outcome what, const std::string& message_id);
  void refused(serial s, const submission& out, recipient_outcome what);
  void settle(serial s);
  void retry_later(serial s);
  void give_up(serial s, std::string reason);
  void give_up_expired();
  void finish(serial s);
  void forget(serial s);

  outbound_ports ports_;
  lanes lanes_;
  end_recorder ends_;
  std::unordered_map<serial, outbound_job> jobs_;
  std::map<conversation_key, serial> residents_;             // one job each: order is kept
  std::unordered_set<std::string> known_;                    // bucket and id, so that none is taken twice
  std::unordered_map<std::uint64_t, submission> in_flight_;  // by id of its request_token
  std::multimap<time_point, serial> later_;                  // good while it is the job's `due`
  serial next_serial_ = 1;
  std::uint64_t next_place_ = 1;
  std::uint64_t next_submission_ = 1;
  wakeup time_changed_;
  time_point next_wake_ = time_point::max();
  bool stopping_ = false;
};

}  // namespace duanwen

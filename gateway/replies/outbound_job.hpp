#pragma once
// Replies to one resident on their way out: which leave as one, their segments, and how far each has come.
// Pure.

#include <chrono>
#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <vector>

#include "config/settings/config.hpp"
#include "gateway/replies/accepted_segment.hpp"
#include "gateway/smpp/pdu/command_status.hpp"
#include "gateway/smpp/pdu/pdu.hpp"
#include "storage/records.hpp"

namespace duanwen {

enum class segment_state : std::uint8_t { waiting, sent, accepted };

struct outgoing_segment {
  smpp::pdu submit;
  std::size_t billed = 1;             ///< segments; more than one only for message_payload
  std::size_t message = 0;            ///< of which it is a part, counted from 0
  std::uint32_t part = 1, parts = 1;  ///< of those that this message went in
  segment_state state = segment_state::waiting;
};

/// A block of the joined replies that no carrier has accepted whole.
struct unsaid_block {
  reply_block block;
  std::size_t reply = 0;    ///< to which it belongs, counted from 0
  std::size_t message = 0;  ///< by which it is said
};

struct outbound_job {
  std::deque<outbox_entry> entries;  ///< what waits for one resident at one number, oldest first
  std::size_t joined = 0;            ///< so many of them leave as one; 0: nothing is packed
  std::vector<unsaid_block> unsaid;  ///< of what is joined
  std::string carrier;               ///< by which it was packed
  std::vector<outgoing_segment> segments;

  std::uint64_t segments_accepted = 0, cost_li = 0;  ///< by all carriers
  std::uint64_t one_by_one_li = 0;                   ///< what one plain reply an item would have cost

  std::size_t left = 0;        ///< so many of the replies were written to a carrier at least in part
  std::size_t unrecorded = 0;  ///< so many would be sent once more if the process died now
  std::uint64_t place = 0;     ///< the lower, the earlier it leaves; kept when it is tried again
  bool yields = false;         ///< it waited in the store: what is new goes first
  std::uint32_t attempts = 0;
  std::optional<smpp::outcome_class> failed;    ///< the attempt under way
  std::string failure;                          ///< the last one, in words; empty: there was none
  bool over = false;                            ///< its outcome is on its way into the store
  bool gathers = false;                         ///< waits on purpose for more to join
  bool alone = false;                           ///< not inside a submit_multi any more
  std::chrono::steady_clock::time_point due{};  ///< when it is tried again

  bool none_in_flight() const;
  bool all_accepted() const;
  bool nothing_accepted() const { return segments_accepted == 0; }
  /// Whether everything that reply number `reply` of the joined says was accepted.
  bool is_said(std::size_t reply) const;
  void accept(outgoing_segment& segment, std::uint32_t price_li);
  /// What a receipt for the segment at `index` is for.
  accepted_segment receipt_for(std::size_t index) const;
};

/// Unique in the store, while an id alone is so in its bucket.
std::string identity(const conversation_key& resident, const std::string& id);
inline std::string identity(const outbox_entry& entry) { return identity(entry.key, entry.id); }

/// How many of the replies in front leave as one: those that may join, in their order, within `segments_max`
/// segments.
std::size_t joinable(const std::deque<outbox_entry>& entries, const tariff& profile,
                     std::size_t segments_max);
/// Whether `later` may be said in one reply with `first`: both are details of one signature from one number.
bool may_join(const outbox_entry& first, const outbox_entry& later);
/// The first `count` replies as one.
reply joined_answer(const std::deque<outbox_entry>& entries, std::size_t count);

/// Joins the first `count` replies; nothing of them is said yet.
void join(outbound_job& job, std::size_t count);
/// Packs what is joined and not said by the carrier's tariff and encodes it as submit_sm (SMPP 3.4 §4.4.1).
/// `reference` is that of all parts of the first long message, the next ones get the numbers after it.
void pack_for(outbound_job& job, const carrier_settings& carrier, std::uint16_t reference);
/// Like `other`, which says the same words: the parts of both have the same reference.
void pack_like(outbound_job& job, const outbound_job& other, const carrier_settings& carrier);
/// Nothing of it was accepted: it may be joined anew, with what came meanwhile.
void unpack(outbound_job& job);

/// One submit_multi (§4.5.1) instead of several submit_sm that differ in their destinations only.
smpp::pdu as_submit_multi(const std::vector<const smpp::pdu*>& submits);

/// How long to wait after `attempts` of them failed, the last one so: doubling from retry_first to retry_max,
/// and not at all after the first that nothing was said of.
std::chrono::milliseconds retry_delay(smpp::outcome_class what, std::uint32_t attempts,
                                      const outbox_settings& settings);

}  // namespace duanwen

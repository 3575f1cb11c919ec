#pragma once
// THE WALK of one inbound message: what a carrier delivered → a decision that is safe in the store → what the
// carrier is told. Read inquiry.cpp downwards. io thread only.

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "config/settings/config.hpp"
#include "gateway/inquiries/conversation_cache.hpp"
#include "gateway/inquiries/flood.hpp"
#include "gateway/inquiries/hourly_fuses.hpp"
#include "gateway/inquiries/inbound.hpp"
#include "gateway/inquiries/refused_inquiries.hpp"
#include "gateway/metrics/metrics.hpp"
#include "gateway/runtime/keyed_lock.hpp"
#include "gateway/runtime/runtime.hpp"
#include "gateway/upkeep/store_clock.hpp"
#include "keywords/conversation/decision.hpp"
#include "keywords/index/snapshot.hpp"
#include "storage/store.hpp"

namespace duanwen {

/// The parts of the gateway that inquiries use; all outlive them.
struct inquiry_ports {
  runtime& rt;
  duanwen::store& store;
  store_clock& clock;
  const config& settings;
  const std::map<std::string, wording>& wordings;  ///< by language
  std::function<snapshot_ptr()> directory;
  std::string process;
  duanwen::metrics& metrics;
  hourly_fuses& fuses;
  std::function<std::string(const outbox_entry&)>
      sends_by;  ///< the carrier that would take the reply now; "": none
};

/// An arrival that the store keeps in doubt.
struct doubtful_arrival {
  delivery stored;
  std::uint32_t sequence_number = 0;  ///< of our last response; the arrival is forgotten once that is read
  doubtful_arrival() = default;
  doubtful_arrival(delivery d, std::uint32_t s) : stored(std::move(d)), sequence_number(s) {}
};

/// The outcome of one message: the response of its link, and the reply that goes out after it.
struct inquiry_end {
  std::uint32_t command_status = 0;
  bool close_link = false;             ///< instead of a response, as carrier.when_unavailable says
  std::optional<outbox_entry> answer;  ///< the reply, for outbound
  std::optional<std::uint32_t>
      answer_may_be_stored;  ///< the bucket whose outbox may have a reply, of a commit of unknown outcome
  std::optional<smpp::delivery_receipt> receipt;  ///< the message was this receipt, and no inquiry
  conversation_key resident;                      ///< of an inquiry that was committed or redelivered
  std::vector<doubtful_arrival> in_doubt;         ///< arrivals of the inquiry
  inquiry_end() = default;
};

class inquiries {
 public:
  explicit inquiries(inquiry_ports ports);

  /// Answers one deliver_sm or data_sm (SMPP 3.4 §4.6, §4.7). Returns when the store has it, or cannot have
  /// it in hold_s.
  asio::awaitable<inquiry_end> answer(smpp::pdu message, arrival_place place);

  /// A long inquiry whose parts did not all come in time: answers what came. When the store is away it is
  /// handed out again.
  asio::awaitable<inquiry_end> answer_incomplete(due_parts due);

  void stop();  ///< nothing waits for the store any longer

 private:
  void know_again(inbound& inquiry);
  void leave_in_doubt(inquiry_end& end, const inbound& inquiry) const;
  inquiry_end committed(const inbound& inquiry, std::optional<outbox_entry> answer,
                        const std::string& outbox_id) const;
  inquiry_end delivered_before(const inbound& inquiry);  ///< told OK, and answered already
  asio::awaitable<inquiry_end> hold_until_safe(inbound& inquiry, time_point until);
  asio::awaitable<result<inquiry_end>> make_safe(inbound& inquiry);
  asio::awaitable<result<inquiry_end>> decide_and_commit(inbound& inquiry);
  void count(const inbound& inquiry, const decision& decided) const;
  decision decide_for(const inbound& inquiry, const snapshot& directory, const conversation& now_at) const;
  inquiry_commit commit_of(const inbound& inquiry, const stored_conversation& known,
                           const decision& decided) const;

  inquiry_ports ports_;
  keyed_lock<conversation_key> turns_;
  conversation_cache cache_;
  flood_gate floods_;
  refused_inquiries refused_;
  bool stopping_ = false;
};

}  // namespace duanwen

#pragma once
// Receipts that come for our replies: matched, counted, and noted down in the store where the inquiry is
// traced. io thread only.

#include <deque>
#include <optional>
#include <string>
#include <vector>

#include "gateway/carriers/receipt_book.hpp"
#include "gateway/metrics/metrics.hpp"
#include "gateway/runtime/runtime.hpp"
#include "gateway/upkeep/store_clock.hpp"
#include "storage/redis_link/rare_warning.hpp"
#include "storage/store.hpp"

namespace duanwen {

/// What they need of the rest; everything outlives them.
struct reply_receipts_ports {
  runtime& rt;
  duanwen::store& store;
  const store_clock& clock;
  const config& settings;
  duanwen::metrics& metrics;
};

class reply_receipts {
 public:
  explicit reply_receipts(reply_receipts_ports ports);

  /// A carrier accepted these, and will send a receipt for each, under this id.
  void sent(const carrier_settings& carrier, const std::string& message_id, std::vector<accepted_segment> to);
  void received(const carrier_settings& carrier, const smpp::delivery_receipt& receipt);
  /// The receipt that `message` is though it is not labelled as one, by an id that is awaited from its
  /// number.
  std::optional<smpp::delivery_receipt> awaited(const carrier_settings& carrier,
                                                const smpp::pdu& message) const;
  /// How a carrier's receipts spell message ids; "": none has matched yet.
  std::string learnt(const std::string& carrier) const;
  /// What the last receipt for this message_id said of a resident; none: none came, or it is forgotten.
  std::optional<smpp::message_state> told_of(const std::string& carrier, const std::string& message_id,
                                             const std::string& msisdn) const {
    return book_.told_of(carrier, message_id, msisdn);
  }

  void stop() { stopping_ = true; }  ///< what the store does not take now is not noted down
  bool idle() const { return !writing_; }

 private:
  void tell(const std::string& carrier, receipt_match match, const smpp::delivery_receipt& receipt,
            const accepted_segment* of);
  void note(const std::string& carrier, const smpp::delivery_receipt& receipt, const accepted_segment& of);
  asio::awaitable<void> write();

  reply_receipts_ports ports_;
  receipt_book book_;
  std::deque<receipt_record> unnoted_;
  rare_warning full_;
  bool writing_ = false, stopping_ = false;
};

}  // namespace duanwen

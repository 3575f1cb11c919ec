#pragma once
// Receipts meet the segments that they are for, by carrier and message_id, and by number where a submit_multi
// gave one id to several: early, late, on another link, twice, and spelled otherwise. How a carrier spells
// ids is learnt from what matches. Time is a parameter. Pure.

#include <array>
#include <chrono>
#include <cstdint>
#include <deque>
#include <functional>
#include <list>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "config/settings/config.hpp"
#include "gateway/replies/accepted_segment.hpp"
#include "gateway/smpp/pdu/message_id.hpp"
#include "gateway/smpp/text/receipt.hpp"

namespace duanwen {

/// What became of a receipt.
enum class receipt_match {
  matched,
  repeated,    ///< its segment had a receipt of the same state before
  unmatched,   ///< nothing that was sent had this id within receipts.early_s
  unreadable,  ///< it names no id at all
};
const char* name_of(receipt_match m);

class receipt_book {
 public:
  using time_point = std::chrono::steady_clock::time_point;
  /// Told of each receipt once it is known what it belongs to; `of` when it was matched.
  using observer = std::function<void(const std::string& carrier, receipt_match,
                                      const smpp::delivery_receipt&, const accepted_segment* of)>;

  receipt_book(const receipt_settings& settings, std::string country_code, observer tell)
      : settings_(settings), country_code_(std::move(country_code)), tell_(std::move(tell)) {}

  /// A carrier accepted a submit_sm that asks for a receipt, or a submit_multi to several, under this id.
  void sent(const std::string& carrier, const std::string& message_id, std::vector<accepted_segment> to,
            time_point now);
  void received(const std::string& carrier, const smpp::delivery_receipt& receipt, time_point now);
  /// Whether this carrier gave one of the receipt's ids to a segment for a number that it has as an address.
  bool awaits(const std::string& carrier, const smpp::delivery_receipt& receipt) const;
  void expire(time_point now);  ///< forgets what is too old; call about once a second

  /// What the last receipt for this message_id, as submit_sm_resp gave it, said of `msisdn`; none: none came,
  /// or it is forgotten.
  std::optional<smpp::message_state> told_of(const std::string& carrier, const std::string& message_id,
                                             const std::string& msisdn) const;

  /// How this carrier's receipts spell ids, by those that matched; none before any did.
  std::optional<smpp::id_form> learnt(const std::string& carrier) const;
  std::size_t open() const { return open_; }
  std::size_t early() const { return early_.size(); }
  std::size_t remembered() const { return by_age_.size(); }  ///< ids, however often each was given

 private:
  using key = std::pair<std::string, std::string>;  // carrier, folded id
  using ages = std::list<key>;                      // oldest first
  struct recipient {
    accepted_segment what;
    smpp::message_state last = smpp::message_state::unknown;
    bool had_one = false;
  };
  struct submission {
    time_point sent{};
    ages::iterator age;
    std::string message_id;  // as it was given
    std::vector<recipient> to;
  };
  struct early_receipt {
    time_point came;
    std::string carrier;
    smpp::delivery_receipt what;
  };
  using submissions = std::map<key, submission>;
  std::vector<key> ids_of(const std::string& carrier, const smpp::delivery_receipt& receipt) const;
  void park(early_receipt e);
  void unlist(const early_receipt& e);
  void match_early(const std::string& carrier, const key& id);
  bool match(const std::string& carrier, const smpp::delivery_receipt& receipt);
  recipient* whose(submission& s, const smpp::delivery_receipt& receipt) const;
  void settle(recipient& r, const std::string& carrier, const smpp::delivery_receipt& receipt);
  void give_up_oldest_early();
  void forget_oldest();
  void forget(submissions::iterator which);

  receipt_settings settings_;
  std::string country_code_;
  observer tell_;
  submissions submissions_;
  std::size_t open_ = 0;  // recipients of all submissions
  ages by_age_;
  std::deque<early_receipt> early_;
  std::multiset<key> early_ids_;  // all that those may be meant for
  std::map<std::string, std::array<std::uint64_t, smpp::id_form_count>> matches_;
};

}  // namespace duanwen

#pragma once
// Receipts meet the replies that they are for, by carrier and message_id: early, late, on another link,
// twice, and spelled otherwise. How a carrier spells ids is learnt from what matches. Time is a parameter.
// Pure.

#include <array>
#include <chrono>
#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <string>
#include <unordered_map>
#include <utility>

#include "config/config.hpp"
#include "gateway/smpp/message_id.hpp"
#include "gateway/smpp/receipt.hpp"

namespace duanwen {

/// What became of a receipt.
enum class receipt_match {
  matched,
  repeated,   ///< its reply had a receipt of the same state before
  unmatched,  ///< no reply of ours had this id within receipts.early_s
};
const char* name_of(receipt_match m);

class receipt_book {
 public:
  using time_point = std::chrono::steady_clock::time_point;
  /// Told of each receipt once it is known what it belongs to.
  using observer = std::function<void(const std::string& carrier, receipt_match, smpp::message_state)>;

  receipt_book(const receipt_settings& settings, observer tell)
      : settings_(settings), tell_(std::move(tell)) {}

  /// A carrier accepted a submit_sm that asks for a receipt, under this id.
  void sent(const std::string& carrier, const std::string& message_id, time_point now);
  void received(const std::string& carrier, const smpp::delivery_receipt& receipt, time_point now);
  void expire(time_point now);  ///< forgets what is too old; call about once a second

  /// How this carrier's receipts spell ids, by those that matched; same before any did.
  smpp::id_spelling learnt(const std::string& carrier) const;
  std::size_t open() const { return replies_.size(); }
  std::size_t early() const { return early_.size(); }

 private:
  using key = std::pair<std::string, std::string>;  // carrier, folded id
  struct reply {
    time_point sent{};
    smpp::message_state last = smpp::message_state::unknown;
    bool had_one = false;
  };
  struct early_receipt {
    time_point came;
    std::string carrier;
    smpp::delivery_receipt what;
  };
  bool match(const std::string& carrier, const smpp::delivery_receipt& receipt);
  void settle(reply& r, const std::string& carrier, smpp::message_state state);
  void forget_oldest_reply();

  receipt_settings settings_;
  observer tell_;
  std::map<key, reply> replies_;
  std::deque<std::pair<time_point, key>> by_age_;
  std::deque<early_receipt> early_;
  std::map<std::string, std::array<std::uint64_t, smpp::all_spellings.size()>> matches_;
};

}  // namespace duanwen

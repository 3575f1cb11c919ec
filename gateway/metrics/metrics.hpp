#pragma once
// What happened since the process started, as plain numbers: whoever does something says so here, which costs
// an addition. metrics_page.hpp writes them down. io thread only.

#include <array>
#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "config/settings/config.hpp"
#include "gateway/metrics/histogram.hpp"
#include "keywords/conversation/decision.hpp"
#include "keywords/segments/segment.hpp"
#include "storage/records.hpp"

namespace duanwen {

/// What became of an inquiry that decide() has nothing to do with.
enum class undecided : std::uint8_t {
  flooded,      ///< over conversation.resident_per_minute
  redelivered,  ///< answered before
  refused,      ///< to a number that is not ours
  ignored,      ///< from a short or lettered sender or one of ignored_senders, or not for anybody to read
  own_number,   ///< from a number of ours
  unavailable,  ///< not safe within redis.hold_s: the carrier is to deliver it again
};
inline constexpr std::size_t undecided_count = 6;

enum class reply_end : std::uint8_t {
  accepted,
  refused,  ///< by the carrier, for good
  expired,  ///< outbox.reply_validity_s
};
inline constexpr std::size_t reply_end_count = 3;

/// Whose segments of an hour were used up.
enum class fuse_kind : std::uint8_t { resident, department, carrier };
inline constexpr std::size_t fuse_kind_count = 3;

const char* name_of(undecided u);
const char* name_of(reply_end e);
const char* name_of(fuse_kind k);

inline constexpr std::size_t alphabet_count = 2;

/// What is counted of one carrier.
struct carrier_counts {
  using by_name = std::map<std::string, std::uint64_t, std::less<>>;
  std::array<std::uint64_t, outcome_count> decided{};
  std::array<std::uint64_t, undecided_count> undecided{};
  std::array<std::uint64_t, reply_end_count> replies{};
  std::array<std::uint64_t, alphabet_count> segments{};
  std::uint64_t cost_li = 0;
  by_name pdu_errors, receipts;
};

/// Of the receipts of a carrier those that belong to a reply of ours, 0 to 1; none: it sent none.
std::optional<double> receipts_matched(const carrier_counts& of);

class metrics {
 public:
  /// The carriers by name; what is counted of another one is counted of "".
  explicit metrics(const std::vector<carrier_settings>& carriers);

  void inquiry(std::string_view carrier, outcome o) { ++of(carrier).decided.at(index(o)); }
  void inquiry(std::string_view carrier, undecided u) { ++of(carrier).undecided.at(index(u)); }
  /// Once an hour each, however many inquiries it leaves unanswered.
  void fuse_tripped(fuse_kind kind) { ++fuse_trips_.at(index(kind)); }
  void matched(match_kind how) { ++matches_.at(index(how)); }
  void answered_after(std::chrono::nanoseconds took) { inquiry_seconds_.observe(took); }

  void reply(std::string_view carrier, reply_end end) { ++of(carrier).replies.at(index(end)); }
  /// What a carrier accepted and bills.
  void segments(std::string_view carrier, alphabet in, std::uint64_t count, std::uint64_t cost_li);
  void saved(std::uint64_t li) { saved_li_ += li; }

  /// `kind`: a name of smpp::wire_status, "framing" or "unexpected".
  void pdu_error(std::string_view carrier, std::string_view kind);
  /// `state`: message_state of SMPP 3.4 §5.2.28, lower case; "repeated", "unmatched" or "unreadable": it told
  /// nothing new.
  void receipt(std::string_view carrier, std::string_view state);

  /// A commit or finish came back.
  void store_took(std::chrono::nanoseconds took) { redis_seconds_.observe(took); }
  /// As last counted; none: it could not be asked.
  void store_holds(std::optional<store_counts> counts) { store_ = counts; }

  /// Inquiries of a carrier, whatever became of them; replies that it accepted.
  std::uint64_t inquiries(std::string_view carrier) const;
  std::uint64_t replies(std::string_view carrier) const;

  const std::map<std::string, carrier_counts, std::less<>>& carriers() const { return carriers_; }
  const std::array<std::uint64_t, match_kind_count>& matches() const { return matches_; }
  const std::array<std::uint64_t, fuse_kind_count>& fuse_trips() const { return fuse_trips_; }
  const histogram& inquiry_seconds() const { return inquiry_seconds_; }
  const histogram& redis_seconds() const { return redis_seconds_; }
  std::uint64_t saved_li() const { return saved_li_; }
  const std::optional<store_counts>& store() const { return store_; }

 private:
  template <class Enumeration>
  static std::size_t index(Enumeration e) {
    return static_cast<std::size_t>(e);
  }
  carrier_counts& of(std::string_view carrier);

  std::map<std::string, carrier_counts, std::less<>> carriers_;
  std::array<std::uint64_t, match_kind_count> matches_{};
  std::array<std::uint64_t, fuse_kind_count> fuse_trips_{};
  histogram inquiry_seconds_, redis_seconds_;
  std::uint64_t saved_li_ = 0;
  std::optional<store_counts> store_;
};

}  // namespace duanwen

#pragma once
// The residents of a load: who texts what, and what became of it. Pure: time is a parameter, no socket.

#include <array>
#include <chrono>
#include <cstdint>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include "gateway/smpp/pdu/pdu.hpp"
#include "tools/load/latencies.hpp"

namespace duanwen::load {

using time_point = std::chrono::steady_clock::time_point;

struct crowd_settings {
  std::uint32_t residents = 1000000;           ///< 1 to 100,000,000
  std::array<double, 3> mix{0.45, 0.5, 0.05};  ///< first texts, numbers, long messages; weights
  std::string service = "10690001", keyword = "龙泉国土";
  std::uint32_t items = 3;  ///< numbers texted are 1 to this
  bool once = false;        ///< each resident texts once, in their order; then no more
  std::uint32_t first = 0;  ///< who begins then, less than residents
};

/// One deliver_sm on its way: whose, and which part of a long message.
struct part_of {
  std::uint32_t resident = 0;
  std::uint32_t part = 0;  ///< counted from 0
};

struct tally {
  std::uint64_t acknowledged = 0;           ///< inquiries told ESME_ROK, all their parts
  std::uint64_t answered = 0;               ///< of these, those whose whole reply came
  std::uint64_t refused = 0;                ///< deliver_sm answered with an error; they are delivered again
  std::uint64_t segments = 0;               ///< submit_sm taken
  std::uint64_t doubled = 0;                ///< whole replies to a resident who had one already
  std::uint64_t doubled_by_kills = 0;       ///< of these, those that were in flight at a kill
  std::uint64_t doubled_by_links = 0;       ///< of these, those that were among a fallen link's last
  std::uint64_t doubled_by_refusals = 0;    ///< of these, to inquiries that were told to try again
  std::uint64_t doubled_without_fault = 0;  ///< of these, those that no fault excuses
};

class crowd {
 public:
  explicit crowd(crowd_settings settings);

  /// Somebody who waits for nothing texts something; none: all wait, or have texted. `now` is when it was
  /// to be sent.
  std::optional<std::uint32_t> next(time_point now);
  std::uint32_t parts_of(std::uint32_t resident) const;
  /// The deliver_sm of a part, the same octets every time.
  smpp::pdu deliver_sm(part_of what) const;

  /// True: the inquiry is over, answered and acknowledged.
  bool acknowledged(part_of what, time_point now);
  /// Told to try again: an inquiry whose commit the peer never heard of may be answered for each delivery.
  void refused(part_of what) {
    ++tally_.refused;
    all_[what.resident].refused = true;
  }
  bool replied(const smpp::pdu& submit_sm, time_point now);
  /// The link fell and the peer may not have read our response to this resident's reply: it may come again.
  void may_double(std::uint32_t resident) { all_[resident].link_fell = true; }
  /// The peer was killed and had not recorded the end of this resident's reply. True: it came, so it may come
  /// again, and neither a link that fell before nor an inquiry told to try again is to blame.
  bool may_double_by_kill(std::uint32_t resident);

  /// The resident that a number is; none when it is nobody's.
  std::optional<std::uint32_t> resident_of(const std::string& number) const;
  const tally& counted() const { return tally_; }
  std::size_t open() const { return open_; }
  std::uint64_t lost() const;  ///< acknowledged and without a whole reply
  /// Latencies from here on are of what is texted from here on.
  void measure(time_point from) { measured_from_ = from; }
  const latencies& to_response() const { return to_response_; }
  const latencies& to_reply() const { return to_reply_; }
  /// To be beaten about once a millisecond; else all latencies are taken for those of a steady machine.
  machine_pulse& pulse() { return pulse_; }

 private:
  enum class kind : std::uint8_t { first, number, lengthy };
  struct person {
    time_point texted{};
    std::uint32_t reference = 0;  // of the long reply whose parts are coming
    std::uint32_t parts_came = 0;
    std::uint8_t parts_unacknowledged = 0, replies = 0;
    std::uint8_t item = 0;  // which of numbers_
    kind text = kind::first;
    bool open = false, answered = false;
    bool link_fell = false, killed = false, refused = false;  // each excuses the reply once
  };
  struct text_octets {
    std::string whole;
    std::array<std::string, 2> parts;
  };

  bool close_if_over(person& r);
  void came_again(person& r);
  bool is_whole(person& r, const smpp::pdu& submit_sm);
  std::uint32_t anybody();

  crowd_settings settings_;
  std::vector<person> all_;
  std::vector<std::uint32_t> have_menu_;  // a ring of those who got a reply lately
  std::size_t next_menu_ = 0;
  std::uint32_t next_once_;
  std::vector<std::string> numbers_;  // octets of each number texted
  text_octets first_, lengthy_;
  std::mt19937_64 random_{1};
  std::discrete_distribution<int> draw_kind_;
  tally tally_;
  std::size_t open_ = 0;
  time_point measured_from_ = time_point::max();
  machine_pulse pulse_;
  latencies to_response_, to_reply_;
};

}  // namespace duanwen::load

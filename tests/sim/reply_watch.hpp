#pragma once
// Watches replies: each comes to a recorded outcome, what is booked as sent was accepted by a carrier, and
// none comes twice unless a fault hit it between its submit_sm and its finish.

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "gateway/smpp/pdu.hpp"
#include "storage/records.hpp"
#include "tests/sim/verdict.hpp"

namespace duanwen::sim {

class reply_watch {
 public:
  explicit reply_watch(verdict& rules) : verdict_(rules) {}

  void committed(const inquiry_commit& c, const commit_result& done);
  void finished(const outbox_entry& entry, const std::string& dead_reason);
  /// A process wrote a segment for this resident.
  void written(const std::string& process, const std::string& resident);
  /// A carrier took the segment and will answer so.
  void accepted(const smpp::pdu& submit_sm);
  /// What of this resident is written and not finished may come again.
  void hit(const std::string& resident, const std::string& why);
  void killed(const std::string& process);
  /// Another process sends this one now, since the lease of the first has run out.
  void taken_over(const outbox_entry& entry, const std::string& from);
  /// The store did not answer: who sent it may never get it finished.
  void finish_failed(const std::string& resident);
  void stopped(const std::string& process);

  bool all_finished() const { return unfinished_ == 0; }
  void at_end();

 private:
  /// Something that one resident is told, however often: the details of an item, or all of any other reply.
  struct piece {
    std::vector<std::string> texts;
    std::size_t committed = 0, came = 0, excused = 0;
    bool is_in(const std::string& text) const;
  };
  struct reply {
    std::string resident;
    std::vector<std::string> pieces;  // their keys
    std::set<std::string> accepted;   // of its pieces
    std::set<std::string> written_by;
    bool is_finished = false, finish_failed = false;
    std::chrono::milliseconds excused_at{-1};
  };
  struct long_message {
    std::map<std::uint32_t, std::string> octets_by_index;
  };

  void came_whole(const std::string& resident, const std::string& text);
  void excuse(reply& r, const std::string& why);

  verdict& verdict_;
  std::map<std::uint32_t, reply> by_arrival_;  // sequence_number of the inquiry's first arrival
  std::multimap<std::string, std::uint32_t> of_resident_;
  std::map<std::pair<std::string, std::string>, piece> pieces_;  // by resident and key
  std::map<std::pair<std::string, std::uint32_t>, long_message> coming_;
  std::size_t unfinished_ = 0;
};

/// A resident's number without country code, however it is spelled.
std::string plain_number(const std::string& spelled);

}  // namespace duanwen::sim

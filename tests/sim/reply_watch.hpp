#pragma once
// Watches replies: each comes to a recorded outcome, what is booked as sent was accepted by a carrier, and
// none comes twice unless a fault hit it between its submit_sm and its finish; by one end of a process no
// more than outbox.unrecorded_max do.

#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "gateway/smpp/pdu/pdu.hpp"
#include "storage/records.hpp"
#include "tests/sim/verdict.hpp"
#include "tests/sim/whole_messages.hpp"

namespace duanwen::sim {

class reply_watch {
 public:
  explicit reply_watch(verdict& rules) : verdict_(rules) {}
  void doubled_at_most(std::size_t unrecorded_max) { unrecorded_max_ = unrecorded_max; }

  void committed(const inquiry_commit& c, const commit_result& done);
  void finished(const outbox_entry& entry, const std::string& dead_reason);
  void written(const std::string& process, const smpp::pdu& submit_sm);
  /// A carrier took the segment and will answer so.
  void accepted(const smpp::pdu& submit_sm);
  void refused(const smpp::pdu& submit_sm);
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
  /// By the end of which process which reply, by its place in by_arrival_, may come twice.
  struct process_end {
    std::size_t end = 0;
    std::uint32_t reply = 0;
  };
  /// Something that one resident is told, however often: the details of an item, or all of any other reply.
  struct piece {
    std::vector<std::string> texts;
    std::size_t committed = 0, came = 0, excused = 0;
    std::deque<process_end> ends;  // each excuses once more
    bool is_in(const std::string& text) const;
  };
  struct reply {
    std::string resident, id;
    std::vector<std::string> pieces;  // their keys
    std::set<std::string> accepted;   // of its pieces
    std::set<std::string> written_by;
    bool is_finished = false, finish_failed = false;
    bool to_be_sent_anew = false;  // refused, or its link fell: whatever comes of the process
    std::chrono::milliseconds excused_at{-1};
  };
  std::set<std::string> pieces_in(const std::string& resident, const std::string& text) const;
  void came_again(piece& p, const std::string& what);
  void ended(const std::string& process, const std::string& why, bool (*hits)(const reply&));
  void excuse(std::uint32_t number, const std::string& why, std::optional<std::size_t> end = {});

  verdict& verdict_;
  std::map<std::uint32_t, reply> by_arrival_;  // sequence_number of the inquiry's first arrival
  std::multimap<std::string, std::uint32_t> of_resident_;
  std::map<std::pair<std::string, std::string>, piece> pieces_;  // by resident and key
  whole_messages writing_, coming_;
  std::vector<std::set<std::uint32_t>> doubled_by_;  // replies by each end of a process
  std::size_t unrecorded_max_ = 0;
  std::size_t unfinished_ = 0;
};

/// A resident's number without country code, however it is spelled.
std::string plain_number(const std::string& spelled);

}  // namespace duanwen::sim

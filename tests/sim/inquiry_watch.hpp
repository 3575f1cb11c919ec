#pragma once
// Watches inquiries: told OK only when safe, each taken once, all told OK in the end, none understood by a
// conversation that had ended.

#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "storage/records.hpp"
#include "tests/sim/verdict.hpp"

namespace duanwen::sim {

class inquiry_watch {
 public:
  inquiry_watch(verdict& rules, std::chrono::milliseconds ttl) : verdict_(rules), ttl_(ttl) {}

  /// A resident texts something; a bare number means something only in a conversation. Returns its place.
  std::size_t asked(bool bare_number, std::size_t parts);
  /// A part of it goes out under this sequence_number, which is no other's.
  void delivered(std::uint32_t sequence_number, std::size_t inquiry, std::size_t part);
  /// The carrier delivers it again though it was told OK.
  void repeated_for_nothing(std::size_t inquiry) { all_[inquiry].repeated = true; }
  void response_written(std::uint32_t sequence_number, std::uint32_t command_status);
  void response_read(std::uint32_t sequence_number, std::uint32_t command_status);
  /// What the store did, at the moment when it did it.
  void committed(const inquiry_commit& c, const commit_result& done, unix_ms now);
  void part_stored(const stored_part& part);

  std::size_t size() const { return all_.size(); }
  bool all_over() const;  ///< told OK and decided
  void at_end();

 private:
  struct part_state {
    bool safe = false, told_ok = false;
  };
  struct inquiry_state {
    bool bare_number = false;
    std::vector<part_state> parts;
    std::set<std::string> commits;  // ids that the store gave their replies
    bool refused = false, repeated = false;
  };
  struct place {
    std::size_t inquiry = 0, part = 0;
  };

  verdict& verdict_;
  std::chrono::milliseconds ttl_;
  std::vector<inquiry_state> all_;
  std::map<std::uint32_t, place> by_number_;
  std::map<conversation_key, unix_ms> last_commit_;
};

}  // namespace duanwen::sim

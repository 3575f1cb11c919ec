#pragma once
// Watches what is in doubt: of what the carrier has read the response to, by a link that stands, the store is
// told, so that the same text by another bind is not swallowed.

#include <cstdint>
#include <map>
#include <string>
#include <utility>

#include "storage/records.hpp"
#include "tests/sim/verdict.hpp"

namespace duanwen::sim {

class doubt_watch {
 public:
  explicit doubt_watch(verdict& rules) : verdict_(rules) {}

  void committed(const inquiry_commit& c, const commit_result& done);
  /// The store forgets that it is in doubt.
  void forgotten(const reply_finish& f);
  /// The carrier has read ESME_ROK for this deliver_sm by a link of `process`.
  void read(const std::string& process, const std::string& link, std::uint32_t sequence_number);
  /// What came by it proves nothing any more.
  void fell(const std::string& link);

  bool settled() const { return !in_vain(); }
  void at_end();

 private:
  struct doubt {
    std::string process, resident;
  };
  /// The first that stays though it was read.
  const std::pair<const std::uint32_t, doubt>* in_vain() const;

  verdict& verdict_;
  std::map<std::uint32_t, doubt> doubts_;                               // by sequence_number
  std::map<std::uint32_t, std::pair<std::string, std::string>> reads_;  // process and link
};

}  // namespace duanwen::sim

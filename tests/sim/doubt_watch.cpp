#include "tests/sim/doubt_watch.hpp"

#include <algorithm>

namespace duanwen::sim {

void doubt_watch::committed(const inquiry_commit& c, const commit_result& done) {
  if (done.status == commit_status::conflict) return;
  for (const auto& arrival : c.arrivals) doubts_[arrival.sequence_number] = {c.process, c.key.msisdn};
}

void doubt_watch::forgotten(const reply_finish& f) {
  for (const auto& arrival : f.proven_read) doubts_.erase(arrival.sequence_number);
}

void doubt_watch::read(const std::string& process, const std::string& link, std::uint32_t sequence_number) {
  reads_[sequence_number] = {process, link};
}

void doubt_watch::fell(const std::string& link) {
  std::erase_if(reads_, [&](const auto& one) { return one.second.second == link; });
}

// A part that another process took is not proven by the one that answers the whole.
const std::pair<const std::uint32_t, doubt_watch::doubt>* doubt_watch::in_vain() const {
  const auto found = std::find_if(doubts_.begin(), doubts_.end(), [this](const auto& one) {
    const auto read = reads_.find(one.first);
    return read != reads_.end() && read->second.first == one.second.process;
  });
  return found == doubts_.end() ? nullptr : &*found;
}

void doubt_watch::at_end() {
  if (const auto* one = in_vain())
    verdict_.broken(rule::in_doubt_in_vain,
                    "deliver_sm " + std::to_string(one->first) + " of " + one->second.resident + " was read");
}

}  // namespace duanwen::sim

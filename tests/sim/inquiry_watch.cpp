#include "tests/sim/inquiry_watch.hpp"

#include <algorithm>

#include "tests/sim/town.hpp"

namespace duanwen::sim {
namespace {

bool has_details(const outbox_entry& entry) {
  return std::any_of(entry.answer.blocks.begin(), entry.answer.blocks.end(),
                     [](const reply_block& b) { return tells_details(b.text); });
}

}  // namespace

std::size_t inquiry_watch::asked(bool bare_number, std::size_t parts) {
  inquiry_state one;
  one.bare_number = bare_number;
  one.parts.resize(parts);
  all_.push_back(std::move(one));
  return all_.size() - 1;
}

void inquiry_watch::delivered(std::uint32_t sequence_number, std::size_t inquiry, std::size_t part) {
  by_number_[sequence_number] = {inquiry, part};
}

void inquiry_watch::response_written(std::uint32_t sequence_number, std::uint32_t command_status) {
  const auto at = by_number_.at(sequence_number);
  auto& one = all_[at.inquiry];
  if (command_status != 0) one.refused = true;
  if (command_status == 0 && !one.parts[at.part].safe && one.commits.empty())
    verdict_.broken(rule::ok_before_safe, "inquiry " + std::to_string(at.inquiry));
}

void inquiry_watch::response_read(std::uint32_t sequence_number, std::uint32_t command_status) {
  const auto at = by_number_.at(sequence_number);
  if (command_status == 0) all_[at.inquiry].parts[at.part].told_ok = true;
}

void inquiry_watch::committed(const inquiry_commit& c, const commit_result& done, unix_ms now) {
  if (done.status != commit_status::committed) return;
  const auto at = by_number_.at(c.arrivals.front().sequence_number);
  auto& one = all_[at.inquiry];
  // Asked for again after an answer that was lost: the store gives the same id.
  if (!one.commits.insert(done.outbox_id).second) return;
  // Parts that are refused for long may be answered without each other.
  const bool may_be_cut = one.refused && one.parts.size() > 1;
  if (one.commits.size() > 1 && !may_be_cut && !one.repeated)
    verdict_.broken(rule::committed_twice, "inquiry " + std::to_string(at.inquiry));
  // Whatever is texted here has something to be told.
  if (!c.answer) verdict_.broken(rule::lost, "inquiry " + std::to_string(at.inquiry) + " gets no reply");
  const auto before = last_commit_.find(c.key);
  const bool ended = before == last_commit_.end() || before->second + ttl_.count() <= now;
  if (one.bare_number && ended && c.answer && has_details(*c.answer))
    verdict_.broken(rule::answered_after_ttl, "inquiry " + std::to_string(at.inquiry));
  last_commit_[c.key] = now;
}

void inquiry_watch::part_stored(const stored_part& part) {
  const auto at = by_number_.at(part.arrival.sequence_number);
  all_[at.inquiry].parts[at.part].safe = true;
}

bool inquiry_watch::all_over() const {
  return std::all_of(all_.begin(), all_.end(), [](const inquiry_state& one) {
    return !one.commits.empty() &&
           std::all_of(one.parts.begin(), one.parts.end(), [](const part_state& p) { return p.told_ok; });
  });
}

void inquiry_watch::at_end() {
  for (std::size_t i = 0; i < all_.size(); ++i) {
    const auto& one = all_[i];
    for (std::size_t part = 0; part < one.parts.size(); ++part)
      if (!one.parts[part].told_ok)
        verdict_.broken(rule::acknowledged_late,
                        "inquiry " + std::to_string(i) + " part " + std::to_string(part));
    if (one.commits.empty())
      verdict_.broken(rule::lost, "inquiry " + std::to_string(i) + " was never decided");
  }
}

}  // namespace duanwen::sim

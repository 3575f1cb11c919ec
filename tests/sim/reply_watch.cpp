#include "tests/sim/reply_watch.hpp"

#include <algorithm>
#include <utility>

#include "tests/sim/town.hpp"

namespace duanwen::sim {

std::string plain_number(const std::string& spelled) {
  constexpr std::size_t digits = 11;
  return spelled.size() > digits ? spelled.substr(spelled.size() - digits) : spelled;
}

// Replies with details may be joined with others on their way; a menu or a notice goes as it is.
bool reply_watch::piece::is_in(const std::string& text) const {
  const auto is_there = [&text](const std::string& one) { return text.find(one) != std::string::npos; };
  return tells_details(text) == tells_details(texts.front()) &&
         std::all_of(texts.begin(), texts.end(), is_there);
}

void reply_watch::committed(const inquiry_commit& c, const commit_result& done) {
  if (done.status != commit_status::committed || !c.answer) return;
  reply one;
  one.resident = plain_number(c.key.msisdn);
  one.id = done.outbox_id;
  piece other;
  std::string all;
  for (const auto& block : c.answer->answer.blocks) {
    if (tells_details(block.text)) {
      pieces_[{one.resident, block.text}].texts = {block.text};
      one.pieces.push_back(block.text);
    } else {
      other.texts.push_back(block.text);
      all += block.text + '\n';
    }
  }
  if (one.pieces.empty()) {
    pieces_[{one.resident, all}].texts = other.texts;
    one.pieces.push_back(all);
  }
  const auto number = c.arrivals.front().sequence_number;
  const auto [known, is_new] = by_arrival_.emplace(number, one);
  // Asked for again after an answer that was lost; unless a redelivery was read meanwhile and this is one
  // more.
  if (!is_new && known->second.id == one.id) return;
  if (is_new) of_resident_.emplace(one.resident, number);
  unfinished_ += is_new || known->second.is_finished;
  known->second = one;
  for (const auto& key : one.pieces) ++pieces_[{one.resident, key}].committed;
}

void reply_watch::finished(const outbox_entry& entry, const std::string& dead_reason) {
  auto& r = by_arrival_.at(entry.in_doubt.front().sequence_number);
  if (r.is_finished) return;
  r.is_finished = true;
  --unfinished_;
  if (!dead_reason.empty()) return verdict_.note("dead letter: " + dead_reason);
  for (const auto& key : r.pieces)
    if (!r.accepted.contains(key)) verdict_.broken(rule::booked_unsent, r.resident + " " + key);
}

// One after another to one resident: of replies that say the same it is the oldest that leaves.
void reply_watch::written(const std::string& process, const smpp::pdu& submit_sm) {
  const auto text = writing_.add(process, submit_sm);
  if (!text) return;
  const auto resident = plain_number(submit_sm.destination_addr);
  for (const auto& key : pieces_in(resident, *text)) {
    const auto [begin, end] = of_resident_.equal_range(resident);
    const auto leaves = std::find_if(begin, end, [&](const auto& at) {
      const auto& r = by_arrival_.at(at.second);
      return !r.is_finished && std::count(r.pieces.begin(), r.pieces.end(), key) != 0;
    });
    if (leaves == end) continue;
    auto& r = by_arrival_.at(leaves->second);
    r.written_by.insert(process);
    r.to_be_sent_anew = false;
  }
}

void reply_watch::accepted(const smpp::pdu& submit_sm) {
  const auto text = coming_.add("", submit_sm);
  if (!text) return;
  const auto resident = plain_number(submit_sm.destination_addr);
  const auto told = pieces_in(resident, *text);
  if (told.empty()) verdict_.broken(rule::nobodys_reply, resident + " " + *text);
  for (const auto& key : told) {
    auto& p = pieces_.at({resident, key});
    if (++p.came > p.committed + p.excused) came_again(p, resident + " " + key);
  }
  const auto [begin, end] = of_resident_.equal_range(resident);
  for (auto at = begin; at != end; ++at) {
    auto& r = by_arrival_.at(at->second);
    for (const auto& key : r.pieces)
      if (told.contains(key)) r.accepted.insert(key);
  }
}

std::set<std::string> reply_watch::pieces_in(const std::string& resident, const std::string& text) const {
  std::set<std::string> told;
  for (auto at = pieces_.lower_bound({resident, ""}); at != pieces_.end() && at->first.first == resident;
       ++at)
    if (at->second.is_in(text)) told.insert(at->first.second);
  return told;
}

void reply_watch::came_again(piece& p, const std::string& what) {
  if (p.ends.empty()) return verdict_.broken(rule::doubled, what);
  const auto by = p.ends.front();
  p.ends.pop_front();
  ++p.excused;
  auto& doubled = doubled_by_[by.end];
  doubled.insert(by.reply);
  if (doubled.size() > unrecorded_max_) verdict_.broken(rule::doubled_by_an_end, what);
}

void reply_watch::refused(const smpp::pdu& submit_sm) {
  const auto [begin, end] = of_resident_.equal_range(plain_number(submit_sm.destination_addr));
  for (auto at = begin; at != end; ++at) by_arrival_.at(at->second).to_be_sent_anew = true;
}

void reply_watch::hit(const std::string& resident, const std::string& why) {
  const auto [begin, end] = of_resident_.equal_range(plain_number(resident));
  for (auto at = begin; at != end; ++at) {
    excuse(at->second, why);
    by_arrival_.at(at->second).to_be_sent_anew = true;
  }
}

void reply_watch::killed(const std::string& process) {
  ended(process, "the kill of " + process, [](const reply&) { return true; });
}

void reply_watch::stopped(const std::string& process) {
  ended(process, "the store, as " + process + " stopped,", [](const reply& r) { return r.finish_failed; });
}

void reply_watch::ended(const std::string& process, const std::string& why, bool (*hits)(const reply&)) {
  doubled_by_.emplace_back();
  for (auto& [number, r] : by_arrival_) {
    if (r.written_by.erase(process) == 0 || !hits(r)) continue;
    excuse(number, why, r.to_be_sent_anew ? std::nullopt : std::optional(doubled_by_.size() - 1));
  }
}

void reply_watch::taken_over(const outbox_entry& entry, const std::string& from) {
  const auto number = entry.in_doubt.front().sequence_number;
  if (by_arrival_.at(number).written_by.erase(from) > 0) excuse(number, "the lapse of " + from);
}

void reply_watch::finish_failed(const std::string& resident) {
  const auto [begin, end] = of_resident_.equal_range(plain_number(resident));
  for (auto at = begin; at != end; ++at) by_arrival_.at(at->second).finish_failed = true;
}

void reply_watch::excuse(std::uint32_t number, const std::string& why, std::optional<std::size_t> end) {
  auto& r = by_arrival_.at(number);
  // A kill and the fall of its links are one fault.
  if (r.is_finished || std::exchange(r.excused_at, verdict_.now()) == verdict_.now()) return;
  if (verdict_.keeps_log()) verdict_.note(why + " may double a reply to " + r.resident);
  for (const auto& key : r.pieces) {
    auto& p = pieces_.at({r.resident, key});
    if (end)
      p.ends.push_back({*end, number});
    else
      ++p.excused;
  }
}

void reply_watch::at_end() {
  for (const auto& [number, r] : by_arrival_)
    if (!r.is_finished) verdict_.broken(rule::lost, "a reply to " + r.resident + " has no outcome");
}

}  // namespace duanwen::sim

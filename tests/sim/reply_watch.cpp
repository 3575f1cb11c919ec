#include "tests/sim/reply_watch.hpp"

#include <algorithm>
#include <utility>

#include "gateway/smpp/text_codec.hpp"
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
  // Asked for again after an answer that was lost.
  const auto number = c.arrivals.front().sequence_number;
  if (!by_arrival_.emplace(number, one).second) return;
  ++unfinished_;
  of_resident_.emplace(one.resident, number);
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

void reply_watch::written(const std::string& process, const std::string& resident) {
  const auto [begin, end] = of_resident_.equal_range(plain_number(resident));
  for (auto at = begin; at != end; ++at)
    if (auto& r = by_arrival_.at(at->second); !r.is_finished) r.written_by.insert(process);
}

void reply_watch::accepted(const smpp::pdu& submit_sm) {
  const auto resident = plain_number(submit_sm.destination_addr);
  const auto data = smpp::split_user_data(submit_sm);
  std::string octets(data.octets);
  if (data.part) {
    const std::pair place(resident, data.part->reference);
    auto& coming = coming_[place].octets_by_index;
    coming[data.part->index] = octets;
    if (coming.size() < data.part->total) return;
    octets.clear();
    for (const auto& [index, one] : coming) octets += one;
    coming_.erase(place);
  }
  came_whole(resident, smpp::decode_text(octets, submit_sm.data_coding, {}).text);
}

void reply_watch::came_whole(const std::string& resident, const std::string& text) {
  std::set<std::string> told;
  for (auto at = pieces_.lower_bound({resident, ""}); at != pieces_.end() && at->first.first == resident;
       ++at) {
    auto& p = at->second;
    if (!p.is_in(text)) continue;
    told.insert(at->first.second);
    if (++p.came > p.committed + p.excused) verdict_.broken(rule::doubled, resident + " " + at->first.second);
  }
  if (told.empty()) verdict_.broken(rule::nobodys_reply, resident + " " + text);
  const auto [begin, end] = of_resident_.equal_range(resident);
  for (auto at = begin; at != end; ++at) {
    auto& r = by_arrival_.at(at->second);
    for (const auto& key : r.pieces)
      if (told.contains(key)) r.accepted.insert(key);
  }
}

void reply_watch::hit(const std::string& resident, const std::string& why) {
  const auto [begin, end] = of_resident_.equal_range(plain_number(resident));
  for (auto at = begin; at != end; ++at) excuse(by_arrival_.at(at->second), why);
}

void reply_watch::killed(const std::string& process) {
  for (auto& [number, r] : by_arrival_)
    if (r.written_by.erase(process) > 0) excuse(r, "the kill of " + process);
}

void reply_watch::taken_over(const outbox_entry& entry, const std::string& from) {
  auto& r = by_arrival_.at(entry.in_doubt.front().sequence_number);
  if (r.written_by.erase(from) > 0) excuse(r, "the lapse of " + from);
}

void reply_watch::finish_failed(const std::string& resident) {
  const auto [begin, end] = of_resident_.equal_range(plain_number(resident));
  for (auto at = begin; at != end; ++at) by_arrival_.at(at->second).finish_failed = true;
}

void reply_watch::stopped(const std::string& process) {
  for (auto& [number, r] : by_arrival_)
    if (r.written_by.erase(process) > 0 && r.finish_failed)
      excuse(r, "the store, as " + process + " stopped,");
}

void reply_watch::excuse(reply& r, const std::string& why) {
  // A kill and the fall of its links are one fault.
  if (r.is_finished || std::exchange(r.excused_at, verdict_.now()) == verdict_.now()) return;
  if (verdict_.keeps_log()) verdict_.note(why + " may double a reply to " + r.resident);
  for (const auto& key : r.pieces) ++pieces_[{r.resident, key}].excused;
}

void reply_watch::at_end() {
  for (const auto& [number, r] : by_arrival_)
    if (!r.is_finished) verdict_.broken(rule::lost, "a reply to " + r.resident + " has no outcome");
}

}  // namespace duanwen::sim

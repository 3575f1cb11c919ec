// Traces, texts that meant nothing, audit and forgetting of a random sequence.
#include "tests/support/stores/store_player.hpp"
#include "tests/support/stores/store_words.hpp"

namespace duanwen::test {

std::string store_player::traces(const std::string& msisdn) {
  const auto all = ask(kept().traces(msisdn));
  if (all.has_error()) return error_of(all);
  std::vector<std::string> words;
  for (const auto& t : *all) {
    std::vector<std::string> receipts;
    for (const auto& r : t.receipts) receipts.push_back(fmt::format("{} {}", r.at % 1000000, r.state));
    words.push_back(fmt::format("{} {} {} {}", t.at % 1000000, t.msisdn, t.text, joined(receipts)));
  }
  return joined(words);
}

std::string store_player::unmatched(const std::string& from, const std::string& to) {
  const auto all = ask(kept().unmatched(from, to));
  if (all.has_error()) return error_of(all);
  std::vector<std::string> words;
  for (const auto& one : *all) words.push_back(fmt::format("{} {}", one.text, one.times));
  return joined(words);
}

std::string store_player::audit(std::uint32_t limit) {
  const auto all = ask(kept().audit(limit));
  if (all.has_error()) return error_of(all);
  std::vector<std::string> words;
  for (const auto& one : *all) words.push_back(fmt::format("{} {} {}", one.at, one.who, one.what));
  return joined(words);
}

std::string store_player::note_receipts(store_draw& draw) {
  std::vector<receipt_record> some(1 + draw.below(3));
  std::vector<std::string> words;
  for (auto& one : some) {
    one.msisdn = draw.resident().msisdn;
    for (auto left = draw.below(3); left > 0; --left) one.marks.push_back(1 + draw.below(3));
    one.state = draw.of(std::vector<std::string>{"DELIVRD", "UNDELIV"});
    words.push_back(fmt::format("{} {} {}", one.msisdn, fmt::join(one.marks, "+"), one.state));
  }
  return fmt::format("note {} -> {}", joined(words), in_words(ask(kept().note_receipts(some))));
}

std::string store_player::administrate(store_draw& draw) {
  const auto who = draw.resident().msisdn;
  const auto from = draw.day(), to = draw.day();
  switch (draw.below(6)) {
    case 0:
      return fmt::format("traces of {} -> {}", who, traces(who));
    case 1:
      return fmt::format("unmatched {} {} -> {}", from, to, unmatched(from, to));
    case 2: {
      audit_record record;
      record.at = draw.below(3);
      record.who = "门";
      record.what = std::to_string(draw.below(3));
      const auto kept_it = in_words(ask(kept().append_audit(record)));
      return fmt::format("audit {} {} -> {}, then {}", record.at, record.what, kept_it, audit(draw.below(4)));
    }
    case 3:
    case 4:
      return note_receipts(draw);
    default: {
      const auto gone = ask(kept().forget_resident(who, {"10690001", "1069{b}:"}));
      if (gone.has_error()) return "forget " + who + " -> " + error_of(gone);
      return fmt::format("forget {} -> {} traces, {} dead letters", who, gone->traces, gone->dead_letters);
    }
  }
}

}  // namespace duanwen::test

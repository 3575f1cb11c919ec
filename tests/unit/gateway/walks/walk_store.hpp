#pragma once
// Fixture: a store that may be away, and inquiries in parts.

#include "gateway/smpp/pdu/command_status.hpp"
#include "tests/unit/gateway/walks/walk.hpp"

namespace duanwen::test {

class walk_store : public walk {
 protected:
  std::vector<std::uint32_t> statuses() {
    std::vector<std::uint32_t> all;
    for (const auto& r : daemon().carrier().responses) all.push_back(r.command_status);
    return all;
  }
  /// An inquiry of somebody else, of which no process heard that it is committed.
  void committed_for(const std::string& process) {
    inquiry_commit commit;
    commit.key = conversation_key(number, "8613800000002");
    commit.process = process;
    outbox_entry answer;
    answer.key = commit.key;
    answer.carrier = "mobile";
    answer.source = number;
    answer.destination = "13800000002";
    answer.answer.blocks.resize(1);
    answer.answer.blocks[0].text = "答";
    answer.created = clock_ms();
    commit.answer = answer;
    ASSERT_TRUE(run_coroutine(kept.commit(commit)).has_value());
  }
  // 龙泉 and 国土 as two parts of one message, SMPP 3.4 §5.2.12 and 3GPP TS 23.040 §9.2.3.24.1.
  void deliver_part(std::uint8_t index) {
    auto p = smpp::make_pdu(smpp::command::deliver_sm);
    p.source_addr = resident;
    p.destination_addr = number;
    p.data_coding = 8;
    p.esm_class = 0x40;
    p.short_message = std::string("\x05\x00\x03\x2A\x02", 5) + static_cast<char>(index) +
                      (index == 1 ? "\x9F\x99\x6C\xC9" : "\x56\xFD\x57\x1F");
    daemon().carrier().deliver(std::move(p));
    daemon().step();
  }
};

}  // namespace duanwen::test

#pragma once
// Commits, replies and parts as small as a test of the store can have them.

#include <string>

#include "storage/records.hpp"

namespace duanwen::test {

inline conversation_key resident(const std::string& msisdn = "8613800138000") {
  return conversation_key("10690001", msisdn);
}

inline outbox_entry sample_entry(const conversation_key& key, const std::string& text) {
  outbox_entry e;
  e.key = key;
  e.carrier = "mobile";
  e.source = key.service;
  e.destination = "+" + key.msisdn;
  e.source_ton = 1;
  e.dest_npi = 8;
  e.answer.signature_name = "龙泉国土";
  reply_block block;
  block.text = text;
  block.department = "lq-guotu";
  block.item = 3;
  e.answer.blocks.push_back(block);
  e.created = 1'800'000'000'000;
  return e;
}

/// `hash` and `sequence` tell arrivals apart; both come on mobile/0, bind 1.
inline inquiry_commit sample_commit(std::uint64_t hash, std::uint32_t sequence,
                                    std::uint64_t expected_revision = 0,
                                    const conversation_key& key = resident()) {
  inquiry_commit c;
  c.key = key;
  c.expected_revision = expected_revision;
  c.next.menu = menu_kind::department;
  c.next.id = "lq-guotu";
  c.next.menu_from = static_cast<std::uint32_t>(hash % 100);
  c.arrivals.push_back(delivery(hash, "mobile/0", 1, sequence));
  c.answer = sample_entry(key, "答" + std::to_string(hash));
  c.answer->in_doubt = c.arrivals;
  c.departments.push_back("lq-guotu");
  c.day = "2026-11-24";
  c.process = "p1";
  return c;
}

inline reply_finish finish_of(const inquiry_commit& c, const std::string& outbox_id) {
  reply_finish f;
  f.key = c.key;
  f.replies.emplace_back(outbox_id);
  f.process = c.process;
  f.proven_read = c.arrivals;
  f.day = c.day;
  booking b;
  b.department = "lq-guotu";
  b.replies = 1;
  b.segments = 2;
  b.cost_li = 90;
  b.saved_li = 45;
  f.bookings.push_back(b);
  return f;
}

inline parts_key sample_parts(std::uint32_t reference = 7, std::uint32_t total = 2,
                              const conversation_key& key = resident()) {
  parts_key p;
  p.resident = key;
  p.carrier = "mobile";
  p.receiver = key.service + "03";
  p.reference = reference;
  p.total = total;
  return p;
}

inline stored_part sample_part(std::uint32_t index, std::uint64_t hash, std::uint32_t sequence = 1) {
  stored_part p;
  p.index = index;
  p.data_coding = 8;
  p.octets = std::string("\0\xff", 2) + std::to_string(index);
  p.arrival = delivery(hash, "mobile/0", 1, sequence);
  p.reply_to = sample_entry(resident(), "");
  return p;
}

}  // namespace duanwen::test

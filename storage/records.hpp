#pragma once
// What the store keeps, as plain values with constructors (they travel through coroutines).

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "keywords/conversation/conversation.hpp"
#include "keywords/directory/directory.hpp"
#include "keywords/segments/reply.hpp"
#include "storage/salted_hash.hpp"
#include "storage/traces.hpp"

namespace duanwen {

/// Milliseconds since 1970 by Redis' clock.
using unix_ms = std::int64_t;

/// One resident at one service number; all that is theirs lives in one bucket.
struct conversation_key {
  std::string service;  ///< digits of the service number, without sub-extension
  std::string msisdn;   ///< digits, with country code, no plus
  conversation_key() = default;
  conversation_key(std::string s, std::string m) : service(std::move(s)), msisdn(std::move(m)) {}
  friend auto operator<=>(const conversation_key&, const conversation_key&) = default;
};
/// Residents tell keys apart; there are few service numbers.
struct conversation_key_hash {
  std::size_t operator()(const conversation_key& key) const {
    return salted_hash()(key.msisdn) ^ key.service.size();
  }
};

/// One arrival of one PDU: what tells a redelivery from a resident who texts the same again.
struct delivery {
  std::uint64_t hash = 0;        ///< of the raw octets after the header, UDH and TLVs with them
  std::string link;              ///< carrier and link: mobile/0
  std::uint64_t bind_epoch = 0;  ///< differs for every bind of every process
  std::uint32_t sequence_number = 0;
  delivery() = default;
  delivery(std::uint64_t h, std::string l, std::uint64_t e, std::uint32_t s)
      : hash(h), link(std::move(l)), bind_epoch(e), sequence_number(s) {}
  friend bool operator==(const delivery&, const delivery&) = default;
};

inline bool same_bind(const delivery& a, const delivery& b) {
  return a.link == b.link && a.bind_epoch == b.bind_epoch;
}

struct stored_conversation {
  std::uint64_t revision = 0;  ///< changes with every commit; 0: there is none
  conversation state;
  stored_conversation() = default;
  stored_conversation(std::uint64_t r, conversation s) : revision(r), state(std::move(s)) {}
};

/// A reply that waits to be sent, with all that sending and booking it needs.
struct outbox_entry {
  std::string id;  ///< given by commit, unique in its bucket; with the key's bucket unique in the store
  conversation_key key;
  std::string carrier;      ///< by which the inquiry came
  std::string source;       ///< exactly the number that was texted, sub-extension included
  std::string destination;  ///< the resident's number in the form it came in
  std::uint8_t source_ton = 0, source_npi = 0, dest_ton = 0, dest_npi = 0;
  reply answer;
  std::vector<delivery> in_doubt;  ///< its inquiry's; it leaves by the link of the first while that has room
  unix_ms created = 0;
  std::uint32_t menu_extension =
      0;  ///< digits of the menu that it is of, put behind `source` where the carrier has such; 0: none
  bool joins = false;  ///< whole details: may leave as one with others that wait for the same resident
  /// Not stored: when its inquiry came, where it came to this process.
  std::optional<std::chrono::steady_clock::time_point> arrived;
  std::uint64_t mark = 0;  ///< not stored: trace_mark() of its inquiry
  outbox_entry() = default;
  friend bool operator==(const outbox_entry&, const outbox_entry&) = default;
};

/// A long inquiry while its parts come. One a sender, receiver, carrier, reference and total.
struct parts_key {
  conversation_key resident;
  std::string carrier;
  std::string receiver;  ///< with sub-extension
  std::uint32_t reference = 0;
  std::uint32_t total = 0;
  parts_key() = default;
  friend auto operator<=>(const parts_key&, const parts_key&) = default;
};

struct stored_part {
  std::uint32_t index = 0;  ///< 1-based
  std::uint8_t data_coding = 0;
  std::string octets;  ///< user data without its header
  delivery arrival;
  outbox_entry reply_to;  ///< addresses only: how to answer whoever sent it
  stored_part() = default;
};

/// Everything one commit does, atomically or not at all.
struct inquiry_commit {
  conversation_key key;
  std::uint64_t expected_revision = 0;
  conversation next;
  std::vector<delivery> arrivals;        ///< of the inquiry's PDU, or of all its parts
  std::optional<outbox_entry> answer;    ///< none: nothing is said (a flood, a notice)
  std::optional<parts_key> parts;        ///< deleted by the commit
  std::vector<std::string> departments;  ///< whose inquiry is counted
  bool fused = false;                    ///< left unanswered by a fuse, which is counted too
  std::string day;                       ///< 2026-11-24 in time_zone, for the ledger
  std::optional<trace_record> trace;     ///< kept for store_limits::traces_kept
  std::string unmatched;                 ///< a text that meant nothing, to be counted; "": it meant something
  std::string process;                   ///< whose outbox the answer goes into
  inquiry_commit() = default;
};

enum class commit_status {
  committed,    ///< tell the carrier OK and send the answer
  conflict,     ///< somebody else was first: decide again on `actual`
  redelivered,  ///< this very delivery was committed before: tell OK, say nothing
};

struct commit_result {
  commit_status status = commit_status::committed;
  stored_conversation actual;  ///< after the commit, or what stood in its way
  std::string outbox_id;       ///< of the answer, when committed with one
  unix_ms now = 0;             ///< Redis' clock at the commit
  commit_result() = default;
};

/// What a sent (or given up) reply cost a department.
struct booking {
  std::string department;
  std::uint64_t replies = 0, segments = 0, cost_li = 0, saved_li = 0;
  booking() = default;
};

/// A reply of the outbox that is over.
struct finished_reply {
  std::string outbox_id;
  std::string dead_reason;  ///< not empty: goes to the dead letters with it
  finished_reply() = default;
  explicit finished_reply(std::string id, std::string reason = {})
      : outbox_id(std::move(id)), dead_reason(std::move(reason)) {}
};

/// Replies to one resident that left as one, and what they cost together.
struct reply_finish {
  conversation_key key;
  std::vector<finished_reply> replies;
  std::string process;
  std::vector<delivery> proven_read;
  std::vector<booking> bookings;
  std::string day;
  reply_finish() = default;
};

struct dead_letter {
  std::string id;  ///< bucket-id, as the API spells it and split_dead_letter_id() reads it
  unix_ms died = 0;
  std::string reason;
  outbox_entry entry;
};

enum class add_part_status { waiting, complete, redelivered };

struct add_part_result {
  add_part_status status = add_part_status::waiting;
  std::vector<stored_part> parts;  ///< in order, when complete (or, from due_parts, those that came)
  add_part_result() = default;
};

struct due_parts {
  parts_key key;
  std::vector<stored_part> parts;
  due_parts() = default;
};

/// Segments of an hour, and whose: d:department or c:carrier.
struct hourly_count {
  std::string of;
  std::uint64_t segments = 0;
  hourly_count() = default;
  hourly_count(std::string o, std::uint64_t s) : of(std::move(o)), segments(s) {}
};

/// What the store holds, of all processes.
struct store_counts {
  std::uint64_t outbox_entries = 0, dead_letters = 0;
  store_counts() = default;
};

struct ledger_row {
  std::string day, department;
  std::uint64_t inquiries = 0, replies = 0, segments = 0, cost_li = 0, saved_li = 0;
  std::uint64_t fused = 0;  ///< inquiries that a fuse left unanswered
};

struct versioned_directory {
  std::uint64_t version = 0;
  directory document;
};

/// Entities to write and to remove, by id; all of it or nothing.
struct directory_change {
  std::vector<area> put_areas;
  std::vector<department> put_departments;
  std::vector<theme> put_themes;
  std::vector<std::string> drop_areas, drop_departments, drop_themes;
  bool empty() const;
};

enum class token_role : std::uint8_t { viewer, editor, admin };

struct token_record {
  std::string name;
  token_role role = token_role::viewer;
  std::string department;  ///< editors may be bound to one
  std::string sha256;      ///< of the token, lower-case hex; the token itself is nowhere
  unix_ms created = 0;
  friend bool operator==(const token_record&, const token_record&) = default;
};

inline constexpr std::uint32_t bucket_count = 64;

/// What the trace of an inquiry is known by, of its first arrival: never 0, and nobody else's, as hashes go.
std::uint64_t trace_mark(const conversation_key& resident, const delivery& first);

/// Which bucket a resident lives in: CRC-16/XMODEM of the MSISDN, modulo 64 (as Redis Cluster hashes).
std::uint32_t bucket_of(const std::string& msisdn);

/// The bucket and the id in it of a dead letter; none where it is no such id.
std::optional<std::pair<std::uint32_t, std::string>> split_dead_letter_id(const std::string& id);

}  // namespace duanwen

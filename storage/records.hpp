#pragma once
// Records of the store, as plain values with constructors (they travel through coroutines).

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

/// One resident at one service number; all records of a resident lie in one bucket.
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

/// One arrival of one PDU, by which a redelivery is told from a resident's same text again.
struct delivery {
  std::uint64_t hash = 0;        ///< FNV-1a of the octets after the header, UDH and TLVs included
  std::string link;              ///< carrier and index of the link: mobile/0
  std::uint64_t bind_epoch = 0;  ///< number of the bind, unique among all binds of all processes
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
  std::uint64_t revision = 0;  ///< another after every commit; 0: no conversation
  conversation state;
  stored_conversation() = default;
  stored_conversation(std::uint64_t r, conversation s) : revision(r), state(std::move(s)) {}
};

/// A reply that waits to be sent, with all facts for its sending and booking.
struct outbox_entry {
  std::string id;  ///< of the commit; unique in its bucket, and with the key's bucket in the store
  conversation_key key;
  std::string carrier;      ///< name of the carrier that brought the inquiry
  std::string source;       ///< the number texted, exactly, sub-extension included and menu extension not
  std::string destination;  ///< the resident's number in the form of the inquiry
  std::uint8_t source_ton = 0, source_npi = 0, dest_ton = 0, dest_npi = 0;
  reply answer;
  std::vector<delivery> in_doubt;  ///< of its inquiry; the link of the first goes first while it has room
  unix_ms created = 0;
  std::uint32_t menu_extension = 0;  ///< put behind `source` where the carrier has extension_digits
  bool joins = false;  ///< whole details, which may leave as one with others for the same resident
  /// Not stored: the inquiry's arrival, where this process had it.
  std::optional<std::chrono::steady_clock::time_point> arrived;
  std::uint64_t mark = 0;  ///< not stored: trace_mark() of the inquiry
  outbox_entry() = default;
  friend bool operator==(const outbox_entry&, const outbox_entry&) = default;
};

/// A long inquiry whose parts are still coming; one a sender, receiver, carrier, reference and total.
struct parts_key {
  conversation_key resident;
  std::string carrier;
  std::string receiver;  ///< the number texted, sub-extension included
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
  outbox_entry reply_to;  ///< addresses only: of an answer to the sender
  stored_part() = default;
};

/// All writes of one commit, which are done together or not at all.
struct inquiry_commit {
  conversation_key key;
  std::uint64_t expected_revision = 0;
  conversation next;
  std::vector<delivery> arrivals;        ///< of the inquiry's PDU, or of all PDUs of its parts
  std::optional<outbox_entry> answer;    ///< none: no reply (a flood, a notice)
  std::optional<parts_key> parts;        ///< parts that the commit deletes
  std::vector<std::string> departments;  ///< ids of the departments that count the inquiry
  bool fused = false;                    ///< left unanswered by a fuse; counted too
  std::string day;                       ///< of the ledger, 2026-11-24 in gateway.time_zone
  std::optional<trace_record> trace;     ///< kept for store_limits::traces_kept
  std::string unmatched;                 ///< the text, to be counted, where it had no meaning; else empty
  std::string process;                   ///< owner of the outbox for the answer
  inquiry_commit() = default;
};

enum class commit_status {
  committed,    ///< next: OK to the carrier, and the answer
  conflict,     ///< with another commit before; next: a new decision on `actual`
  redelivered,  ///< of a delivery committed before; next: OK to the carrier, no answer
};

struct commit_result {
  commit_status status = commit_status::committed;
  stored_conversation actual;  ///< after the commit, or in its way
  std::string outbox_id;       ///< of the committed answer; empty: none
  unix_ms now = 0;             ///< Redis' clock at the commit
  commit_result() = default;
};

/// Segments and cost of a sent (or given up) reply, for one department's ledger.
struct booking {
  std::string department;
  std::uint64_t replies = 0, segments = 0, cost_li = 0, saved_li = 0;
  booking() = default;
};

/// A reply of the outbox at its end.
struct finished_reply {
  std::string outbox_id;
  std::string dead_reason;  ///< of the dead letter; empty: sent, no dead letter
  finished_reply() = default;
  explicit finished_reply(std::string id, std::string reason = {})
      : outbox_id(std::move(id)), dead_reason(std::move(reason)) {}
};

/// Replies to one resident that left as one, and their cost together.
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
  std::string id;  ///< bucket-id, the API's spelling, read by split_dead_letter_id()
  unix_ms died = 0;
  std::string reason;
  outbox_entry entry;
};

enum class add_part_status { waiting, complete, redelivered };

struct add_part_result {
  add_part_status status = add_part_status::waiting;
  std::vector<stored_part> parts;  ///< in order, when complete (from due_parts: the ones so far)
  add_part_result() = default;
};

struct due_parts {
  parts_key key;
  std::vector<stored_part> parts;
  due_parts() = default;
};

/// Segments of an hour of one department (d:id) or carrier (c:name).
struct hourly_count {
  std::string of;
  std::uint64_t segments = 0;
  hourly_count() = default;
  hourly_count(std::string o, std::uint64_t s) : of(std::move(o)), segments(s) {}
};

/// Entries in the store, of all processes.
struct store_counts {
  std::uint64_t outbox_entries = 0, dead_letters = 0;
  store_counts() = default;
};

struct ledger_row {
  std::string day, department;
  std::uint64_t inquiries = 0, replies = 0, segments = 0, cost_li = 0, saved_li = 0;
  std::uint64_t fused = 0;  ///< inquiries left unanswered by a fuse
};

struct versioned_directory {
  std::uint64_t version = 0;
  directory document;
};

/// Entities to write and ids to remove, all together or not at all.
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
  std::string department;  ///< of an editor bound to one; empty: any
  std::string sha256;      ///< of the token, lower-case hex; the token itself is not kept
  unix_ms created = 0;
  friend bool operator==(const token_record&, const token_record&) = default;
};

inline constexpr std::uint32_t bucket_count = 64;

/// The mark of an inquiry's trace, a hash of its first arrival and service number: never 0; collisions are as
/// rare as those of 64 bits.
std::uint64_t trace_mark(const conversation_key& resident, const delivery& first);

/// Which bucket a resident lives in: CRC-16/XMODEM of the MSISDN, modulo 64 (as Redis Cluster hashes).
std::uint32_t bucket_of(const std::string& msisdn);

/// The bucket and the id in it of a dead letter; none where it is no such id.
std::optional<std::pair<std::uint32_t, std::string>> split_dead_letter_id(const std::string& id);

}  // namespace duanwen

#pragma once
// Every key that Duanwen has in Redis. What belongs to one resident carries the hash tag of one bucket, so
// that a commit is one slot of a cluster.
//
//   {b07}:c:SERVICE:MSISDN   string  conversation and arrivals in doubt       expires with both
//   {b07}:o:PROCESS          stream  outbox of a process; field e             entries go with finish
//   {b07}:d                  stream  dead letters; fields r, t, e
//   {b07}:p:MEMBER           hash    parts of a long inquiry, by index        expires
//   {b07}:pt                 zset    MEMBER → when the wait for parts is over
//   {b07}:l:DAY              hash    this bucket's share of a day's ledger
//   {b07}:h                  zset    process → end of its lease, the same in every bucket
//   {b07}:t                  list    traces, oldest first                    expires
//   {b07}:u:DAY              hash    text that meant nothing → times         expires
//   {dir}:version, :places   string  version of the directory; place of the newest entity
//   {dir}:areas, :departments, :themes   hash  id → place, newline, JSON
//   {dir}:tokens             hash    name → token record
//   {dir}:audit              zset    what was changed → when
//   {p}:h:HOUR               hash    source, newline, whose → segments       expires
//   {meta}:buckets           string  number of buckets, for ever

#include <optional>
#include <string>
#include <string_view>

#include "storage/records.hpp"

namespace duanwen::redis_keys {

std::string conversation(const conversation_key& key);
std::string outbox(const std::string& process, std::uint32_t bucket);
std::string leases(std::uint32_t bucket);
std::string dead_letters(std::uint32_t bucket);
std::string parts(const parts_key& key);
std::string parts_begin(std::uint32_t bucket);  ///< of parts() up to the member
std::string parts_deadlines(std::uint32_t bucket);
std::string ledger(const std::string& day, std::uint32_t bucket);
std::string hourly_counts(std::int64_t hour);
std::string traces(std::uint32_t bucket);
std::string unmatched(const std::string& day, std::uint32_t bucket);

/// A parts key as a member of the deadlines, and back; what is in no such form is none.
std::string parts_member(const parts_key& key);
/// The second field of a member.
std::string in_parts_member(const std::string& msisdn);
std::optional<parts_key> read_parts_member(std::string_view member);

inline constexpr auto directory_version = "{dir}:version", directory_places = "{dir}:places",
                      areas = "{dir}:areas", departments = "{dir}:departments", themes = "{dir}:themes",
                      tokens = "{dir}:tokens", audit = "{dir}:audit", buckets = "{meta}:buckets";

/// Fields of a ledger: what is counted, and whose.
inline constexpr std::string_view inquiries_of = "i:", replies_of = "r:", segments_of = "s:", cost_of = "c:",
                                  saved_of = "v:", fused_of = "f:";

}  // namespace duanwen::redis_keys

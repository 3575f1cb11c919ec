#include "storage/redis_store/redis_keys.hpp"

#include <array>

#include "config/addresses/percent.hpp"
#include "keywords/text/whole_number.hpp"

namespace duanwen::redis_keys {
namespace {

std::string two_digits(std::uint32_t n) { return (n < 10 ? "0" : "") + std::to_string(n); }

std::string in_bucket(std::uint32_t bucket, std::string_view rest) {
  return "{b" + two_digits(bucket) + "}:" + std::string(rest);
}

std::string in_bucket_of(const std::string& msisdn, std::string_view rest) {
  return in_bucket(bucket_of(msisdn), rest);
}

constexpr std::string_view special = "%:{}";

/// Keeps what a peer sends from looking like a separator or a hash tag.
std::string escaped(std::string_view text) {
  constexpr auto digits = "0123456789ABCDEF";
  std::string safe;
  for (const char c : text) {
    if (special.find(c) == special.npos) {
      safe += c;
      continue;
    }
    const auto octet = static_cast<unsigned char>(c);
    safe += '%';
    safe += digits[octet >> 4];
    safe += digits[octet & 15];
  }
  return safe;
}

}  // namespace

std::string conversation(const conversation_key& key) {
  return in_bucket_of(key.msisdn, "c:" + escaped(key.service) + ':' + escaped(key.msisdn));
}

std::string outbox(const std::string& process, std::uint32_t bucket) {
  return in_bucket(bucket, "o:" + escaped(process));
}

std::string leases(std::uint32_t bucket) { return in_bucket(bucket, "h"); }

std::string dead_letters(std::uint32_t bucket) { return in_bucket(bucket, "d"); }

std::string parts(const parts_key& key) {
  return parts_begin(bucket_of(key.resident.msisdn)) + parts_member(key);
}

std::string parts_begin(std::uint32_t bucket) { return in_bucket(bucket, "p:"); }

std::string parts_deadlines(std::uint32_t bucket) { return in_bucket(bucket, "pt"); }

std::string ledger(const std::string& day, std::uint32_t bucket) {
  return in_bucket(bucket, "l:" + escaped(day));
}

std::string hourly_counts(std::int64_t hour) { return "{p}:h:" + std::to_string(hour); }

std::string traces(std::uint32_t bucket) { return in_bucket(bucket, "t"); }

std::string unmatched(const std::string& day, std::uint32_t bucket) {
  return in_bucket(bucket, "u:" + escaped(day));
}

std::string in_parts_member(const std::string& msisdn) { return escaped(msisdn); }

std::string parts_member(const parts_key& key) {
  std::string member;
  for (const auto* text : {&key.resident.service, &key.resident.msisdn, &key.carrier, &key.receiver})
    member += escaped(*text) + ':';
  return member + std::to_string(key.reference) + ':' + std::to_string(key.total);
}

std::optional<parts_key> read_parts_member(std::string_view member) {
  parts_key key;
  const std::array<std::string*, 4> texts = {&key.resident.service, &key.resident.msisdn, &key.carrier,
                                             &key.receiver};
  for (auto* text : texts) {
    const auto colon = member.find(':');
    const auto plain = decode_percents(member.substr(0, colon));
    if (colon == member.npos || !plain.well_formed) return std::nullopt;
    *text = plain.octets;
    member.remove_prefix(colon + 1);
  }
  const auto colon = member.find(':');
  if (colon == member.npos) return std::nullopt;
  const auto reference = whole_number<std::uint32_t>(member.substr(0, colon));
  const auto total = whole_number<std::uint32_t>(member.substr(colon + 1));
  if (!reference || !total) return std::nullopt;
  key.reference = *reference;
  key.total = *total;
  return key;
}

}  // namespace duanwen::redis_keys

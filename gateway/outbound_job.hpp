#pragma once
// One reply on its way out: its segments as submit_sm, and how far each has come. Pure.

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "config/config.hpp"
#include "gateway/smpp/pdu.hpp"
#include "storage/records.hpp"

namespace duanwen {

enum class segment_state : std::uint8_t { waiting, sent, accepted };

struct outgoing_segment {
  smpp::pdu submit;
  std::size_t billed = 1;  ///< segments; more than one only for message_payload
  segment_state state = segment_state::waiting;
  alphabet in = alphabet::gsm7;
};

struct outbound_job {
  outbox_entry entry;
  std::optional<std::chrono::steady_clock::time_point>
      arrived;          ///< its inquiry, until the first segment left
  std::string carrier;  ///< by which it was encoded; empty: not yet
  std::vector<outgoing_segment> segments;
  std::size_t segments_one_by_one = 0;
  std::uint32_t attempts = 0;
  std::string failure;     ///< in words, of the attempt under way; empty: none
  bool permanent = false;  ///< the failure will not heal
  bool over = false;       ///< its outcome is on its way into the store
  std::vector<delivery> proven_read;

  bool none_in_flight() const;
  bool all_accepted() const;
  bool none_accepted() const;
  /// The first segment that waits, or null.
  outgoing_segment* next_waiting();
  std::size_t accepted_billed() const;
};

/// Packs the entry's answer by the carrier's tariff and encodes it as submit_sm (SMPP 3.4 §4.4.1).
/// `reference` ties the parts of the first long message together, the next ones get the numbers after it.
void encode_for(outbound_job& job, const carrier_settings& carrier, std::uint16_t reference);

/// How long to wait before attempt `attempts` + 1: doubling from first to max.
std::chrono::milliseconds retry_delay(std::uint32_t attempts, const outbox_settings& settings);

}  // namespace duanwen

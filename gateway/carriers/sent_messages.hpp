#pragma once
// The newest messages that carriers accepted, under their message_ids and with the addresses that they went
// with: what query_sm, cancel_sm and replace_sm (SMPP 3.4 §4.8 to §4.10) have to repeat. Pure.

#include <cstdint>
#include <list>
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "gateway/replies/outbound_job.hpp"
#include "storage/salted_hash.hpp"

namespace duanwen {

/// One segment for one recipient.
struct sent_message {
  std::string carrier, message_id;  ///< as the carrier spelled it
  std::string msisdn;               ///< of the resident
  unix_ms at = 0;
  std::string source_addr, destination_addr;
  std::uint8_t source_addr_ton = 0, source_addr_npi = 0, dest_addr_ton = 0, dest_addr_npi = 0;
  std::uint8_t data_coding = 0, registered_delivery = 0;
  bool plain = true;                  ///< all of it is its text: no header, no optional parameter
  std::uint32_t part = 1, parts = 1;  ///< which part of a long message it is
};

/// What `segment` is to a carrier that gave it `message_id`.
sent_message sent_as(const outgoing_segment& segment, std::string message_id);

class sent_messages {
 public:
  explicit sent_messages(std::size_t remembered_max) : remembered_max_(remembered_max) {}

  /// Beyond smpp.replies_remembered_max the oldest is forgotten. An id that a carrier gives again to the same
  /// resident is the newer message's.
  void accepted(sent_message what);
  /// Those of `carrier` under `message_id`, in either case and with zeros in front or without: one a
  /// recipient, of a resident only where `msisdn` is not "".
  std::vector<sent_message> find(const std::string& carrier, const std::string& message_id,
                                 const std::string& msisdn) const;
  /// Of a resident where `msisdn` is not "", the newest first, at most `limit`.
  std::vector<sent_message> newest(const std::string& carrier, const std::string& msisdn,
                                   std::size_t limit) const;

 private:
  using kept = std::list<sent_message>;  // oldest first
  using by_resident = std::map<std::string, kept::iterator>;
  void forget_oldest();

  std::size_t remembered_max_;
  kept by_age_;
  // By carrier and folded id: some carriers give all messages one id.
  std::unordered_map<std::string, by_resident, salted_hash> by_id_;
};

}  // namespace duanwen

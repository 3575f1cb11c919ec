#pragma once
// What a carrier bound to us may ask about the inquiries that it submitted: query_sm, cancel_sm, replace_sm
// (SMPP 3.4 §4.8 to §4.10). An inquiry has arrived when it got its message_id; what may still wait is the
// reply to it, so a query says enroute until that has gone, and a cancel takes it out of the outbox. An
// inquiry is decided when it is taken, so there is nothing to replace. io thread only.

#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <string>

#include "gateway/smpp/pdu.hpp"
#include "storage/records.hpp"

namespace duanwen {

/// An inquiry that got a message_id from us.
struct taken_inquiry {
  std::string carrier;  ///< that submitted it
  smpp::pdu addresses;  ///< source, destination and service_type as it came
  unix_ms at = 0;
  conversation_key resident;
  std::string outbox_id;   ///< of the reply; "" = it got none
  bool cancelled = false;  ///< before the reply left
};

class message_desk {
 public:
  struct ports {
    /// Whether this reply still waits, and taking it out as long as nothing of it was sent.
    std::function<bool(const conversation_key&, const std::string&outbox_id)> waits, withdraw;
    std::string time_zone;
    std::size_t remembered_max = 0;
  };
  explicit message_desk(ports p) : ports_(std::move(p)) {}

  void taken(const std::string& message_id, const taken_inquiry& what);
  /// The response to a query_sm, cancel_sm or replace_sm of `carrier`.
  smpp::pdu answer(const std::string& carrier, const smpp::pdu& asked);

 private:
  taken_inquiry* find(const std::string& carrier, const smpp::pdu& asked);
  smpp::pdu query(const std::string& carrier, const smpp::pdu& asked);
  std::uint32_t cancel(const std::string& carrier, const smpp::pdu& asked);

  ports ports_;
  std::map<std::string, taken_inquiry> by_id_;
  std::deque<std::string> by_age_;
};

}  // namespace duanwen

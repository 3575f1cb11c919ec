#pragma once
// What a carrier bound to us may ask about the inquiries that it submitted: query_sm, cancel_sm, replace_sm
// (SMPP 3.4 §4.8 to §4.10). An inquiry has arrived when it got its message_id; what may still wait is the
// reply to it. So a query says enroute until that has gone, a cancel takes it out of the outbox, and a
// replace gives it other words. io thread only.

#include <boost/asio/awaitable.hpp>
#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "config/settings/config.hpp"
#include "gateway/smpp/pdu/pdu.hpp"
#include "storage/records.hpp"

namespace duanwen {

/// An inquiry that got a message_id from us.
struct taken_inquiry {
  std::string carrier;  ///< that submitted it
  smpp::pdu addresses;  ///< source, destination, service_type and data_coding as they came
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
    /// Gives it other words in the same case; its new outbox_id, or "".
    std::function<boost::asio::awaitable<std::string>(conversation_key, std::string outbox_id,
                                                      std::string text)>
        replace;
    std::string time_zone;
    std::size_t remembered_max = 0;
  };
  explicit message_desk(ports p) : ports_(std::move(p)) {}

  /// Those of a submit_multi share their message_id.
  void taken(const std::string& message_id, const taken_inquiry& what);
  /// The response to a query_sm or cancel_sm of `carrier`.
  smpp::pdu answer(const std::string& carrier, const smpp::pdu& question);
  /// The response to a replace_sm. It names no data_coding, so its text is in that of the inquiry.
  boost::asio::awaitable<smpp::pdu> replace(const carrier_settings& carrier, smpp::pdu question);

 private:
  std::vector<taken_inquiry*> find(const std::string& carrier, const smpp::pdu& question);
  bool waits(const taken_inquiry& one) const;
  smpp::pdu query(const std::string& carrier, const smpp::pdu& question);
  std::uint32_t cancel(const std::string& carrier, const smpp::pdu& question);
  void forget_oldest();
  boost::asio::awaitable<std::string> replaced(const carrier_settings& carrier, smpp::pdu question);

  ports ports_;
  std::map<std::string, std::vector<taken_inquiry>> by_id_;
  std::deque<std::string> by_age_;
  std::size_t remembered_ = 0;  // inquiries under all ids
};

}  // namespace duanwen

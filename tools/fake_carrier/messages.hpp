#pragma once
// What a phone and a message centre do to texts, without a socket: a text becomes deliver_sm PDUs, submit_sm
// PDUs become the text a phone would show.

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "gateway/smpp/pdu/pdu.hpp"

namespace duanwen::fake_carrier {

/// What somebody texts.
struct outgoing_text {
  std::string from, to, text;  ///< MSISDN, service number, UTF-8
};

/// As a phone sends it: GSM 7-bit where that can carry it, else UCS-2; long ones in parts of one
/// `reference`.
std::vector<smpp::pdu> to_deliver_sm(const outgoing_text& text, std::uint16_t reference);

/// What a phone shows after its last part came.
struct shown_reply {
  std::string from, to, text;
  std::size_t segments = 1;  ///< as they went over the wire; a message_payload as it will be cut
  std::uint8_t data_coding = 0;
  bool bulk = false;  ///< came inside a submit_multi
};

/// Joins the parts of replies. Parts of a reply that never ends are kept for good: it is a tool.
class inbox {
 public:
  /// The reply, when `message` (submit_sm or submit_multi) to `recipient` was its last part.
  std::optional<shown_reply> add(const smpp::pdu& message, const std::string& recipient);

 private:
  using place = std::tuple<std::string, std::string, std::uint32_t>;  // from, to, reference
  std::map<place, std::map<std::uint32_t, std::string>> parts_;
};

}  // namespace duanwen::fake_carrier

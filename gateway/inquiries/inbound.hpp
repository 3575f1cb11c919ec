#pragma once
// A deliver_sm or data_sm as the inquiry it is: who asks which of our numbers, with what octets. Pure.

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "config/settings/config.hpp"
#include "gateway/inquiries/flood.hpp"
#include "gateway/metrics/metrics.hpp"
#include "gateway/smpp/pdu/pdu.hpp"
#include "gateway/smpp/text/receipt.hpp"
#include "gateway/smpp/text/text_codec.hpp"
#include "storage/records.hpp"

namespace duanwen {

/// The link by which a message arrived.
struct arrival_place {
  const carrier_settings* carrier = nullptr;
  std::string link;
  std::uint64_t bind_epoch = 0;
  std::function<bool()>
      gone;  ///< whether the link has fallen, so that no response can be given; empty: never
};

/// An inquiry, or one part of a long one.
struct inbound {
  conversation_key resident;
  const service_settings* service = nullptr;
  std::string department;                       ///< of the texted sub-extension; "": of none
  std::optional<std::uint32_t> menu_extension;  ///< digits of a menu behind the texted number
  const carrier_settings* carrier = nullptr;
  std::function<bool()> gone;           ///< as in arrival_place
  std::vector<stored_part> parts;       ///< the part of this PDU, or all parts of a complete message
  std::optional<parts_key> assembly;    ///< of a long message; none: the message is whole
  std::optional<flood_verdict> floods;  ///< none: the inquiry is not counted yet
  delivery arrival;                     ///< of this PDU, under the name that the store may know it by
  std::uint32_t sequence_number =
      0;                         ///< of this PDU; another than arrival's where the inquiry was refused before
  bool unknown_outcome = false;  ///< of a call to the store, which may have taken the inquiry
  bool cut = false;              ///< to reassembly.parts_max parts
  inbound() = default;
};

/// A message that is answered at once, without the store: a receipt, to a number of somebody else, or from a
/// sender that is never answered.
struct settled {
  std::uint32_t command_status = 0;
  std::string why;                   ///< words for the log
  std::optional<undecided> counted;  ///< as this outcome; none: a receipt, a part beyond parts_max
  std::optional<smpp::delivery_receipt> receipt;  ///< for a reply of ours; none: the message is no receipt
};

/// Reads addresses and user data (SMPP 3.4 §4.6.1, §5.2.12) of `message`.
std::variant<inbound, settled> read_inbound(const smpp::pdu& message, const arrival_place& place,
                                            const config& settings);

/// A long inquiry whose parts came back from the store, as read_inbound would have made it; none: its number
/// or carrier is no longer configured.
std::optional<inbound> from_parts(const due_parts& due, const config& settings);

/// The text of all parts, each by its own data_coding.
smpp::decoded_text text_of(const inbound& inquiry);

/// The receipt that a long message is; none: it is none, or the message was whole.
std::optional<smpp::delivery_receipt> receipt_in(const inbound& inquiry);

/// An empty reply to the sender: the addresses of the inquiry turned round.
outbox_entry reply_to(const inbound& inquiry);

}  // namespace duanwen

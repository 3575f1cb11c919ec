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
#include "gateway/smpp/pdu/pdu.hpp"
#include "gateway/smpp/text/receipt.hpp"
#include "gateway/smpp/text/text_codec.hpp"
#include "storage/records.hpp"

namespace duanwen {

/// Where a message arrived.
struct arrival_place {
  const carrier_settings* carrier = nullptr;
  std::string link;
  std::uint64_t bind_epoch = 0;
  std::function<bool()> gone;  ///< the link has fallen, so that no response can be given; empty: never
};

/// An inquiry, or one part of a long one.
struct inbound {
  conversation_key resident;
  const service_settings* service = nullptr;
  std::string department;                       ///< of the sub-extension that was texted, if it has one
  std::optional<std::uint32_t> menu_extension;  ///< digits of a menu that were texted behind it
  const carrier_settings* carrier = nullptr;
  std::function<bool()> gone;           ///< as in arrival_place
  std::vector<stored_part> parts;       ///< what came by this PDU, or all parts when they are together
  std::optional<parts_key> assembly;    ///< set when it is part of a long message
  std::optional<flood_verdict> floods;  ///< once it was counted
  delivery arrival;                     ///< of this PDU, as the store may have it
  std::uint32_t sequence_number = 0;    ///< of this PDU: another than arrival's when it was refused before
  bool unheard = false;                 ///< the store may have taken it, and that was not heard of
  inbound() = default;
};

/// Told to the carrier at once, without the store: not ours, a receipt, a sender that is never answered.
struct settled {
  std::uint32_t command_status = 0;
  std::string why;
  bool inquiry = true;                            ///< false: a receipt
  std::optional<smpp::delivery_receipt> receipt;  ///< for a reply of ours, when it is one
};

/// Reads addresses and user data (SMPP 3.4 §4.6.1, §5.2.12) of `message`.
std::variant<inbound, settled> read_inbound(const smpp::pdu& message, const arrival_place& place,
                                            const config& settings);

/// A long inquiry whose parts came back from the store, as read_inbound would have made it; none when it is
/// no longer ours.
std::optional<inbound> from_parts(const due_parts& due, const config& settings);

/// The text of all parts joined.
smpp::decoded_text text_of(const inbound& asked);

/// Addresses turned round: how whoever sent it is answered.
outbox_entry reply_to(const inbound& asked);

}  // namespace duanwen

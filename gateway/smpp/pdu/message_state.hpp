#pragma once
// message_state, SMPP 3.4 §5.2.28: its values, their names, and the words that receipts have for them. Pure,
// any thread.

#include <cstdint>
#include <optional>

namespace duanwen::smpp {

enum class message_state : std::uint8_t {
  enroute = 1,
  delivered,
  expired,
  deleted,
  undeliverable,
  accepted,
  unknown,
  rejected,
};

const char* name_of(message_state s);  ///< "delivered", as metrics and the API spell it
const char* stat_of(message_state s);  ///< "DELIVRD", as the text of a receipt spells it; appendix B

/// Whether nothing more will come for the message.
bool is_final(message_state s);

/// What an octet says; 0, which SMPP 5.0 calls scheduled, is enroute to us. None: nobody defined it.
std::optional<message_state> message_state_of(std::uint8_t octet);
constexpr std::uint8_t octet_of(message_state s) { return static_cast<std::uint8_t>(s); }

}  // namespace duanwen::smpp

#include "gateway/smpp/pdu/message_state.hpp"

#include <array>

namespace duanwen::smpp {
namespace {

struct state_row {
  const char* name;
  const char* stat;
  bool final;
};

// By value, from 1 on. A centre says unknown of what it will know later, or never: so it ends nothing.
constexpr std::array<state_row, 8> table{{
    {"enroute", "ENROUTE", false},
    {"delivered", "DELIVRD", true},
    {"expired", "EXPIRED", true},
    {"deleted", "DELETED", true},
    {"undeliverable", "UNDELIV", true},
    {"accepted", "ACCEPTD", false},
    {"unknown", "UNKNOWN", false},
    {"rejected", "REJECTD", true},
}};

const state_row& row_of(message_state s) { return table.at(std::size_t{octet_of(s)} - 1); }

}  // namespace

const char* name_of(message_state s) { return row_of(s).name; }
const char* stat_of(message_state s) { return row_of(s).stat; }
bool is_final(message_state s) { return row_of(s).final; }

std::optional<message_state> message_state_of(std::uint8_t octet) {
  if (octet == 0) return message_state::enroute;
  if (octet > table.size()) return std::nullopt;
  return static_cast<message_state>(octet);
}

}  // namespace duanwen::smpp

#pragma once
// What a request from the peer meets in each state: SMPP 3.4 §2.2 and table 2-1 as a table. Private to
// session.cpp and its tests.

#include <cstdint>

#include "gateway/smpp/pdu/pdu.hpp"
#include "gateway/smpp/session/session_state.hpp"

namespace duanwen::smpp {

enum class reaction : std::uint8_t {
  ignore,   ///< the link is closed already: nobody reads an answer
  ask,      ///< bind_asked: the owner accepts or refuses
  deliver,  ///< deliver_pdu: the owner answers
  answer,   ///< an empty response with ESME_ROK
  leave,    ///< the same, and the link closes
  tell,     ///< a note; it has no response
  later,    ///< we are leaving: the peer is to try again
  already,  ///< ESME_RALYBND
  refuse,   ///< ESME_RINVBNDSTS
};

/// What to do with the request `id` of the peer. Precondition: `id` is a request.
reaction reaction_to(command id, session_role role, session_state state);

/// The state that a bind_* leads to; §2.2.
session_state state_after(command bind);

/// Whether the specification has the command `id`, and a response to it.
bool is_known(command id);
bool has_response(command id);

/// Whether `id` asks about a message that was submitted. Centres that do not know it may leave it unanswered.
bool is_question(command id);

/// Whether `id` brings a message, so that it matters whether our response to it was read.
bool is_message(command id);

}  // namespace duanwen::smpp

#include "gateway/smpp/session/session_state.hpp"

namespace duanwen::smpp {

const char* name_of(session_state s) {
  switch (s) {
    case session_state::closed:
      return "closed";
    case session_state::open:
      return "open";
    case session_state::binding:
      return "binding";
    case session_state::bound_tx:
      return "bound_tx";
    case session_state::bound_rx:
      return "bound_rx";
    case session_state::bound_trx:
      return "bound_trx";
    case session_state::unbinding:
      return "unbinding";
  }
  return "unknown";
}

}  // namespace duanwen::smpp

#pragma once
// The states of a session, SMPP 3.4 §2.2, and which of the two peers we are.

namespace duanwen::smpp {

enum class session_state { closed, open, binding, bound_tx, bound_rx, bound_trx, unbinding };
const char* name_of(session_state s);

/// Who of the two we are. A carrier that dials us (connected by accepted()) may bind to us, and then we are
/// its centre: its texts come as submit_sm, ours go as deliver_sm, and bound_tx says that the carrier
/// transmits.
enum class session_role { esme, centre };

}  // namespace duanwen::smpp

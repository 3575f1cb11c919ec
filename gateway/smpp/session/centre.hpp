#pragma once
// We as the message centre of a carrier that bound to us: what goes to it. Pure.

#include "gateway/smpp/pdu/pdu.hpp"

namespace duanwen::smpp {

/// The deliver_sm that carries what `submit` would carry to a centre; SMPP 3.4 §4.6.1 leaves times, priority
/// and receipts out of it.
pdu as_deliver_sm(pdu submit);

}  // namespace duanwen::smpp

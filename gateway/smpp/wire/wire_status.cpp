// What a PDU that could not be read is called, and answered with.
#include "gateway/smpp/wire/wire_status.hpp"

#include "gateway/smpp/pdu/command_status.hpp"

namespace duanwen::smpp {

std::uint32_t command_status_for(wire_status s) {
  switch (s) {
    case wire_status::ok:
      return esme::rok;
    case wire_status::bad_length:
    case wire_status::truncated:
      return esme::rinvcmdlen;
    case wire_status::unknown_id:
      return esme::rinvcmdid;
    case wire_status::overlong:
      return esme::rinvparlen;
    case wire_status::bad_sm_length:
      return esme::rinvmsglen;
    case wire_status::bad_tlv:
      return esme::rinvoptparstream;
    case wire_status::bad_dest:
      return esme::rinvdestflag;
  }
  return esme::runknownerr;
}

const char* name_of(wire_status s) {
  switch (s) {
    case wire_status::ok:
      return "ok";
    case wire_status::bad_length:
      return "bad_length";
    case wire_status::unknown_id:
      return "unknown_id";
    case wire_status::truncated:
      return "truncated";
    case wire_status::overlong:
      return "overlong";
    case wire_status::bad_sm_length:
      return "bad_sm_length";
    case wire_status::bad_tlv:
      return "bad_tlv";
    case wire_status::bad_dest:
      return "bad_dest";
  }
  return "unknown";
}

}  // namespace duanwen::smpp

#pragma once
// What can be wrong with the octets of a PDU, and the command_status that tells the peer.

#include <cstdint>

namespace duanwen::smpp {

enum class wire_status {
  ok,
  bad_length,     ///< shorter than a header, or command_length is not the size given: ESME_RINVCMDLEN
  unknown_id,     ///< no such command: generic_nack, ESME_RINVCMDID
  truncated,      ///< a field goes beyond the PDU's end: ESME_RINVCMDLEN
  overlong,       ///< a C-octet string without its NUL within its size: ESME_RINVPARLEN
  bad_sm_length,  ///< sm_length > 254 or beyond the end: ESME_RINVMSGLEN
  bad_tlv,        ///< an optional parameter goes beyond the end: ESME_RINVOPTPARSTREAM
  bad_dest,       ///< dest_flag neither 1 nor 2, or counts differ: ESME_RINVDESTFLAG
};

/// What to answer a PDU that could not be read; SMPP 3.4 §5.1.3.
std::uint32_t command_status_for(wire_status s);
const char* name_of(wire_status s);

}  // namespace duanwen::smpp

#pragma once
// PDU ⇄ octets, driven by libsmpp34's published PDU tables with bounds checks of our own. Reentrant, no
// globals; any thread.

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "gateway/smpp/pdu/pdu.hpp"

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

/// The 16 octets of a header, big-endian. Precondition: octets.size() >= header_octets.
pdu_header decode_header(std::span<const std::uint8_t> octets);

/// Reads one whole PDU into `out` (cleared first; its header is valid unless bad_length with fewer than 16
/// octets). Takes what the field sends and the specification forbids where its meaning is plain: see the
/// cases in wire.cpp.
wire_status decode(std::span<const std::uint8_t> octets, pdu& out);

/// Appends the octets of `p` to `out`. On an error `out` is as before.
wire_status encode(const pdu& p, std::string& out);

/// Calls `visit` with the name and printable value of every field of `p`, in wire order, TLVs included.
void for_each_field(const pdu& p, const std::function<void(std::string_view name, std::string value)>& visit);

}  // namespace duanwen::smpp

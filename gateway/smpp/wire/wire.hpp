#pragma once
// PDU ⇄ octets, driven by libsmpp34's published PDU tables with bounds checks of our own. Reentrant, no
// globals; any thread.

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "gateway/smpp/pdu/pdu.hpp"
#include "gateway/smpp/wire/wire_status.hpp"

namespace duanwen::smpp {

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

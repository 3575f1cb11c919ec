// libsmpp34's PDU tables, walked by engines of our own that check every bound: the tables say which fields a
// command has and how long they may be, wire_reader, wire_writer and wire_printer what is done with a field.
// The only file that sees libsmpp34's headers.
//
// What is taken although the specification forbids it, since the field sends it and its meaning is plain:
// - a response that ends after its header, with an error or with ESME_ROK: wire_reader::fail
// - an error response with a body: a body is read wherever there is one
// - optional parameters after any command, of any tag, length, number, order: decode, wire_reader::tlvs
// - any command_status, sequence_number (0 too), TON, NPI, interface_version: numbers are taken as they are
// - system_id, password and system_type up to 64 octets, deliver_sm's times and data_sm's long source,
//   deliver_sm_resp's message_id: width() in wire_fields.hpp
// - short_message up to 254 octets: short_message_octets_max
#include "gateway/smpp/wire/wire.hpp"

#include <algorithm>
#include <cstdio>

#include "gateway/smpp/pdu/command_status_table.hpp"
#include "gateway/smpp/wire/wire_printer.hpp"
#include "gateway/smpp/wire/wire_reader.hpp"
#include "gateway/smpp/wire/wire_writer.hpp"

extern "C" {
#include <smpp34.h>
#include <smpp34_structs.h>
}
#undef PUTLOG

namespace duanwen::smpp {
namespace {

constexpr bool in_library(command id) {
  switch (static_cast<std::uint32_t>(id)) {
#define OPERACION(value) case value:
#include <def_list/command_id.list>
#undef OPERACION
    return true;
    default:
      return false;
  }
}
static_assert(std::all_of(all_commands.begin(), all_commands.end(), in_library));

#define OPERACION(value) static_assert(find_status(value).name == std::string_view(#value));
#include <def_list/command_status.list>
#undef OPERACION

static_assert(sizeof(dad_t::value.dl_name) == address_size);
static_assert(sizeof(udad_t::destination_addr) == address_size);
static_assert(sizeof(deliver_sm_t::short_message) == short_message_octets_max);
static_assert(dest_flag_sme == DFID_SME_Address && dest_flag_list == DFID_Distribution_List_Name);

const char* name_of_tag(std::uint16_t tag) {
  constexpr std::size_t prefix = std::string_view("TLVID_").size();
  switch (tag) {
#define OPERACION(value) \
  case value:            \
    return #value + prefix;
#include <def_list/tlv_id.list>
#undef OPERACION
    default:
      return "unknown";
  }
}

// The tables' words, in our meaning. `instancia` is what stands before a field's name, so that the tables'
// names find pdu's members; a name that is no member is a count, which follows from what it counts.
#define instancia p.
#define U32(inst, par, text) \
  if (!visit.u32(#par, inst par)) return 0
#define U08(inst, par, text)                  \
  if constexpr (requires { inst par; }) {     \
    if (!visit.u08(#par, inst par)) return 0; \
  } else if (!visit.count(#par))              \
  return 0
#define C_OCTET(inst, par, size) \
  if (!visit.text(#par, inst par, width(static_cast<command>(type), #par, size))) return 0
#define O_C_OCTET C_OCTET
#define OCTET8(inst, par, size, length) \
  if (!visit.octets(#par, inst par)) return 0
#define DAD(inst, par, each) \
  if (!visit.dests(p.dest_addresses)) return 0
#define UDAD(inst, par, each) \
  if (!visit.failures(p.unsuccess_smes)) return 0
#define TLV(inst, par, each)  // after every command, in the table or not: see decode and encode
#define PUTLOG(...)

/// Shows `visit` the header and the mandatory fields of `p` in wire order; -1 when `type` is no command.
template <class Pdu, class Visitor>
int walk(std::uint32_t type, Pdu& p, Visitor& visit) {
  [[maybe_unused]] void* const tt = nullptr;  // the tables point at the library's own structs; we do not
#include <def_list/smpp34_protocol.def>
  return 0;
}

}  // namespace

pdu_header decode_header(std::span<const std::uint8_t> octets) {
  const auto number = [&octets](std::size_t at) {
    return std::uint32_t{octets[at]} << 24 | std::uint32_t{octets[at + 1]} << 16 |
           std::uint32_t{octets[at + 2]} << 8 | std::uint32_t{octets[at + 3]};
  };
  return {number(0), number(4), number(8), number(12)};
}

wire_status decode(std::span<const std::uint8_t> octets, pdu& out) {
  out = pdu{};
  if (octets.size() < header_octets) return wire_status::bad_length;
  static_cast<pdu_header&>(out) = decode_header(octets);
  if (out.command_length != octets.size()) return wire_status::bad_length;
  wire_reader reader(octets, out);
  if (walk(out.command_id, out, reader) != 0) return wire_status::unknown_id;
  if (reader.status() == wire_status::ok) reader.tlvs(out.tlvs);
  return reader.status();
}

wire_status encode(const pdu& p, std::string& out) {
  const std::size_t begin = out.size();
  wire_writer writer(p, out);
  if (walk(p.command_id, p, writer) != 0) return wire_status::unknown_id;
  if (writer.status() == wire_status::ok) writer.tlvs(p.tlvs);
  if (writer.status() != wire_status::ok) {
    out.resize(begin);
    return writer.status();
  }
  const std::size_t length = out.size() - begin;
  for (std::size_t i = 0; i < 4; ++i) out[begin + i] = static_cast<char>(length >> (24 - 8 * i) & 0xFF);
  return wire_status::ok;
}

void for_each_field(const pdu& p,
                    const std::function<void(std::string_view name, std::string value)>& visit) {
  wire_printer printer(p, visit);
  if (walk(p.command_id, p, printer) == 0) {
    printer.tlvs(p.tlvs, name_of_tag);
  } else {
    walk(GENERIC_NACK, p, printer);  // of an unknown command the header alone
  }
}

}  // namespace duanwen::smpp

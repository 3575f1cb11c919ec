#pragma once
// The walk that writes a PDU's fields as octets. Private to wire.cpp.

#include <string>
#include <string_view>
#include <vector>

#include "gateway/smpp/wire/wire_fields.hpp"
#include "gateway/smpp/wire/wire_status.hpp"

namespace duanwen::smpp {

/// Every member answers whether to go on; after a false, status() says why.
class wire_writer {
 public:
  wire_writer(const pdu& p, std::string& out) : pdu_(p), out_(out) {}

  wire_status status() const { return status_; }

  bool u32(const char*, std::uint32_t field) { return number(field, 4); }
  bool u08(const char*, std::uint8_t field) { return body() && number(field, 1); }

  bool count(const char* name) {
    if (!body()) return false;
    const std::size_t value = counted(pdu_, name);
    const bool of_message = std::string_view(name) == "sm_length";
    if (of_message && value > short_message_octets_max) return fail(wire_status::bad_sm_length);
    if (value > 255) return fail(wire_status::bad_dest);
    return number(static_cast<std::uint32_t>(value), 1);
  }

  bool text(const char*, const std::string& field, std::size_t size) {
    if (!body()) return false;
    // A NUL inside would end the string early and shift all that follows.
    if (field.size() >= size || field.find('\0') != std::string::npos) return fail(wire_status::overlong);
    out_.append(field.c_str(), field.size() + 1);
    return true;
  }

  bool octets(const char*, const std::string& field) {
    out_ += field;
    return true;
  }

  bool dests(const std::vector<dest_address>& all) {
    for (const dest_address& d : all) {
      const bool sme = d.dest_flag == dest_flag_sme;
      if (!sme && d.dest_flag != dest_flag_list) return fail(wire_status::bad_dest);
      number(d.dest_flag, 1);
      if (sme) number(std::uint32_t{d.dest_addr_ton} << 8 | d.dest_addr_npi, 2);
      if (!text("destination_addr", d.destination_addr, address_size)) return false;
    }
    return true;
  }

  bool failures(const std::vector<unsuccess_sme>& all) {
    for (const unsuccess_sme& u : all) {
      number(std::uint32_t{u.dest_addr_ton} << 8 | u.dest_addr_npi, 2);
      if (!text("destination_addr", u.destination_addr, address_size)) return false;
      number(u.error_status_code, 4);
    }
    return true;
  }

  bool tlvs(const std::vector<tlv>& all) {
    if (!body()) return false;
    for (const tlv& t : all) {
      if (t.value.size() > 0xFFFF) return fail(wire_status::bad_tlv);
      number(t.tag, 2);
      number(static_cast<std::uint32_t>(t.value.size()), 2);
      out_ += t.value;
    }
    return true;
  }

 private:
  /// Whether anything follows the header; only a response may do without.
  bool body() {
    if (pdu_.without_body && !pdu_.is_response()) return fail(wire_status::truncated);
    return !pdu_.without_body;
  }

  bool number(std::uint32_t value, int size) {
    for (int i = size - 1; i >= 0; --i) out_ += static_cast<char>(value >> 8 * i & 0xFF);
    return true;
  }

  bool fail(wire_status why) {
    status_ = why;
    return false;
  }

  const pdu& pdu_;
  std::string& out_;
  wire_status status_ = wire_status::ok;
};

}  // namespace duanwen::smpp

// A PDU's fields as people read them. Passwords stay hidden, since this goes to screens and logs.
#include "gateway/smpp/wire/wire_printer.hpp"

#include <cstdio>

#include "gateway/smpp/pdu/command_status.hpp"
#include "gateway/smpp/pdu/status_lookup.hpp"

namespace duanwen::smpp {
namespace {

std::string hex_number(std::uint32_t value, int digits) {
  char out[11];
  std::snprintf(out, sizeof out, "0x%0*X", digits, value);
  return out;
}

/// Bit fields read better in hexadecimal.
bool is_bit_field(std::string_view name) {
  return name == "esm_class" || name == "data_coding" || name == "registered_delivery" ||
         name == "interface_version" || name == "protocol_id";
}

std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    const auto octet = static_cast<unsigned char>(c);
    const bool plain = octet >= 0x20 && octet < 0x7F && c != '"' && c != '\\';
    char escape[5];
    std::snprintf(escape, sizeof escape, "\\x%02X", octet);
    if (plain) {
      out += c;
    } else {
      out += escape;
    }
  }
  return out + '"';
}

std::string hexadecimal(std::string_view octets) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string out = std::to_string(octets.size()) + ":";
  if (!octets.empty()) out += ' ';
  for (const char c : octets) {
    out += digits[static_cast<unsigned char>(c) >> 4];
    out += digits[static_cast<unsigned char>(c) & 15];
  }
  return out;
}

}  // namespace

bool wire_printer::u32(const char* name, std::uint32_t field) {
  const std::string_view which = name;
  if (which == "command_id") {
    visit_(name, hex_number(field, 8) + " " + smpp::name_of(static_cast<command>(field)));
  } else if (which == "command_status") {
    visit_(name, describe_status(field));
  } else {
    visit_(name, std::to_string(field));
  }
  return true;
}

bool wire_printer::u08(const char* name, std::uint8_t field) {
  if (pdu_.without_body) return false;
  visit_(name, is_bit_field(name) ? hex_number(field, 2) : std::to_string(field));
  return true;
}

bool wire_printer::count(const char* name) {
  if (pdu_.without_body) return false;
  visit_(name, std::to_string(counted(pdu_, name)));
  return true;
}

bool wire_printer::text(const char* name, const std::string& field, std::size_t) {
  if (pdu_.without_body) return false;
  visit_(name, std::string_view(name) == "password" ? "***" : quoted(field));
  return true;
}

bool wire_printer::octets(const char* name, const std::string& field) {
  visit_(name, hexadecimal(field));
  return true;
}

bool wire_printer::dests(const std::vector<dest_address>& all) {
  for (const dest_address& d : all)
    visit_("dest_address", "flag " + std::to_string(d.dest_flag) + " ton " + std::to_string(d.dest_addr_ton) +
                               " npi " + std::to_string(d.dest_addr_npi) + " " + quoted(d.destination_addr));
  return true;
}

bool wire_printer::failures(const std::vector<unsuccess_sme>& all) {
  for (const unsuccess_sme& u : all)
    visit_("unsuccess_sme", "ton " + std::to_string(u.dest_addr_ton) + " npi " +
                                std::to_string(u.dest_addr_npi) + " " + quoted(u.destination_addr) + " " +
                                describe_status(u.error_status_code));
  return true;
}

bool wire_printer::tlvs(const std::vector<tlv>& all, const char* (*name_of_tag)(std::uint16_t)) {
  if (pdu_.without_body) return false;
  for (const tlv& t : all) visit_(hex_number(t.tag, 4) + " " + name_of_tag(t.tag), hexadecimal(t.value));
  return true;
}

}  // namespace duanwen::smpp

#pragma once
// The walk that names a PDU's fields for people. Private to wire.cpp.

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "gateway/smpp/wire/wire_fields.hpp"

namespace duanwen::smpp {

class wire_printer {
 public:
  using visitor = std::function<void(std::string_view name, std::string value)>;
  wire_printer(const pdu& p, const visitor& visit) : pdu_(p), visit_(visit) {}

  bool u32(const char* name, std::uint32_t field);
  bool u08(const char* name, std::uint8_t field);
  bool count(const char* name);
  bool text(const char* name, const std::string& field, std::size_t);
  bool octets(const char* name, const std::string& field);
  bool dests(const std::vector<dest_address>& all);
  bool failures(const std::vector<unsuccess_sme>& all);
  bool tlvs(const std::vector<tlv>& all, const char* (*name_of_tag)(std::uint16_t));

 private:
  const pdu& pdu_;
  const visitor& visit_;
};

}  // namespace duanwen::smpp

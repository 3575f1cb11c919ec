#pragma once
// What the three walks over the PDU tables (read, write, print) have in common. Private to wire.cpp.

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "gateway/smpp/pdu/pdu.hpp"

namespace duanwen::smpp {

inline constexpr std::size_t short_message_octets_max = 254;  // §5.2.22
inline constexpr std::size_t address_size = 21;  // dest_address and unsuccess_sme, their NUL included
inline constexpr std::size_t tlv_header_octets = 4;
inline constexpr std::size_t bind_text_size = 65;  // of who binds to whom, its NUL included

enum : std::uint8_t { dest_flag_sme = 1, dest_flag_list = 2 };

/// Octets that a C-octet string may take, its NUL included: the table's size, or more where the field sends
/// more and its meaning is plain.
constexpr std::size_t width(command id, std::string_view field, std::size_t table_size) {
  // Accounts are given out with passwords above §5.2.2's 8 octets, and names above §5.2.1's 15.
  if (field == "password" || field == "system_id" || field == "system_type") return bind_text_size;
  // deliver_sm_resp's message_id is "unused" in §4.6.2; centres fill it like that of submit_sm_resp.
  if (id == command::deliver_sm_resp && field == "message_id") return 65;
  // deliver_sm's times are "unused" in §4.6.1; centres pass on those of the original message.
  if (id == command::deliver_sm && table_size == 1) return 17;
  // data_sm's source may be as long as its destination by §4.7.1.
  if (id == command::data_sm && field == "source_addr") return 65;
  return table_size;
}

/// The value of a count field, which no PDU carries by itself: it is the size of what it counts.
constexpr std::size_t counted(const pdu& p, std::string_view count_field) {
  if (count_field == "sm_length") return p.short_message.size();
  if (count_field == "number_of_dests") return p.dest_addresses.size();
  return p.unsuccess_smes.size();  // no_unsuccess
}

}  // namespace duanwen::smpp

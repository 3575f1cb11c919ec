#pragma once
// A PDU of SMPP 3.4 as a plain value. Every mandatory field of every command has its member here under the
// specification's name; which of them a command has is said by the tables in wire.cpp. Standard types only.

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace duanwen::smpp {

/// command_id, SMPP 3.4 §5.1.2.1. wire.cpp asserts that they are libsmpp34's constants.
enum class command : std::uint32_t {
  generic_nack = 0x80000000,
  bind_receiver = 0x00000001,
  bind_receiver_resp = 0x80000001,
  bind_transmitter = 0x00000002,
  bind_transmitter_resp = 0x80000002,
  query_sm = 0x00000003,
  query_sm_resp = 0x80000003,
  submit_sm = 0x00000004,
  submit_sm_resp = 0x80000004,
  deliver_sm = 0x00000005,
  deliver_sm_resp = 0x80000005,
  unbind = 0x00000006,
  unbind_resp = 0x80000006,
  replace_sm = 0x00000007,
  replace_sm_resp = 0x80000007,
  cancel_sm = 0x00000008,
  cancel_sm_resp = 0x80000008,
  bind_transceiver = 0x00000009,
  bind_transceiver_resp = 0x80000009,
  outbind = 0x0000000B,
  enquire_link = 0x00000015,
  enquire_link_resp = 0x80000015,
  submit_multi = 0x00000021,
  submit_multi_resp = 0x80000021,
  alert_notification = 0x00000102,
  data_sm = 0x00000103,
  data_sm_resp = 0x80000103,
};

inline constexpr std::array<command, 27> all_commands{
    command::generic_nack,          command::bind_receiver,
    command::bind_receiver_resp,    command::bind_transmitter,
    command::bind_transmitter_resp, command::query_sm,
    command::query_sm_resp,         command::submit_sm,
    command::submit_sm_resp,        command::deliver_sm,
    command::deliver_sm_resp,       command::unbind,
    command::unbind_resp,           command::replace_sm,
    command::replace_sm_resp,       command::cancel_sm,
    command::cancel_sm_resp,        command::bind_transceiver,
    command::bind_transceiver_resp, command::outbind,
    command::enquire_link,          command::enquire_link_resp,
    command::submit_multi,          command::submit_multi_resp,
    command::alert_notification,    command::data_sm,
    command::data_sm_resp,
};

inline constexpr std::uint32_t response_bit = 0x80000000;
inline constexpr std::uint32_t header_octets = 16;
inline constexpr std::uint32_t sequence_number_max = 0x7FFFFFFF;

/// Optional parameter in wire order; the tag may be unknown. SMPP 3.4 §5.3.
struct tlv {
  std::uint16_t tag = 0;
  std::string value;
  friend bool operator==(const tlv&, const tlv&) = default;
};

/// One of dest_address(es) of submit_multi, §4.5.1.1: dest_flag 1 an SME address, 2 a distribution list name.
struct dest_address {
  std::uint8_t dest_flag = 1, dest_addr_ton = 0, dest_addr_npi = 0;
  std::string destination_addr;
  friend bool operator==(const dest_address&, const dest_address&) = default;
};

/// One of unsuccess_sme(s) of submit_multi_resp, §4.5.2.1.
struct unsuccess_sme {
  std::uint8_t dest_addr_ton = 0, dest_addr_npi = 0;
  std::string destination_addr;
  std::uint32_t error_status_code = 0;
  friend bool operator==(const unsuccess_sme&, const unsuccess_sme&) = default;
};

struct pdu_header {
  std::uint32_t command_length = 0;  ///< octets, header included; set by encode
  std::uint32_t command_id = 0;      ///< raw: it may be none of `command`
  std::uint32_t command_status = 0;
  std::uint32_t sequence_number = 0;
  friend bool operator==(const pdu_header&, const pdu_header&) = default;
};

struct pdu : pdu_header {
  // bind_*, outbind
  std::string system_id, password, system_type, address_range;
  std::uint8_t interface_version = 0, addr_ton = 0, addr_npi = 0;
  // messages
  std::string service_type, source_addr, destination_addr, esme_addr;
  std::uint8_t source_addr_ton = 0, source_addr_npi = 0, dest_addr_ton = 0, dest_addr_npi = 0;
  std::uint8_t esme_addr_ton = 0, esme_addr_npi = 0;
  std::uint8_t esm_class = 0, protocol_id = 0, priority_flag = 0;
  std::string schedule_delivery_time, validity_period, final_date;
  std::uint8_t registered_delivery = 0, replace_if_present_flag = 0, data_coding = 0, sm_default_msg_id = 0;
  std::uint8_t message_state = 0, error_code = 0;
  std::string short_message;  ///< octets, user data header included; sm_length is its size
  std::string message_id;
  std::vector<dest_address> dest_addresses;
  std::vector<unsuccess_sme> unsuccess_smes;
  std::vector<tlv> tlvs;
  /// A response with an error may end after its header (§4.x.2); then nothing above was on the wire, and none
  /// is written.
  bool without_body = false;

  command id() const { return static_cast<command>(command_id); }
  bool is_response() const { return (command_id & response_bit) != 0; }
  const tlv* find(std::uint16_t tag) const;  ///< the first with this tag, or null
  friend bool operator==(const pdu&, const pdu&) = default;
};

/// A request or response with its header set; sequence_number is given by the session when it is 0 in a
/// request.
pdu make_pdu(command id, std::uint32_t sequence_number = 0, std::uint32_t command_status = 0);

const char* name_of(command id);  ///< "deliver_sm"; "unknown" for none of ours

/// Tags that we read or write, §5.3.2.
namespace tag {
inline constexpr std::uint16_t receipted_message_id = 0x001E;
inline constexpr std::uint16_t sar_msg_ref_num = 0x020C;
inline constexpr std::uint16_t sar_total_segments = 0x020E;
inline constexpr std::uint16_t sar_segment_seqnum = 0x020F;
inline constexpr std::uint16_t sc_interface_version = 0x0210;
inline constexpr std::uint16_t network_error_code = 0x0423;
inline constexpr std::uint16_t message_payload = 0x0424;
inline constexpr std::uint16_t message_state = 0x0427;
}  // namespace tag

}  // namespace duanwen::smpp

#include "gateway/smpp/pdu/pdu.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace duanwen::smpp {
namespace {

constexpr std::array<std::pair<command, const char*>, 27> names{{
    {command::generic_nack, "generic_nack"},
    {command::bind_receiver, "bind_receiver"},
    {command::bind_receiver_resp, "bind_receiver_resp"},
    {command::bind_transmitter, "bind_transmitter"},
    {command::bind_transmitter_resp, "bind_transmitter_resp"},
    {command::query_sm, "query_sm"},
    {command::query_sm_resp, "query_sm_resp"},
    {command::submit_sm, "submit_sm"},
    {command::submit_sm_resp, "submit_sm_resp"},
    {command::deliver_sm, "deliver_sm"},
    {command::deliver_sm_resp, "deliver_sm_resp"},
    {command::unbind, "unbind"},
    {command::unbind_resp, "unbind_resp"},
    {command::replace_sm, "replace_sm"},
    {command::replace_sm_resp, "replace_sm_resp"},
    {command::cancel_sm, "cancel_sm"},
    {command::cancel_sm_resp, "cancel_sm_resp"},
    {command::bind_transceiver, "bind_transceiver"},
    {command::bind_transceiver_resp, "bind_transceiver_resp"},
    {command::outbind, "outbind"},
    {command::enquire_link, "enquire_link"},
    {command::enquire_link_resp, "enquire_link_resp"},
    {command::submit_multi, "submit_multi"},
    {command::submit_multi_resp, "submit_multi_resp"},
    {command::alert_notification, "alert_notification"},
    {command::data_sm, "data_sm"},
    {command::data_sm_resp, "data_sm_resp"},
}};

}  // namespace

const tlv* pdu::find(std::uint16_t tag) const {
  const auto found = std::find_if(tlvs.begin(), tlvs.end(), [tag](const tlv& t) { return t.tag == tag; });
  return found == tlvs.end() ? nullptr : &*found;
}

pdu make_pdu(command id, std::uint32_t sequence_number, std::uint32_t command_status) {
  pdu p;
  p.command_id = static_cast<std::uint32_t>(id);
  p.command_status = command_status;
  p.sequence_number = sequence_number;
  return p;
}

const char* name_of(command id) {
  const auto found = std::find_if(names.begin(), names.end(), [id](const auto& n) { return n.first == id; });
  return found == names.end() ? "unknown" : found->second;
}

}  // namespace duanwen::smpp

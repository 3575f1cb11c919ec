// Carriers that bound to us: message ids, receipts, submit_multi, and what they ask about their inquiries.
#include <cstdio>

#include "gateway/carriers/carriers.hpp"
#include "gateway/smpp/pdu/command_status.hpp"

namespace duanwen {
namespace {

// A centre has no ESME_RX_T_APPN, §5.1.3: that is what an ESME says.
std::uint32_t as_centre(std::uint32_t command_status) {
  return command_status == smpp::esme::rx_t_appn ? smpp::esme::rsyserr : command_status;
}

smpp::pdu submit_to(const smpp::pdu& multi, const smpp::dest_address& to) {
  auto one = multi;
  one.command_id = static_cast<std::uint32_t>(smpp::command::submit_sm);
  one.dest_addresses.clear();
  one.destination_addr = to.destination_addr;
  one.dest_addr_ton = to.dest_addr_ton;
  one.dest_addr_npi = to.dest_addr_npi;
  return one;
}

smpp::unsuccess_sme unsuccessful(const smpp::dest_address& to, std::uint32_t command_status) {
  smpp::unsuccess_sme u;
  u.dest_addr_ton = to.dest_addr_ton;
  u.dest_addr_npi = to.dest_addr_npi;
  u.destination_addr = to.destination_addr;
  u.error_status_code = command_status;
  return u;
}

}  // namespace

void carriers::respond(smpp::link& by, const smpp::pdu& message, const inquiry_end& end,
                       const carrier_settings& carrier) {
  if (by.role() == smpp::session_role::esme) return by.respond(message, end.command_status);
  if (end.command_status != smpp::esme::rok) return by.respond(message, as_centre(end.command_status));
  const auto id = next_message_id();
  remember(message, id, end, carrier);
  by.respond(message, smpp::esme::rok, id);
  give_receipt(by, message, id, carrier);
}

void carriers::remember(const smpp::pdu& message, const std::string& id, const inquiry_end& end,
                        const carrier_settings& carrier) {
  taken_inquiry one;
  one.carrier = carrier.name;
  one.addresses.service_type = message.service_type;
  one.addresses.source_addr = message.source_addr;
  one.addresses.destination_addr = message.destination_addr;
  one.addresses.data_coding = message.data_coding;
  one.at = ports_.clock.now();
  one.resident = end.resident;
  if (end.answer) one.outbox_id = end.answer->id;
  desk_.taken(id, one);
}

void carriers::give_receipt(smpp::link& by, const smpp::pdu& message, const std::string& id,
                            const carrier_settings& carrier) {
  const auto now = ports_.clock.now();
  auto receipt = receipt_for(message, id, now, now, ports_.settings.gateway.time_zone);
  // Who did not hear the id has no use for its receipt.
  if (receipt && by.state() != smpp::session_state::closed)
    receipts_.offer(supervisor_of(carrier), std::move(*receipt));
}

asio::awaitable<void> carriers::answer_multi(std::weak_ptr<smpp::link> by, smpp::pdu message,
                                             arrival_place place, time_point arrived) {
  // An inquiry for each of our numbers, under one message_id; what fails is named in the response (§4.5.2).
  const carrier_settings& carrier = *place.carrier;
  auto response = smpp::make_pdu(smpp::command::submit_multi_resp, message.sequence_number);
  response.message_id = next_message_id();
  std::vector<std::pair<smpp::pdu, inquiry_end>> inquiries;
  for (const auto& to : message.dest_addresses) {
    inquiry_end end;
    end.command_status = smpp::esme::rinvdlname;
    auto one = submit_to(message, to);
    auto copy = one;
    auto at = place;
    if (to.dest_flag == 1) end = co_await ports_.inquiries.answer(std::move(copy), std::move(at));
    if (end.command_status != smpp::esme::rok)
      response.unsuccess_smes.push_back(unsuccessful(to, as_centre(end.command_status)));
    inquiries.emplace_back(std::move(one), std::move(end));
  }
  const auto id = response.message_id;
  if (const auto link = by.lock()) {
    link->respond(std::move(response));
    for (auto& [one, end] : inquiries) {
      if (end.command_status != smpp::esme::rok) continue;
      remember(one, id, end, carrier);
      give_receipt(*link, one, id, carrier);
    }
  }
  for (auto& [one, end] : inquiries) hand_on(end, arrived);
}

asio::awaitable<void> carriers::answer_replace(std::weak_ptr<smpp::link> by, smpp::pdu message,
                                               const carrier_settings& carrier) {
  auto response = co_await desk_.replace(carrier, std::move(message));
  if (const auto link = by.lock()) link->respond(std::move(response));
}

message_desk::ports carriers::desk_ports() {
  message_desk::ports p;
  p.waits = [this](const conversation_key& resident, const std::string& id) {
    return ports_.outbound.waits(resident, id);
  };
  p.withdraw = [this](const conversation_key& resident, const std::string& id) {
    return ports_.outbound.withdraw(resident, id);
  };
  p.replace = [this](conversation_key resident, std::string id, std::string text) {
    return replacer_.replace(std::move(resident), std::move(id), std::move(text));
  };
  p.time_zone = ports_.settings.gateway.time_zone;
  p.remembered_max = ports_.settings.smpp.messages_remembered_max;
  return p;
}

std::string carriers::next_message_id() {
  char text[17];
  std::snprintf(text, sizeof text, "%016llX", static_cast<unsigned long long>(next_message_++));
  return text;
}

}  // namespace duanwen

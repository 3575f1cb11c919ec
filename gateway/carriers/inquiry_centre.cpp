#include "gateway/carriers/inquiry_centre.hpp"

#include <cstdio>
#include <utility>

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

inquiry_centre::inquiry_centre(inquiry_centre_ports ports)
    : ports_(std::move(ports)),
      receipts_(ports_.settings.smpp.receipts_waiting_max),
      replacer_(ports_.rt, ports_.store, ports_.outbound, ports_.outbox, ports_.settings.redis,
                ports_.process),
      desk_(desk_ports()),
      next_message_(ports_.rt.random()) {}

void inquiry_centre::respond(smpp::supervisor& carrier, smpp::link& by, const smpp::pdu& message,
                             const inquiry_end& end) {
  if (end.command_status != smpp::esme::rok) return by.respond(message, as_centre(end.command_status));
  const auto id = next_message_id();
  remember(carrier.settings(), message, id, end);
  by.respond(message, smpp::esme::rok, id);
  // A receipt for a receipt would have one too, without end.
  if (!end.receipt) give_receipt(carrier, by, message, id);
}

void inquiry_centre::remember(const carrier_settings& carrier, const smpp::pdu& message,
                              const std::string& message_id, const inquiry_end& end) {
  taken_inquiry one;
  one.carrier = carrier.name;
  one.addresses.service_type = message.service_type;
  one.addresses.source_addr = message.source_addr;
  one.addresses.destination_addr = message.destination_addr;
  one.addresses.data_coding = message.data_coding;
  one.at = ports_.clock.now();
  one.resident = end.resident;
  if (end.answer) one.outbox_id = end.answer->id;
  desk_.taken(message_id, one);
}

void inquiry_centre::give_receipt(smpp::supervisor& carrier, smpp::link& by, const smpp::pdu& message,
                                  const std::string& message_id) {
  const auto now = ports_.clock.now();
  auto receipt = receipt_for(message, message_id, now, now, ports_.settings.gateway.time_zone);
  // Who did not hear the id has no use for its receipt.
  if (receipt && by.state() != smpp::session_state::closed) receipts_.offer(carrier, std::move(*receipt));
}

asio::awaitable<std::vector<inquiry_end>> inquiry_centre::answer_multi(smpp::supervisor& carrier,
                                                                       std::weak_ptr<smpp::link> by,
                                                                       smpp::pdu message,
                                                                       arrival_place place) {
  auto response = smpp::make_pdu(smpp::command::submit_multi_resp, message.sequence_number);
  const auto id = response.message_id = next_message_id();
  std::vector<smpp::pdu> singles;
  std::vector<inquiry_end> ends;
  for (const auto& to : message.dest_addresses) {
    inquiry_end end;
    end.command_status = smpp::esme::rinvdlname;
    auto one = submit_to(message, to);
    auto copy = one;
    auto at = place;
    if (to.dest_flag == 1) end = co_await ports_.inquiries.answer(std::move(copy), std::move(at));
    if (end.command_status != smpp::esme::rok)
      response.unsuccess_smes.push_back(unsuccessful(to, as_centre(end.command_status)));
    singles.push_back(std::move(one));
    ends.push_back(std::move(end));
  }
  const auto link = by.lock();
  if (link) link->respond(std::move(response));
  for (std::size_t i = 0; link && i < ends.size(); ++i) {
    if (ends[i].command_status != smpp::esme::rok) continue;
    remember(carrier.settings(), singles[i], id, ends[i]);
    if (!ends[i].receipt) give_receipt(carrier, *link, singles[i], id);
  }
  co_return ends;
}

message_desk::ports inquiry_centre::desk_ports() {
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

std::string inquiry_centre::next_message_id() {
  char text[17];
  std::snprintf(text, sizeof text, "%016llX", static_cast<unsigned long long>(next_message_++));
  return text;
}

}  // namespace duanwen

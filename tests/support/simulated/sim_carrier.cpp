#include "tests/support/simulated/sim_carrier.hpp"

#include <span>
#include <utility>

#include "gateway/smpp/pdu/command_status.hpp"
#include "gateway/smpp/text/text_codec.hpp"
#include "gateway/smpp/wire/wire.hpp"

namespace duanwen::test {

using smpp::command;

namespace {

command response_to(const smpp::pdu& request) {
  return static_cast<command>(request.command_id | smpp::response_bit);
}

smpp::pdu message_of(command id, const std::string& from, const std::string& to, const std::string& text) {
  auto p = smpp::make_pdu(id);
  p.source_addr = from;
  p.destination_addr = to;
  p.data_coding = 8;
  segmentation one;
  one.used = alphabet::ucs2;
  one.segments.push_back(text);
  p.short_message = smpp::encode_segments(one, long_message_form::udh8, 0).front().short_message;
  return p;
}

}  // namespace

void sim_carrier::serve() {
  auto& octets = connection_->from_gateway;
  while (octets.size() >= smpp::header_octets) {
    const auto* begin = reinterpret_cast<const std::uint8_t*>(octets.data());
    const auto length = smpp::decode_header(std::span(begin, smpp::header_octets)).command_length;
    if (octets.size() < length) return;
    smpp::pdu p;
    if (smpp::decode(std::span(begin, length), p) != smpp::wire_status::ok)
      throw std::runtime_error("broken PDU written");
    octets.erase(0, length);
    take(p);
  }
}

void sim_carrier::take(const smpp::pdu& p) {
  switch (p.id()) {
    case command::bind_transceiver:
    case command::bind_receiver:
    case command::bind_transmitter: {
      binds.push_back(p);
      auto r = smpp::make_pdu(response_to(p), p.sequence_number, bind_status);
      r.system_id = "sim";
      bound_as = p.system_id;
      send(r);
      break;
    }
    case command::enquire_link:
      send(smpp::make_pdu(command::enquire_link_resp, p.sequence_number));
      break;
    case command::unbind:
      send(smpp::make_pdu(command::unbind_resp, p.sequence_number));
      break;
    case command::bind_transceiver_resp:
    case command::bind_receiver_resp:
    case command::bind_transmitter_resp:
      binds.push_back(p);
      break;
    case command::submit_sm:
    case command::submit_multi:
    case command::deliver_sm:
      submits.push_back(p);
      unanswered_.push_back(p);
      if (answers_submits) answer_submits();
      break;
    case command::deliver_sm_resp:
    case command::submit_sm_resp:
      responses.push_back(p);
      break;
    default:
      others.push_back(p);
  }
}

void sim_carrier::answer_submits() {
  // Nobody hears what is said on a connection that is gone.
  const bool gone = connection_->closed_by_peer || connection_->closed_by_gateway;
  for (const auto& p : std::exchange(unanswered_, {}))
    if (!gone) answer(p);
}

void sim_carrier::answer(const smpp::pdu& submit) {
  const bool bulk = submit.id() == command::submit_multi;
  if (bulk && !knows_multi)
    return send(smpp::make_pdu(command::generic_nack, submit.sequence_number, smpp::esme::rinvcmdid));
  if (bulk && multi_status != 0)
    return send(smpp::make_pdu(command::submit_multi_resp, submit.sequence_number, multi_status));
  auto r = smpp::make_pdu(response_to(submit), submit.sequence_number);
  r.message_id = "id" + std::to_string(submit.sequence_number);
  if (!bulk) {
    r.command_status = status_for(submit.destination_addr);
    if (r.command_status == 0) taken.push_back({submit.destination_addr, submit, false});
  }
  for (const auto& to : submit.dest_addresses) {
    const auto status = status_for(to.destination_addr);
    if (status == 0)
      taken.push_back({to.destination_addr, submit, true});
    else
      r.unsuccess_smes.push_back({to.dest_addr_ton, to.dest_addr_npi, to.destination_addr, status});
  }
  send(r);
}

std::uint32_t sim_carrier::deliver(const std::string& from, const std::string& to, const std::string& text) {
  return deliver(message_of(command::deliver_sm, from, to, text));
}

std::uint32_t sim_carrier::submit(const std::string& from, const std::string& to, const std::string& text,
                                  std::uint8_t registered_delivery) {
  auto p = message_of(command::submit_sm, from, to, text);
  p.registered_delivery = registered_delivery;
  return deliver(std::move(p));
}

void sim_carrier::bind(command how, const std::string& system_id, const std::string& password,
                       std::uint8_t interface_version) {
  auto p = smpp::make_pdu(how);
  p.system_id = system_id;
  p.password = password;
  p.interface_version = interface_version;
  deliver(std::move(p));
}

std::uint32_t sim_carrier::deliver(smpp::pdu message) {
  message.sequence_number = next_sequence_number++;
  send(message);
  return message.sequence_number;
}

std::string sim_carrier::last_text() const { return submits.empty() ? "" : texts().back(); }

std::vector<std::string> sim_carrier::texts() const {
  std::vector<std::string> all;
  for (const auto& p : submits)
    all.push_back(smpp::decode_text(smpp::split_user_data(p).octets, p.data_coding, {}).text);
  return all;
}

void sim_carrier::send(const smpp::pdu& p) {
  std::string octets;
  smpp::encode(p, octets);
  connection_->send(octets);
}

}  // namespace duanwen::test

#include "tests/support/sim_carrier.hpp"

#include <span>

#include "gateway/smpp/text_codec.hpp"
#include "gateway/smpp/wire.hpp"

namespace duanwen::test {

using smpp::command;

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
    case command::bind_transceiver: {
      auto r = smpp::make_pdu(command::bind_transceiver_resp, p.sequence_number, bind_status);
      r.system_id = "sim";
      send(r);
      break;
    }
    case command::enquire_link:
      send(smpp::make_pdu(command::enquire_link_resp, p.sequence_number));
      break;
    case command::unbind:
      send(smpp::make_pdu(command::unbind_resp, p.sequence_number));
      break;
    case command::submit_sm:
      submits.push_back(p);
      unanswered_.push_back(p);
      if (answers_submits) answer_submits();
      break;
    case command::deliver_sm_resp:
      responses.push_back(p);
      break;
    default:
      others.push_back(p);
  }
}

void sim_carrier::answer_submits() {
  for (const auto& p : unanswered_) {
    auto r = smpp::make_pdu(command::submit_sm_resp, p.sequence_number, submit_status);
    r.message_id = "id" + std::to_string(p.sequence_number);
    send(r);
  }
  unanswered_.clear();
}

std::uint32_t sim_carrier::deliver(const std::string& from, const std::string& to, const std::string& text) {
  auto p = smpp::make_pdu(command::deliver_sm);
  p.source_addr = from;
  p.destination_addr = to;
  p.data_coding = 8;
  segmentation one;
  one.used = alphabet::ucs2;
  one.segments.push_back(text);
  p.short_message = smpp::encode_segments(one, long_message_form::udh8, 0).front().short_message;
  return deliver(std::move(p));
}

std::uint32_t sim_carrier::deliver(smpp::pdu message) {
  message.sequence_number = next_sequence_number++;
  send(message);
  return message.sequence_number;
}

std::string sim_carrier::last_text() const {
  if (submits.empty()) return "";
  const auto data = smpp::split_user_data(submits.back());
  return smpp::decode_text(data.octets, submits.back().data_coding, {}).text;
}

void sim_carrier::send(const smpp::pdu& p) {
  std::string octets;
  smpp::encode(p, octets);
  connection_->send(octets);
}

}  // namespace duanwen::test

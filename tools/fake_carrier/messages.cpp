#include "tools/fake_carrier/messages.hpp"

#include "gateway/smpp/text/text_codec.hpp"
#include "keywords/segments/segment.hpp"

namespace duanwen::fake_carrier {

std::vector<smpp::pdu> to_deliver_sm(const outgoing_text& text, std::uint16_t reference) {
  const tariff plain;
  std::vector<smpp::pdu> pdus;
  for (auto& part : smpp::encode_segments(segment(text.text, plain), long_message_form::udh8, reference)) {
    smpp::pdu p = smpp::make_pdu(smpp::command::deliver_sm);
    p.source_addr_ton = 2;  // national, as residents write their numbers
    p.source_addr_npi = 1;
    p.source_addr = text.from;
    p.destination_addr = text.to;
    smpp::carry(p, std::move(part));
    pdus.push_back(std::move(p));
  }
  return pdus;
}

std::optional<shown_reply> inbox::add(const smpp::pdu& message, const std::string& recipient) {
  const smpp::user_data data = smpp::split_user_data(message);
  std::string octets(data.octets);
  shown_reply reply;
  if (data.part) {
    const place where{message.source_addr, recipient, data.part->reference};
    auto& parts = parts_[where];
    parts[data.part->index] = octets;
    if (parts.size() < data.part->total) return std::nullopt;
    octets.clear();
    for (const auto& [index, part] : parts) octets += part;
    reply.segments = parts.size();
    parts_.erase(where);
  }
  reply.from = message.source_addr;
  reply.to = recipient;
  reply.text = smpp::decode_text(octets, message.data_coding, {}).text;
  reply.data_coding = message.data_coding;
  reply.bulk = message.id() == smpp::command::submit_multi;
  if (message.find(smpp::tag::message_payload) != nullptr)
    reply.segments = count_segments(reply.text, tariff{});
  return reply;
}

}  // namespace duanwen::fake_carrier

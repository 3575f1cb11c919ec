#include "gateway/inquiries/inbound.hpp"

#include "config/addresses/msisdn.hpp"
#include "config/addresses/texted_number.hpp"
#include "config/settings/find_carrier.hpp"
#include "gateway/smpp/pdu/command_status.hpp"
#include "gateway/smpp/pdu/esm_class.hpp"
#include "gateway/smpp/wire/wire.hpp"
#include "keywords/text/fnv1a.hpp"

namespace duanwen {
namespace {

// Of everything after the header.
std::uint64_t hash_of_body(const smpp::pdu& message) {
  std::string octets;
  smpp::encode(message, octets);
  return fnv1a_64(std::string_view(octets).substr(smpp::header_octets));
}

outbox_entry turned_round(const smpp::pdu& message, const inbound& inquiry, const std::string& number) {
  outbox_entry back;
  back.key = inquiry.resident;
  back.carrier = inquiry.carrier->name;
  back.source = number;
  back.source_ton = message.dest_addr_ton;
  back.source_npi = message.dest_addr_npi;
  back.destination = message.source_addr;
  back.dest_ton = message.source_addr_ton;
  back.dest_npi = message.source_addr_npi;
  return back;
}

}  // namespace

std::variant<inbound, settled> read_inbound(const smpp::pdu& message, const arrival_place& place,
                                            const config& settings) {
  if (auto receipt = smpp::read_receipt(message)) return settled{0, "a receipt", false, std::move(receipt)};
  if ((message.esm_class & smpp::esm_class::message_type) != 0)
    return settled{0, "an acknowledgement", false, std::nullopt};
  const auto texted =
      find_texted_number(settings.services, message.destination_addr, place.carrier->extension_digits);
  if (!texted) return settled{smpp::esme::rinvdstadr, "not a number of ours", true, std::nullopt};
  const auto sender = to_msisdn(message.source_addr, settings.gateway.country_code);
  if (!sender) return settled{0, "a short or lettered sender, which is never answered", true, std::nullopt};

  inbound inquiry;
  inquiry.resident = conversation_key(texted->to.service->number, *sender);
  inquiry.service = texted->to.service;
  inquiry.department = texted->to.department;
  inquiry.menu_extension = texted->menu_extension;
  inquiry.carrier = place.carrier;
  inquiry.gone = place.gone;
  const auto data = smpp::split_user_data(message);
  stored_part part;
  part.data_coding = message.data_coding;
  part.octets = smpp::decodable_octets(data, message.data_coding, place.carrier->data_coding);
  part.arrival = delivery(hash_of_body(message), place.link, place.bind_epoch, message.sequence_number);
  inquiry.arrival = part.arrival;
  inquiry.sequence_number = message.sequence_number;
  part.reply_to = turned_round(message, inquiry, texted->number);
  if (data.part && data.part->total <= settings.reassembly.parts_max) {
    part.index = data.part->index;
    parts_key key;
    key.resident = inquiry.resident;
    key.carrier = place.carrier->name;
    key.receiver = message.destination_addr;
    key.reference = data.part->reference;
    key.total = data.part->total;
    inquiry.assembly = std::move(key);
  }
  inquiry.parts.push_back(std::move(part));
  return inquiry;
}

std::optional<inbound> from_parts(const due_parts& due, const config& settings) {
  const auto* carrier = find_carrier(settings.carriers, due.key.carrier);
  if (!carrier || due.parts.empty()) return std::nullopt;
  const auto texted = find_texted_number(settings.services, due.key.receiver, carrier->extension_digits);
  if (!texted) return std::nullopt;
  inbound inquiry;
  inquiry.resident = due.key.resident;
  inquiry.service = texted->to.service;
  inquiry.department = texted->to.department;
  inquiry.menu_extension = texted->menu_extension;
  inquiry.carrier = carrier;
  inquiry.parts = due.parts;
  inquiry.assembly = due.key;
  return inquiry;
}

smpp::decoded_text text_of(const inbound& inquiry) {
  std::vector<smpp::labelled_octets> parts;
  for (std::uint32_t before = 0; const auto& part : inquiry.parts) {
    parts.push_back({part.octets, part.data_coding, part.index == before + 1});
    before = part.index;
  }
  return smpp::decode_parts(parts, inquiry.carrier->data_coding);
}

outbox_entry reply_to(const inbound& inquiry) {
  outbox_entry back = inquiry.parts.front().reply_to;
  for (const auto& part : inquiry.parts) back.in_doubt.push_back(part.arrival);
  return back;
}

}  // namespace duanwen

#include "gateway/inquiries/inbound.hpp"

#include <algorithm>

#include "config/addresses/msisdn.hpp"
#include "config/addresses/texted_number.hpp"
#include "config/settings/find_carrier.hpp"
#include "gateway/inquiries/senders.hpp"
#include "gateway/smpp/pdu/command_status.hpp"
#include "gateway/smpp/pdu/esm_class.hpp"
#include "gateway/smpp/text/addressee.hpp"
#include "gateway/smpp/text/receipt_text.hpp"
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

settled never_answered(std::string why, undecided counted = undecided::ignored) {
  return settled{0, std::move(why), counted, std::nullopt};
}

std::optional<std::string> resident_of(const smpp::pdu& message, const carrier_settings& carrier,
                                       const std::string& country_code) {
  const auto said = static_cast<number_type>(message.source_addr_ton);
  if (said == number_type::alphanumeric) return std::nullopt;
  return to_msisdn(message.source_addr, country_code,
                   carrier.source_ton_trusted ? said : number_type::unknown);
}

// What is not for anybody to read; none where it is.
std::optional<std::string> not_to_be_read(const smpp::pdu& message, const smpp::user_data& data,
                                          const arrival_place& place, const service_settings& service) {
  const auto to = smpp::addressee_of(message);
  if (to.device) return "for a telephone or a SIM";
  if (to.nobody) return "a picture or melody without a word";
  if (has_ignored_port(service, to.ports)) return "for a program";
  const auto octets = smpp::decodable_octets(data, message.data_coding, place.carrier->data_coding);
  const auto read = smpp::decode_text(octets, message.data_coding, place.carrier->data_coding);
  if (!data.part && smpp::is_for_programs(read.text)) return "a visiting card or a picture";
  return std::nullopt;
}

// A long message is answered by its first parts_max parts; those behind them are for nobody.
void assemble(inbound& inquiry, stored_part& part, const smpp::part_place& of, const smpp::pdu& message,
              std::uint32_t parts_max) {
  part.index = of.index;
  parts_key key;
  key.resident = inquiry.resident;
  key.carrier = inquiry.carrier->name;
  key.receiver = message.destination_addr;
  key.reference = of.reference;
  key.total = std::min(of.total, parts_max);
  inquiry.cut = of.total > parts_max;
  inquiry.assembly = std::move(key);
}

}  // namespace

std::variant<inbound, settled> read_inbound(const smpp::pdu& message, const arrival_place& place,
                                            const config& settings) {
  if (auto receipt = smpp::read_receipt(message))
    return settled{0, "a receipt", std::nullopt, std::move(receipt)};
  if ((message.esm_class & smpp::esm_class::message_type) != 0)
    return settled{0, "an acknowledgement", std::nullopt, std::nullopt};
  if (is_own_number(settings, message.source_addr))
    return never_answered("from a number of ours", undecided::own_number);
  const auto texted =
      find_texted_number(settings.services, message.destination_addr, place.carrier->extension_digits);
  if (!texted)
    return settled{smpp::esme::rinvdstadr, "not a number of ours", undecided::refused, std::nullopt};
  const auto& service = *texted->to.service;
  const auto sender = resident_of(message, *place.carrier, settings.gateway.country_code);
  if (!sender) return never_answered("a short or lettered sender");
  if (is_ignored_sender(service, message.source_addr, settings.gateway.country_code))
    return never_answered("one of ignored_senders");
  const auto data = smpp::split_user_data(message);
  if (auto why = not_to_be_read(message, data, place, service)) return never_answered(std::move(*why));
  if (data.part && data.part->index > settings.reassembly.parts_max)
    return settled{0, "a part beyond reassembly.parts_max", std::nullopt, std::nullopt};

  inbound inquiry;
  inquiry.resident = conversation_key(texted->to.service->number, *sender);
  inquiry.service = texted->to.service;
  inquiry.department = texted->to.department;
  inquiry.menu_extension = texted->menu_extension;
  inquiry.carrier = place.carrier;
  inquiry.gone = place.gone;
  stored_part part;
  part.data_coding = message.data_coding;
  part.octets = smpp::decodable_octets(data, message.data_coding, place.carrier->data_coding);
  part.arrival = delivery(hash_of_body(message), place.link, place.bind_epoch, message.sequence_number);
  inquiry.arrival = part.arrival;
  inquiry.sequence_number = message.sequence_number;
  part.reply_to = turned_round(message, inquiry, texted->number);
  if (data.part) assemble(inquiry, part, *data.part, message, settings.reassembly.parts_max);
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

std::optional<smpp::delivery_receipt> receipt_in(const inbound& inquiry) {
  if (!inquiry.assembly) return std::nullopt;
  const auto text = text_of(inquiry).text;
  if (!smpp::is_receipt_text(text)) return std::nullopt;
  auto receipt = smpp::read_receipt_text(text);
  receipt.source_addr = inquiry.parts.front().reply_to.destination;
  receipt.destination_addr = inquiry.parts.front().reply_to.source;
  return receipt;
}

outbox_entry reply_to(const inbound& inquiry) {
  outbox_entry back = inquiry.parts.front().reply_to;
  for (const auto& part : inquiry.parts) back.in_doubt.push_back(part.arrival);
  return back;
}

}  // namespace duanwen

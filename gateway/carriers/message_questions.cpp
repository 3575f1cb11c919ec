#include "gateway/carriers/message_questions.hpp"

#include <optional>

#include "gateway/smpp/pdu/command_status.hpp"
#include "gateway/smpp/pdu/message_state.hpp"
#include "gateway/smpp/pdu/message_time.hpp"
#include "gateway/smpp/pdu/status_lookup.hpp"
#include "gateway/smpp/text/text_codec.hpp"
#include "keywords/segments/measure.hpp"
#include "keywords/segments/segment.hpp"

namespace duanwen {
namespace {

constexpr std::size_t segment_octets_max = 140;  // 3GPP 23.040 §9.2.3.24; septets are packed on the air

smpp::pdu about(const sent_message& message, smpp::command what) {
  auto p = smpp::make_pdu(what);
  p.message_id = message.message_id;
  p.source_addr_ton = message.source_addr_ton;
  p.source_addr_npi = message.source_addr_npi;
  p.source_addr = message.source_addr;
  return p;
}

// The text in the alphabet of what was sent; none where that has no place for it.
std::optional<smpp::encoded_segment> encoded_like(const sent_message& message, const std::string& text,
                                                  const tariff& profile) {
  const bool gsm7 = message.data_coding == smpp::data_coding_gsm7;
  if (gsm7 && !measure(text, profile).fits_gsm7) return std::nullopt;
  segmentation one;
  one.used = gsm7 ? alphabet::gsm7 : alphabet::ucs2;
  one.segments.push_back(text);
  auto encoded = smpp::encode_segments(
      one, long_message_form::none, 0,
      message.data_coding == smpp::data_coding_ucs2 ? std::nullopt : std::optional(message.data_coding));
  if (encoded.front().data_coding != message.data_coding) return std::nullopt;
  return std::move(encoded.front());
}

std::variant<smpp::pdu, std::string> replacement(const sent_message& message, const std::string& text,
                                                 const carrier_settings& carrier) {
  if (message.parts > 1)
    return "it went as part " + std::to_string(message.part) + " of " + std::to_string(message.parts) +
           ", and only a message of one segment can be replaced";
  if (!message.plain) return "it went as message_payload, which cannot be replaced";
  auto encoded = encoded_like(message, text, carrier.profile);
  if (!encoded) return "it went in an alphabet that has no place for all of this text";
  const bool packed = message.data_coding == smpp::data_coding_gsm7;
  if (count_segments(text, carrier.profile) > 1 ||
      (!packed && encoded->short_message.size() > segment_octets_max))
    return "takes more than one segment";
  auto p = about(message, smpp::command::replace_sm);
  p.registered_delivery = message.registered_delivery;
  p.short_message = std::move(encoded->short_message);
  return p;
}

}  // namespace

std::variant<smpp::pdu, std::string> question_about(const sent_message& message,
                                                    const carrier_question& question,
                                                    const carrier_settings& carrier) {
  if (question.what == carrier_request::replace) return replacement(message, question.text, carrier);
  if (question.what == carrier_request::query) return about(message, smpp::command::query_sm);
  auto p = about(message, smpp::command::cancel_sm);
  p.dest_addr_ton = message.dest_addr_ton;
  p.dest_addr_npi = message.dest_addr_npi;
  p.destination_addr = message.destination_addr;
  return p;
}

carrier_said said_by(const smpp::pdu& response, carrier_request request, const std::string& carrier) {
  carrier_said said;
  said.end = question_end::refused;
  said.detail = carrier + " answered " + smpp::describe_status(response.command_status);
  if (response.command_status != smpp::esme::rok) {
    said.detail += std::string(": ") + smpp::words_of_status(response.command_status);
    return said;
  }
  if (request == carrier_request::query) {
    if (response.id() != smpp::command::query_sm_resp || response.without_body) {
      said.detail += " and did not say what became of it";
      return said;
    }
    const auto state = smpp::message_state_of(response.message_state);
    said.state = state ? smpp::name_of(*state) : "undefined";
    said.final = state && smpp::is_final(*state);
    said.final_date = smpp::iso_time(response.final_date).value_or(response.final_date);
    said.error_code = response.error_code;
  }
  said.end = question_end::done;
  said.detail.clear();
  return said;
}

}  // namespace duanwen

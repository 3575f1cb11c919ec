#pragma once
// Questions about a message that a carrier accepted, as PDUs, and their answers. Pure.

#include <string>
#include <variant>

#include "admin/views/carrier_messages.hpp"
#include "config/settings/config.hpp"
#include "gateway/carriers/sent_messages.hpp"
#include "gateway/smpp/pdu/pdu.hpp"

namespace duanwen {

/// The query_sm, cancel_sm or replace_sm (SMPP 3.4 §4.8.1, §4.9.1, §4.10.1); or why there can be none, in
/// words: replace_sm names no data_coding, so its text stays in the alphabet of what was sent, and in one
/// segment.
std::variant<smpp::pdu, std::string> question_about(const sent_message& message,
                                                    const carrier_question& question,
                                                    const carrier_settings& carrier);

/// What `response` says to the question.
carrier_said said_by(const smpp::pdu& response, carrier_request request, const std::string& carrier);

}  // namespace duanwen

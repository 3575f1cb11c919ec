#pragma once
// What administrators ask of a carrier about messages that it accepted, and what comes of it; the gateway
// does the asking.

#include <cstdint>
#include <string>

#include "storage/records.hpp"

namespace duanwen {

/// A segment that a carrier accepted.
struct carrier_message {
  std::string message_id;  ///< as the carrier spelled it
  std::string source, destination;
  unix_ms at = 0;
  std::uint32_t part = 1, parts = 1;  ///< of a long message; each part has a message_id
  std::string receipt;                ///< message_state of the last receipt for it; "" = none came
};

enum class carrier_request : std::uint8_t { query, cancel, replace };

struct carrier_question {
  carrier_request what = carrier_request::query;
  std::string carrier, message_id;
  std::string msisdn;  ///< to whom the message went; "" = the only one it went to
  std::string text;    ///< of a replace, as it is to arrive
  carrier_question() = default;
};

enum class question_end : std::uint8_t {
  done,
  no_carrier,  ///< of that name
  no_message,  ///< this process remembers none under that id
  several,     ///< residents have a message of that id: msisdn has to say which one is meant
  not_bound,   ///< as the carrier's ESME
  unfit,       ///< the text cannot take the place of what was sent
  refused,     ///< by the carrier
  lost,        ///< the link fell before the answer came, or carrier.response_timeout_s was over
  late,        ///< no answer within admin.carrier_timeout_s
};

/// `detail` says of anything but done why, in words.
struct carrier_said {
  question_end end = question_end::late;
  std::string detail;
  // Of a query that is done, SMPP 3.4 §4.8.2.
  std::string state;            ///< message_state by name; "undefined": a value that nobody defined
  bool final = false;           ///< nothing more will come
  std::string final_date;       ///< as ISO 8601 where it can be read, "" = none
  std::uint8_t error_code = 0;  ///< the carrier's own
  carrier_said() = default;
};

}  // namespace duanwen

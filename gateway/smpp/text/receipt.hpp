#pragma once
// A delivery receipt as the field sends it, by text, by optional parameters or by both → what it says.
// SMPP 3.4 appendix B, §5.2.12, §5.2.28, §5.3.2.12, §5.3.2.31, §5.3.2.35. Pure, any thread.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gateway/smpp/pdu/message_state.hpp"
#include "gateway/smpp/pdu/pdu.hpp"

namespace duanwen::smpp {

struct delivery_receipt {
  /// The ids it names, the likeliest first: those of text and parameter may be spelled in different ways.
  std::vector<std::string> message_ids;
  message_state state = message_state::unknown;
  /// err of the text, or network_error_code as type:code; before it what stat says beyond its state, as
  /// MK:0005. "" = none.
  std::string error;
  /// Of the message that brought it: the resident's number is mostly its source, with some centres the other.
  std::string source_addr, destination_addr;
};

/// None: `message` is no receipt but a resident's text. esm_class says so, or receipted_message_id or
/// message_state where a centre forgets esm_class, or the text, where it can be nothing else
/// (receipt_text.hpp).
std::optional<delivery_receipt> read_receipt(const pdu& message);

/// "id:… sub:001 dlvrd:001 submit date:… done date:… stat:DELIVRD err:000 text:…" with what is missing,
/// renamed, separated or spelled otherwise in the field.
delivery_receipt read_receipt_text(std::string_view text);

}  // namespace duanwen::smpp

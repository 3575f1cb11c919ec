#pragma once
// Whether a text can be nothing but a delivery receipt, whatever its message is labelled as. SMPP 3.4
// appendix B, CMPP's and SGIP's names of the same fields. Pure, any thread.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gateway/smpp/pdu/pdu.hpp"

namespace duanwen::smpp {

/// Whether `text` begins with a field of a receipt and has an id and a state as appendix B spells it, or one
/// of the two among at least three fields: in any order, case and spelling, with : or = behind their names.
bool is_receipt_text(std::string_view text);

/// The text of a `message` that is_receipt_text() by any reading of its octets: by data_coding, as ASCII of
/// one, two or four octets, as packed septets, as the structure of CMPP. None: by no reading.
std::optional<std::string> receipt_text_in(const pdu& message);

/// Words of letters and digits in `text` that may be message ids, at most 16; none where it does not speak of
/// a delivery, by a field of a receipt or by a word of appendix B.
std::vector<std::string> ids_spoken_of(std::string_view text);

}  // namespace duanwen::smpp

#pragma once
// PDUs as people read and write them: hexadecimal in, a line a field out. For tools, tests and bug reports.

#include <optional>
#include <string>
#include <string_view>

#include "gateway/smpp/pdu/pdu.hpp"

namespace duanwen::smpp {

/// The octets that `text` spells in hexadecimal. Blanks, line ends and colons may stand between the digits,
/// and a # makes the rest of its line a comment; none on anything else or on half an octet.
std::optional<std::string> octets_from_hex(std::string_view text);

/// "name: value\n" for every field in wire order; passwords are hidden, addresses and texts are not.
std::string fields_as_text(const pdu& p);

}  // namespace duanwen::smpp

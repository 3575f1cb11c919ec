#pragma once
// The name, the words and the class of a command_status, looked up in the table. Any thread.

#include <cstdint>
#include <string>

#include "gateway/smpp/pdu/command_status.hpp"

namespace duanwen::smpp {

const char* name_of(outcome_class c);
/// "ESME_RTHROTTLED"; "unknown" for a value that is reserved or the vendor's own.
const char* name_of_status(std::uint32_t command_status);
/// "the destination address is not valid".
const char* words_of_status(std::uint32_t command_status);
/// "ESME_RTHROTTLED (0x00000058)", "0x00000401": for logs.
std::string describe_status(std::uint32_t command_status);
/// A value that nobody defined is `retry`: most vendors use theirs for passing trouble.
outcome_class class_of_status(std::uint32_t command_status);

}  // namespace duanwen::smpp

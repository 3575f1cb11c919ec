// Names and classes of command_status, looked up in the one table.
#include "gateway/smpp/pdu/status_lookup.hpp"

#include <cstdio>

#include "gateway/smpp/pdu/command_status_table.hpp"

namespace duanwen::smpp {

const char* name_of(outcome_class c) {
  switch (c) {
    case outcome_class::ok:
      return "ok";
    case outcome_class::again:
      return "again";
    case outcome_class::retry:
      return "retry";
    case outcome_class::throttle:
      return "throttle";
    case outcome_class::permanent:
      return "permanent";
    case outcome_class::fatal:
      return "fatal";
  }
  return "unknown";
}

const char* name_of_status(std::uint32_t command_status) { return find_status(command_status).name; }

const char* words_of_status(std::uint32_t command_status) { return find_status(command_status).words; }

std::string describe_status(std::uint32_t command_status) {
  char number[11];
  std::snprintf(number, sizeof number, "0x%08X", command_status);
  const status_row row = find_status(command_status);
  return row.name == unknown_status ? std::string(number) : std::string(row.name) + " (" + number + ")";
}

outcome_class class_of_status(std::uint32_t command_status) { return find_status(command_status).what; }

}  // namespace duanwen::smpp

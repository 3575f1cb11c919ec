#pragma once
// The table of every command_status of SMPP 3.4 §5.1.3 and what it says about trying again. Private to
// status_lookup.cpp, and to wire.cpp, which compares it with libsmpp34's.

#include <array>

#include "gateway/smpp/pdu/command_status.hpp"

namespace duanwen::smpp {

struct status_row {
  std::uint32_t command_status;
  const char* name;
  outcome_class what;
  const char* words;
};

inline constexpr const char* unknown_status = "unknown";

// A value that blames the message is permanent, one that blames the moment is retry, one that blames the bind
// is fatal.
inline constexpr std::array<status_row, 48> status_table = [] {
  using enum outcome_class;
  return std::array<status_row, 48>{{
      {0x00, "ESME_ROK", ok, "it was accepted"},
      {0x01, "ESME_RINVMSGLEN", permanent, "the message is too long"},
      {0x02, "ESME_RINVCMDLEN", permanent, "command_length is not valid"},
      {0x03, "ESME_RINVCMDID", permanent, "the command is not known"},
      {0x04, "ESME_RINVBNDSTS", fatal, "the link is not bound for it"},
      {0x05, "ESME_RALYBND", fatal, "the link is bound already"},
      {0x06, "ESME_RINVPRTFLG", permanent, "the priority is not valid"},
      {0x07, "ESME_RINVREGDLVFLG", permanent, "registered_delivery is not valid"},
      {0x08, "ESME_RSYSERR", retry, "the carrier has trouble of its own"},
      {0x0A, "ESME_RINVSRCADR", permanent, "the source address is not valid"},
      {0x0B, "ESME_RINVDSTADR", permanent, "the destination address is not valid"},
      {0x0C, "ESME_RINVMSGID", permanent, "the message id is not valid"},
      {0x0D, "ESME_RBINDFAIL", fatal, "the bind failed"},
      {0x0E, "ESME_RINVPASWD", fatal, "the password is wrong"},
      {0x0F, "ESME_RINVSYSID", fatal, "the system_id is wrong"},
      {0x11, "ESME_RCANCELFAIL", retry, "it could not be cancelled"},
      {0x13, "ESME_RREPLACEFAIL", retry, "it could not be replaced"},
      {0x14, "ESME_RMSGQFUL", throttle, "the carrier's queue is full"},
      {0x15, "ESME_RINVSERTYP", permanent, "the service_type is not valid"},
      {0x33, "ESME_RINVNUMDESTS", permanent, "the number of destinations is not valid"},
      {0x34, "ESME_RINVDLNAME", permanent, "the distribution list is not known"},
      {0x40, "ESME_RINVDESTFLAG", permanent, "dest_flag is not valid"},
      {0x42, "ESME_RINVSUBREP", permanent, "submitting with replace is not possible"},
      {0x43, "ESME_RINVESMCLASS", permanent, "esm_class is not valid"},
      {0x44, "ESME_RCNTSUBDL", permanent, "it cannot be submitted to a distribution list"},
      {0x45, "ESME_RSUBMITFAIL", retry, "it could not be submitted"},
      {0x48, "ESME_RINVSRCTON", permanent, "the source address has a TON that is not valid"},
      {0x49, "ESME_RINVSRCNPI", permanent, "the source address has an NPI that is not valid"},
      {0x50, "ESME_RINVDSTTON", permanent, "the destination address has a TON that is not valid"},
      {0x51, "ESME_RINVDSTNPI", permanent, "the destination address has an NPI that is not valid"},
      {0x53, "ESME_RINVSYSTYP", fatal, "the system_type is not valid"},
      {0x54, "ESME_RINVREPFLAG", permanent, "replace_if_present_flag is not valid"},
      {0x55, "ESME_RINVNUMMSGS", permanent, "the number of messages is not valid"},
      {0x58, "ESME_RTHROTTLED", throttle, "more was sent than is allowed"},
      {0x61, "ESME_RINVSCHED", permanent, "the scheduled time is not valid"},
      {0x62, "ESME_RINVEXPIRY", permanent, "the validity period is not valid"},
      {0x63, "ESME_RINVDFTMSGID", permanent, "the predefined message is not known"},
      {0x64, "ESME_RX_T_APPN", retry, "the receiver cannot take it now"},
      {0x65, "ESME_RX_P_APPN", permanent, "the receiver will not take it"},
      {0x66, "ESME_RX_R_APPN", permanent, "the receiver rejected it"},
      {0x67, "ESME_RQUERYFAIL", retry, "it could not be queried"},
      {0xC0, "ESME_RINVOPTPARSTREAM", permanent, "the optional parameters are not valid"},
      {0xC1, "ESME_ROPTPARNOTALLWD", permanent, "an optional parameter is not allowed"},
      {0xC2, "ESME_RINVPARLEN", permanent, "a parameter has a length that is not valid"},
      {0xC3, "ESME_RMISSINGOPTPARAM", permanent, "an optional parameter is missing"},
      {0xC4, "ESME_RINVOPTPARAMVAL", permanent, "an optional parameter has a value that is not valid"},
      {0xFE, "ESME_RDELIVERYFAILURE", retry, "it could not be delivered"},
      {0xFF, "ESME_RUNKNOWNERR", retry, "the carrier does not say why"},
  }};
}();

/// The row of `command_status`. A value that is reserved or the vendor's own is "unknown" and to be tried
/// again: most vendors use theirs for passing trouble.
constexpr status_row find_status(std::uint32_t command_status) {
  for (const status_row& row : status_table)
    if (row.command_status == command_status) return row;
  return {command_status, unknown_status, outcome_class::retry, "the carrier has a status of its own for it"};
}

}  // namespace duanwen::smpp

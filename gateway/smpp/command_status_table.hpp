#pragma once
// The table of every command_status of SMPP 3.4 §5.1.3 and what it says about trying again. Private to
// command_status.cpp, and to wire.cpp, which compares it with libsmpp34's.

#include <array>

#include "gateway/smpp/command_status.hpp"

namespace duanwen::smpp {

struct status_row {
  std::uint32_t command_status;
  const char* name;
  outcome_class what;
};

inline constexpr const char* unknown_status = "unknown";

// A value that blames the message is permanent, one that blames the moment is retry, one that blames the bind
// is fatal.
inline constexpr std::array<status_row, 48> status_table = [] {
  using enum outcome_class;
  return std::array<status_row, 48>{{
      {0x00, "ESME_ROK", ok},
      {0x01, "ESME_RINVMSGLEN", permanent},
      {0x02, "ESME_RINVCMDLEN", permanent},
      {0x03, "ESME_RINVCMDID", permanent},
      {0x04, "ESME_RINVBNDSTS", fatal},
      {0x05, "ESME_RALYBND", fatal},
      {0x06, "ESME_RINVPRTFLG", permanent},
      {0x07, "ESME_RINVREGDLVFLG", permanent},
      {0x08, "ESME_RSYSERR", retry},
      {0x0A, "ESME_RINVSRCADR", permanent},
      {0x0B, "ESME_RINVDSTADR", permanent},
      {0x0C, "ESME_RINVMSGID", permanent},
      {0x0D, "ESME_RBINDFAIL", fatal},
      {0x0E, "ESME_RINVPASWD", fatal},
      {0x0F, "ESME_RINVSYSID", fatal},
      {0x11, "ESME_RCANCELFAIL", retry},
      {0x13, "ESME_RREPLACEFAIL", retry},
      {0x14, "ESME_RMSGQFUL", throttle},
      {0x15, "ESME_RINVSERTYP", permanent},
      {0x33, "ESME_RINVNUMDESTS", permanent},
      {0x34, "ESME_RINVDLNAME", permanent},
      {0x40, "ESME_RINVDESTFLAG", permanent},
      {0x42, "ESME_RINVSUBREP", permanent},
      {0x43, "ESME_RINVESMCLASS", permanent},
      {0x44, "ESME_RCNTSUBDL", permanent},
      {0x45, "ESME_RSUBMITFAIL", retry},
      {0x48, "ESME_RINVSRCTON", permanent},
      {0x49, "ESME_RINVSRCNPI", permanent},
      {0x50, "ESME_RINVDSTTON", permanent},
      {0x51, "ESME_RINVDSTNPI", permanent},
      {0x53, "ESME_RINVSYSTYP", fatal},
      {0x54, "ESME_RINVREPFLAG", permanent},
      {0x55, "ESME_RINVNUMMSGS", permanent},
      {0x58, "ESME_RTHROTTLED", throttle},
      {0x61, "ESME_RINVSCHED", permanent},
      {0x62, "ESME_RINVEXPIRY", permanent},
      {0x63, "ESME_RINVDFTMSGID", permanent},
      {0x64, "ESME_RX_T_APPN", retry},
      {0x65, "ESME_RX_P_APPN", permanent},
      {0x66, "ESME_RX_R_APPN", permanent},
      {0x67, "ESME_RQUERYFAIL", retry},
      {0xC0, "ESME_RINVOPTPARSTREAM", permanent},
      {0xC1, "ESME_ROPTPARNOTALLWD", permanent},
      {0xC2, "ESME_RINVPARLEN", permanent},
      {0xC3, "ESME_RMISSINGOPTPARAM", permanent},
      {0xC4, "ESME_RINVOPTPARAMVAL", permanent},
      {0xFE, "ESME_RDELIVERYFAILURE", retry},
      {0xFF, "ESME_RUNKNOWNERR", retry},
  }};
}();

/// The row of `command_status`. A value that is reserved or the vendor's own is "unknown" and to be tried
/// again: most vendors use theirs for passing trouble.
constexpr status_row find_status(std::uint32_t command_status) {
  for (const status_row& row : status_table)
    if (row.command_status == command_status) return row;
  return {command_status, unknown_status, outcome_class::retry};
}

}  // namespace duanwen::smpp

#pragma once
// command_status, SMPP 3.4 §5.1.3: the values, their names, and what each means for a message that was
// submitted.

#include <cstdint>

namespace duanwen::smpp {

/// The values under the specification's names. wire.cpp asserts that they are libsmpp34's.
namespace esme {
inline constexpr std::uint32_t rok = 0x00, rinvmsglen = 0x01, rinvcmdlen = 0x02, rinvcmdid = 0x03,
                               rinvbndsts = 0x04, ralybnd = 0x05, rsyserr = 0x08, rinvdstadr = 0x0B,
                               rbindfail = 0x0D, rinvpaswd = 0x0E, rinvsysid = 0x0F, rcancelfail = 0x11,
                               rinvdlname = 0x34, rreplacefail = 0x13, rmsgqful = 0x14, rinvdestflag = 0x40,
                               rsubmitfail = 0x45, rthrottled = 0x58, rinvsched = 0x61, rinvexpiry = 0x62,
                               rx_t_appn = 0x64, rx_p_appn = 0x65, rx_r_appn = 0x66, rqueryfail = 0x67,
                               rinvoptparstream = 0xC0, rinvparlen = 0xC2, runknownerr = 0xFF;
}  // namespace esme

/// What a submitted message's response says about trying again.
enum class outcome_class : std::uint8_t {
  ok,         ///< the peer has it
  again,      ///< no word of it came, since the link fell: again at once
  retry,      ///< not now: again later
  throttle,   ///< too fast or its queue is full: again later, and everything to this peer slower
  permanent,  ///< never: this message will not be taken
  fatal,      ///< not the message's fault: the link is not bound as it should be, bind anew, then again
};

}  // namespace duanwen::smpp

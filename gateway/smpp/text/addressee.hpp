#pragma once
// What a message is for where it is not for somebody to read: a program at a port, a telephone, a SIM. SMPP
// 3.4 §5.2.18, §5.2.19, §5.3.2; 3GPP TS 23.038 §4; 3GPP TS 23.040 §9.2.3.9, §9.2.3.24. Pure, any thread.

#include <cstdint>
#include <string_view>
#include <vector>

#include "gateway/smpp/pdu/pdu.hpp"

namespace duanwen::smpp {

struct addressee {
  std::vector<std::uint16_t> ports;  ///< of programs, to and from; but for 0, which is nobody's
  bool device = false;               ///< the telephone or its SIM: voicemail waits, settings over the air
  bool nobody = false;               ///< a header alone: a picture or melody without a word
};

addressee addressee_of(const pdu& message);

/// Whether `text` is what programs read, as a visiting card, or has nothing in it but marks of a picture.
bool is_for_programs(std::string_view text);

}  // namespace duanwen::smpp

#pragma once
// The alphabets that a segment can be sent in: GSM 03.38 §6.2.1 and UCS-2.

namespace duanwen {

enum class alphabet { gsm7, ucs2 };
const char* name_of(alphabet a);  ///< "gsm7", "ucs2"

}  // namespace duanwen

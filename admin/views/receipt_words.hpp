#pragma once
// What a receipt tells of a reply, in words for administrators. Pure, any thread.

#include <string>
#include <string_view>

namespace duanwen {

/// `state` as SMPP 3.4 appendix B spells it, `error` as receipt_record has it. Codes are the carrier's own;
/// what GSM 29.002 (17.6.6) calls that number is said where there is such a one, since most centres pass
/// those on.
std::string words_of_receipt(std::string_view state, std::string_view error);

}  // namespace duanwen

#pragma once
// Single alphabets ⇄ UTF-8. Private to text_codec. Pure, any thread.

#include <optional>
#include <string>
#include <string_view>

#include "gateway/smpp/text/text_codec.hpp"

namespace duanwen::smpp {

/// Octets above 0x7F are UTF-8 where all is that, else U+FFFD.
decoded_text from_ascii(std::string_view octets);
decoded_text from_latin1(std::string_view octets);
decoded_text from_utf8(std::string_view octets);
/// UTF-16, big-endian or as its byte order mark or `little` says; a lone surrogate is U+FFFD, an odd octet at
/// the end is dropped.
decoded_text from_ucs2(std::string_view octets, bool little = false);
/// GB18030, which holds GBK and GB 2312.
decoded_text from_gbk(std::string_view octets);
/// GSM 7-bit, one septet an octet; not readable where an octet is no septet.
decoded_text from_gsm7_octets(std::string_view octets);
/// Septets without gaps, as on the air, each in an octet of its own; `udh_octets` before them decide where
/// the first begins, §9.2.3.24.
std::string unpack_septets(std::string_view octets, std::size_t udh_octets);

/// Some senders close their text with NULs. One that is all there is stays: it may be an @.
std::string_view without_trailing_nuls(std::string_view octets, std::string_view alphabet);
/// By the name of an alphabet; as UTF-8 where it is none of ours.
decoded_text decode_as(std::string_view octets, std::string_view alphabet);

std::string to_ucs2(std::string_view utf8);
/// None when a character is not in GBK; those of GB18030 beyond it take four octets and would not fit.
std::optional<std::string> to_gbk(std::string_view utf8);

}  // namespace duanwen::smpp

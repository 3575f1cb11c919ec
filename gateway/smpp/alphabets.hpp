#pragma once
// Single alphabets ⇄ UTF-8. Private to text_codec. Pure, any thread.

#include <optional>
#include <string>
#include <string_view>

#include "gateway/smpp/text_codec.hpp"

namespace duanwen::smpp {

/// Octets above 0x7F are UTF-8 where all is that, else U+FFFD.
decoded_text from_ascii(std::string_view octets);
decoded_text from_latin1(std::string_view octets);
decoded_text from_utf8(std::string_view octets);
/// UTF-16, big-endian or as its byte order mark says; a lone surrogate is U+FFFD, an odd octet at the end is
/// dropped. An odd number of printable ASCII octets is ASCII under the wrong data_coding.
decoded_text from_ucs2(std::string_view octets);
/// GB18030, which holds GBK and GB 2312.
decoded_text from_gbk(std::string_view octets);
/// GSM 7-bit, one septet an octet; UTF-8 where the octets are plainly that.
decoded_text from_gsm7_or_utf8(std::string_view octets);
/// Septets without gaps, as on the air; `udh_octets` before them decide where the first begins, §9.2.3.24.
decoded_text from_gsm7_packed(std::string_view octets, std::size_t udh_octets);

std::string to_ucs2(std::string_view utf8);

}  // namespace duanwen::smpp

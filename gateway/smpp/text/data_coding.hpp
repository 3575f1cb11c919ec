#pragma once
// data_coding → the alphabet that it names. SMPP 3.4 §5.2.19; 3GPP TS 23.038 §4. Pure, any thread.

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace duanwen::smpp {

/// Single values of data_coding with the alphabets that a carrier has for them: gsm7, gsm7-packed, ascii,
/// latin1, utf8, ucs2, ucs2-little or gbk.
using data_coding_overrides = std::map<std::uint8_t, std::string>;

/// gsm7, ascii, latin1, utf8, ucs2 or gbk; "" for 8-bit data, compressed text and what nobody here uses.
std::string_view alphabet_named(std::uint8_t data_coding);

/// The alphabet that `overrides` have for it, else alphabet_named().
std::string_view alphabet_of(std::uint8_t data_coding, const data_coding_overrides& overrides);

/// The data_coding that a carrier with these overrides has for GBK: 15 unless it says otherwise.
std::uint8_t gbk_data_coding(const data_coding_overrides& overrides);

}  // namespace duanwen::smpp

#pragma once
// data_coding and user data header ⇄ text. SMPP 3.4 §5.2.19; 3GPP 23.038 §4; 3GPP 23.040 §9.2.3.24.

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gateway/smpp/pdu.hpp"
#include "keywords/segment.hpp"
#include "keywords/tariff.hpp"

namespace duanwen::smpp {

/// In which segments leave, SMPP 3.4 §5.2.19.
inline constexpr std::uint8_t data_coding_gsm7 = 0, data_coding_ucs2 = 8;

/// Where a part belongs, from a UDH concatenation element (IEI 0x00 8-bit, 0x08 16-bit) or sar_* TLVs.
struct part_place {
  std::uint32_t reference = 0, total = 1, index = 1;  ///< index 1..total
  friend bool operator==(const part_place&, const part_place&) = default;
};

struct user_data {
  std::string_view octets;  ///< without the header, into the PDU it was taken from
  std::optional<part_place>
      part;  ///< none: a whole message (a total of 1, or contradictory numbers, counts as whole)
  std::size_t udh_octets = 0;  ///< of the user data header that was taken off; for decode_text
};

/// Takes the user data of a deliver_sm (short_message or message_payload) apart.
user_data split_user_data(const pdu& message);

using data_coding_overrides = std::map<std::uint8_t, std::string>;

struct decoded_text {
  std::string text;      ///< UTF-8, always valid
  bool readable = true;  ///< false: no alphabet fits; the text is what could be made of it
};

/// Octets under `data_coding` → text. Defaults: 0 GSM 7-bit unpacked (UTF-8 where the octets are plainly
/// that), 1 ASCII, 3 Latin-1, 4 UTF-8, 8, 24, 25 UCS-2, 15 GBK; `overrides` name gsm7, gsm7-packed, ascii,
/// latin1, utf8, ucs2 or gbk. Only gsm7-packed needs `udh_octets`, which decide where its first septet
/// begins.
decoded_text decode_text(std::string_view octets, std::uint8_t data_coding,
                         const data_coding_overrides& overrides, std::size_t udh_octets = 0);

/// What one segment looks like on the wire.
struct encoded_segment {
  std::string short_message;  ///< with its user data header
  std::uint8_t data_coding = 0;
  std::uint8_t esm_class = 0;  ///< 0x40 with a user data header
  std::vector<tlv> tlvs;       ///< sar_*, message_payload
};

/// Encodes the segments of one message; `reference` ties the parts of a long one together (8 or 16 bits of it
/// are used). Under `payload` a long message is one result, which the carrier bills by its segments. Never
/// empty for a segmentation that is not; no short_message is above 254 octets.
std::vector<encoded_segment> encode_segments(const segmentation& parts, long_message_form form,
                                             std::uint16_t reference);

/// UTF-8 → GSM 03.38, one septet an octet, escapes included; none when a character is not in it.
std::optional<std::string> to_gsm7(std::string_view utf8);
std::string from_gsm7(std::string_view septets);

}  // namespace duanwen::smpp

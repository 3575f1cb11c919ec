#pragma once
// data_coding and user data header ⇄ text. SMPP 3.4 §5.2.19; 3GPP 23.038 §4; 3GPP 23.040 §9.2.3.24.

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gateway/smpp/pdu/pdu.hpp"
#include "keywords/segments/segment.hpp"
#include "keywords/segments/tariff.hpp"

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
  std::size_t udh_octets = 0;  ///< of the user data header that was taken off
};

/// Takes the user data of a deliver_sm (short_message or message_payload) apart.
user_data split_user_data(const pdu& message);

using data_coding_overrides = std::map<std::uint8_t, std::string>;

struct decoded_text {
  std::string text;      ///< UTF-8, always valid
  bool readable = true;  ///< false: no alphabet fits; the text is what could be made of it
};

/// The octets of one message or part as decode_text takes them, alone or joined: packed septets are unpacked,
/// since they begin anew in every part.
std::string decodable_octets(const user_data& data, std::uint8_t data_coding,
                             const data_coding_overrides& overrides);

/// Octets under `data_coding` → text. Defaults: 0 GSM 7-bit, one septet an octet, 1 ASCII, 3 Latin-1, 4
/// UTF-8, 8, 24, 25 UCS-2, 15 GBK; `overrides` name gsm7, gsm7-packed, ascii, latin1, utf8, ucs2 or gbk. What
/// is plainly something else is read as that: UTF-8 and UCS-2 under GSM 7-bit, UTF-8, ASCII and little-endian
/// under UCS-2. NULs at the end are left out.
decoded_text decode_text(std::string_view octets, std::uint8_t data_coding,
                         const data_coding_overrides& overrides);

/// The name of the alphabet that `octets` under `data_coding` are plainly in, as data_coding settings spell
/// it.
std::string alphabet_seen(std::string_view octets, std::uint8_t data_coding);

/// What one segment looks like on the wire.
struct encoded_segment {
  std::string short_message;  ///< with its user data header
  std::uint8_t data_coding = 0;
  std::uint8_t esm_class = 0;  ///< 0x40 with a user data header
  std::vector<tlv> tlvs;       ///< sar_*, message_payload
};

/// Puts it into a submit_sm or deliver_sm.
void carry(pdu& message, encoded_segment segment);

/// Encodes the segments of one message; `reference` is that of all parts of a long one (8 or 16 bits of it
/// are used). Under `payload` a long message is one result, which the carrier bills by its segments. Never
/// empty for a segmentation that is not; no short_message is above 254 octets. With `gbk`, the data_coding of
/// GBK, what would be UCS-2 is GBK where all of its characters are in that.
std::vector<encoded_segment> encode_segments(const segmentation& parts, long_message_form form,
                                             std::uint16_t reference,
                                             std::optional<std::uint8_t> gbk = std::nullopt);

/// The data_coding that a carrier with these overrides has for GBK: 15 unless it says otherwise.
std::uint8_t gbk_data_coding(const data_coding_overrides& overrides);

/// A time from now as validity_period spells it, YYMMDDhhmmsstnnR of §7.1.1.2; up to 99 days.
std::string relative_time(std::chrono::seconds from_now);

/// UTF-8 → GSM 03.38, one septet an octet, escapes included; none when a character is not in it.
std::optional<std::string> to_gsm7(std::string_view utf8);
std::string from_gsm7(std::string_view septets);

}  // namespace duanwen::smpp

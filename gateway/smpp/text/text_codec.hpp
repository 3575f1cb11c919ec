#pragma once
// data_coding and user data header ⇄ text. SMPP 3.4 §5.2.19; 3GPP 23.038 §4; 3GPP 23.040 §9.2.3.24.

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gateway/smpp/pdu/pdu.hpp"
#include "gateway/smpp/text/data_coding.hpp"
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

struct decoded_text {
  std::string text;      ///< UTF-8, always valid
  bool readable = true;  ///< false: no alphabet fits; the text is what could be made of it
  /// What another alphabet makes of it, likelier than `text`, which it can be nevertheless; "": nothing. Only
  /// to be searched for names and questions where `text` means nothing: no command or selection is taken from
  /// it.
  std::string guess{};
};

/// The octets of one message or part as decode_text takes them, alone or joined: packed septets are unpacked,
/// since they begin anew in every part.
std::string decodable_octets(const user_data& data, std::uint8_t data_coding,
                             const data_coding_overrides& overrides);

/// Octets under `data_coding` → text, in the alphabet that `overrides` have for it, whatever they look like,
/// else in alphabet_named(). Where they can be no text in that, they are read as what they can be alone:
/// UTF-8, UCS-2, GBK, ASCII. NULs at the end are left out.
decoded_text decode_text(std::string_view octets, std::uint8_t data_coding,
                         const data_coding_overrides& overrides);

/// decodable_octets() of one part of a long message.
struct labelled_octets {
  std::string_view octets;
  std::uint8_t data_coding = 0;
  bool goes_on = true;  ///< false: parts before it are missing
};

/// All parts in order, each by its own data_coding; what has the same is joined before it is decoded, since a
/// character may be cut by a part's end.
decoded_text decode_parts(const std::vector<labelled_octets>& parts, const data_coding_overrides& overrides);

/// The name of the alphabet that `octets` under `data_coding` most likely are in, as data_coding settings
/// spell it.
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

/// A time from now as validity_period spells it, YYMMDDhhmmsstnnR of §7.1.1.2; up to 99 days.
std::string relative_time(std::chrono::seconds from_now);

/// UTF-8 → GSM 03.38, one septet an octet, escapes included; none when a character is not in it.
std::optional<std::string> to_gsm7(std::string_view utf8);
std::string from_gsm7(std::string_view septets);

}  // namespace duanwen::smpp

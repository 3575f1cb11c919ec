#pragma once
// What a carrier makes of a text: which alphabets, how many characters a segment, what it adds, what it
// costs.

#include <cstdint>
#include <string>

namespace duanwen {

enum class billing_rule {
  gsm,         ///< GSM 03.38: 160/153 septets; UCS-2: 70/67 units
  seventy_67,  ///< as on the mainland: every alphabet 70/67 characters
};

/// How a text that needs more than one segment leaves: what each part loses to its header.
enum class long_message_form {
  udh8,     ///< 6 octets of user data header, 8-bit reference: 153 septets, 67 units
  udh16,    ///< 7 octets, 16-bit reference: 152 septets, 66 units
  sar,      ///< sar_* TLVs; the carrier joins and bills as udh8
  payload,  ///< message_payload; the carrier splits and bills as udh8
  none,     ///< plain pieces marked (1/2)
};

struct tariff {
  billing_rule billing = billing_rule::gsm;
  long_message_form long_messages = long_message_form::udh8;
  std::string signature = "【】";        ///< the brackets round the short name; "" when the carrier signs
  std::uint32_t reserve_characters = 0;  ///< room left in the first segment for what the carrier adds
  bool smart_encoding = true;            ///< plain quotes and dashes where that takes fewer segments
  std::uint32_t segment_price_li = 45;   ///< 1/1000 yuan
  friend bool operator==(const tariff&, const tariff&) = default;
};

}  // namespace duanwen

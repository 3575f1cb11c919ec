#pragma once
// The bits of esm_class, SMPP 3.4 §5.2.12.

#include <cstdint>

namespace duanwen::smpp::esm_class {

inline constexpr std::uint8_t message_type = 0x3C;  ///< but for 0 a receipt or an acknowledgement
inline constexpr std::uint8_t receipt = 0x04, intermediate = 0x20;
inline constexpr std::uint8_t udhi = 0x40;  ///< short_message begins with a user data header

}  // namespace duanwen::smpp::esm_class

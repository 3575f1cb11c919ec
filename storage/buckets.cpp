#include <cstdint>

#include "storage/records.hpp"

namespace duanwen {

std::uint32_t bucket_of(const std::string& msisdn) {
  // CRC-16/XMODEM, bit by bit: twelve digits need no table.
  constexpr std::uint16_t polynomial = 0x1021;
  std::uint16_t crc = 0;
  for (const char c : msisdn) {
    crc = static_cast<std::uint16_t>(crc ^ (static_cast<unsigned char>(c) << 8));
    for (int bit = 0; bit < 8; ++bit)
      crc = static_cast<std::uint16_t>((crc & 0x8000) != 0 ? (crc << 1) ^ polynomial : crc << 1);
  }
  return crc % bucket_count;
}

bool directory_change::empty() const {
  return put_areas.empty() && put_departments.empty() && put_themes.empty() && drop_areas.empty() &&
         drop_departments.empty() && drop_themes.empty();
}

}  // namespace duanwen

#pragma once
// The hash by which a Redis Cluster places keys, and we residents.

#include <boost/crc.hpp>
#include <cstdint>
#include <string_view>

namespace duanwen {

/// CRC-16/XMODEM. Any thread.
inline std::uint16_t crc16(std::string_view octets) {
  boost::crc_optimal<16, 0x1021> crc;
  crc.process_bytes(octets.data(), octets.size());
  return crc.checksum();
}

}  // namespace duanwen

#pragma once
// Bytes as they come → whole PDUs. One octet at a time or ten PDUs at once; the buffer never exceeds one PDU
// and one read.

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace duanwen::smpp {

class framer {
 public:
  explicit framer(std::uint32_t pdu_octets_max) : pdu_octets_max_(pdu_octets_max) {}

  /// Adds octets that were read.
  void feed(std::span<const std::uint8_t> octets);
  /// The next whole PDU, valid until the next call of feed() or next(); none: more octets are needed, or
  /// broken().
  std::optional<std::span<const std::uint8_t>> next();
  /// command_length was below 16 or above the limit: where PDUs begin is lost for good, the link must be
  /// closed.
  bool broken() const { return broken_; }
  std::uint32_t broken_command_length() const { return broken_length_; }

 private:
  std::uint32_t pdu_octets_max_;
  std::vector<std::uint8_t> buffer_;
  std::size_t begin_ = 0;
  bool broken_ = false;
  std::uint32_t broken_length_ = 0;
};

}  // namespace duanwen::smpp

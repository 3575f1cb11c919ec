// Cuts the octets of a stream into PDUs by their command_length; SMPP 3.4 §3.2.
#include "gateway/smpp/wire/framer.hpp"

#include "gateway/smpp/pdu/pdu.hpp"

namespace duanwen::smpp {

void framer::feed(std::span<const std::uint8_t> octets) {
  if (broken_) return;
  // What was handed out goes only now: the span of the last next() had to stay valid until here.
  buffer_.erase(buffer_.begin(), buffer_.begin() + static_cast<std::ptrdiff_t>(begin_));
  begin_ = 0;
  buffer_.insert(buffer_.end(), octets.begin(), octets.end());
}

std::optional<std::span<const std::uint8_t>> framer::next() {
  const auto rest = std::span<const std::uint8_t>(buffer_).subspan(begin_);
  if (broken_ || rest.size() < 4) return std::nullopt;
  const std::uint32_t length = std::uint32_t{rest[0]} << 24 | std::uint32_t{rest[1]} << 16 |
                               std::uint32_t{rest[2]} << 8 | std::uint32_t{rest[3]};
  // Judged before the rest has come: a wrong length must not make us wait for gigabytes.
  if (length < header_octets || length > pdu_octets_max_) {
    broken_ = true;
    broken_length_ = length;
    return std::nullopt;
  }
  if (rest.size() < length) return std::nullopt;
  begin_ += length;
  return rest.first(length);
}

}  // namespace duanwen::smpp

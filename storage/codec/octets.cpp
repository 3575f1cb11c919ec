#include "storage/codec/octets.hpp"

namespace duanwen {

void octet_writer::number(std::uint64_t n) {
  for (; n >= 0x80; n >>= 7) octets_ += static_cast<char>((n & 0x7f) | 0x80);
  octets_ += static_cast<char>(n);
}

void octet_writer::text(std::string_view t) {
  number(t.size());
  octets_ += t;
}

std::uint64_t octet_reader::number(std::uint64_t most) {
  std::uint64_t n = 0;
  for (unsigned shift = 0; shift < 64; shift += 7) {
    if (rest_.empty()) return fail();
    const std::uint64_t octet = static_cast<unsigned char>(rest_.front());
    rest_.remove_prefix(1);
    if (shift == 63 && octet > 1) return fail();
    n |= (octet & 0x7f) << shift;
    if (octet < 0x80) return n <= most ? n : fail();
  }
  return fail();
}

std::string octet_reader::text() {
  const auto size = static_cast<std::size_t>(number());
  if (size > rest_.size()) fail();
  if (!ok_) return {};
  std::string t(rest_.substr(0, size));
  rest_.remove_prefix(size);
  return t;
}

std::uint64_t octet_reader::fail() {
  ok_ = false;
  rest_ = {};
  return 0;
}

}  // namespace duanwen

// The framer over any octets in any pieces: it never hands out what was not fed, and never loses its place.
#include <cstdlib>
#include <string>

#include "gateway/smpp/wire/framer.hpp"

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  constexpr std::uint32_t pdu_octets_max = 512;
  if (size < 1) return 0;
  const std::size_t piece = 1 + data[0] % 64;  // the first octet says how the rest is cut
  const std::string stream(reinterpret_cast<const char*>(data + 1), size - 1);
  duanwen::smpp::framer frames(pdu_octets_max);
  std::string got;
  for (std::size_t at = 0; at < stream.size(); at += piece) {
    const std::string read = stream.substr(at, piece);
    frames.feed({reinterpret_cast<const std::uint8_t*>(read.data()), read.size()});
    while (const auto frame = frames.next()) {
      require(frame->size() >= 16 && frame->size() <= pdu_octets_max);
      require(frame->size() == (std::size_t{(*frame)[2]} << 8 | (*frame)[3]));
      got.append(frame->begin(), frame->end());
    }
  }
  require(stream.starts_with(got));
  require(frames.broken() || stream.size() - got.size() < pdu_octets_max);
  return 0;
}

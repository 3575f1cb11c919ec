// The wire over any octets: what is read is written to the same octets, and everything can be shown.
#include <cstdlib>

#include "gateway/smpp/wire/pdu_text.hpp"
#include "gateway/smpp/wire/wire.hpp"

namespace {

using namespace duanwen::smpp;

void require(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  // With command_length made right, since a fuzzer is slow to guess it.
  std::string octets(reinterpret_cast<const char*>(data), size);
  for (std::size_t i = 0; size >= 4 && i < 4; ++i) octets[i] = static_cast<char>(size >> (24 - 8 * i));
  const std::span<const std::uint8_t> input{reinterpret_cast<const std::uint8_t*>(octets.data()),
                                            octets.size()};
  pdu p;
  const wire_status status = decode(input, p);
  fields_as_text(p);
  require((command_status_for(status) == 0) == (status == wire_status::ok));
  if (status != wire_status::ok) return 0;
  std::string written;
  require(encode(p, written) == wire_status::ok);
  require(written == octets);
  return 0;
}

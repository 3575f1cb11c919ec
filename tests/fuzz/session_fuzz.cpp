// The session over any string of events, watched by session_checker.
#include <span>

#include "gateway/smpp/pdu/command_status.hpp"
#include "tests/support/simulated/session_checker.hpp"

namespace {

using namespace duanwen::smpp;
using testing::session_checker;

session_settings settings_of(std::uint8_t octet) {
  constexpr command binds[] = {command::bind_transceiver, command::bind_receiver, command::bind_transmitter};
  session_settings s;
  s.bind = binds[octet % 3];
  s.window = 3;
  s.inactivity_timeout = std::chrono::seconds(octet % 2 == 0 ? 0 : 100);
  return s;
}

pdu peers_pdu(std::uint8_t what, std::uint8_t number) {
  // Above the commands: one that nobody knows. Small numbers, so that they often answer a request of ours.
  const std::size_t index = what % (all_commands.size() + 1);
  pdu p = make_pdu(index < all_commands.size() ? all_commands[index] : static_cast<command>(0x00010200));
  p.sequence_number = number % 16;
  p.command_status = number / 16;
  return p;
}

void apply(session_checker& c, std::uint8_t kind, std::uint8_t a, std::uint8_t b) {
  switch (kind % 11) {
    case 0:
      return c.let([](session& s, time_point t, actions& out) { s.connected(t, out); });
    case 1:
      return c.let([](session& s, time_point t, actions&) { s.accepted(t); });
    case 2:
      return c.let([a](session& s, time_point t, actions& out) { s.accept(settings_of(a), t, out); });
    case 3:
      return c.let([a](session& s, time_point, actions& out) { s.refuse(a, out); });
    case 4:
      return c.let([](session& s, time_point, actions& out) { s.disconnected(out); });
    case 5:
      return c.let([](session& s, time_point t, actions& out) { s.stop(t, out); });
    case 6:
      return c.submit();
    case 7:
      return c.receive(peers_pdu(a, b));
    case 8:
      return c.receive_broken(peers_pdu(a, b), b);
    case 9:
      c.now += std::chrono::seconds(a);
      return c.let([](session& s, time_point t, actions& out) { s.tick(t, out); });
    default:
      return c.let([a, b](session& s, time_point, actions& out) { s.respond(peers_pdu(a, b), b / 16, out); });
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size < 1) return 0;
  session_checker c(settings_of(data[0]), data[0] < 128 ? 1 : sequence_number_max - 2);
  for (std::size_t i = 1; i + 3 <= size; i += 3) apply(c, data[i], data[i + 1], data[i + 2]);
  return 0;
}

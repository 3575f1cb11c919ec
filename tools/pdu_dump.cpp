// Shows SMPP PDUs with named fields: hexadecimal as arguments or on standard input, one PDU or many after
// each other. Exit code 0, or 2 when something could not be read.
#include <iostream>
#include <iterator>

#include "gateway/smpp/wire/framer.hpp"
#include "gateway/smpp/wire/pdu_text.hpp"
#include "gateway/smpp/wire/wire.hpp"

namespace {

using namespace duanwen::smpp;

constexpr std::uint32_t pdu_octets_max = 1u << 20;  // a dump wants to see also what the gateway would refuse
constexpr int done = 0, wrong = 2;

int complain(const std::string& what) {
  std::cerr << "pdu_dump: " << what << '\n';
  return wrong;
}

int show(std::span<const std::uint8_t> octets) {
  pdu p;
  const wire_status status = decode(octets, p);
  if (status == wire_status::ok) {
    std::cout << fields_as_text(p);
    return done;
  }
  p.without_body = true;  // Its header is right even so.
  std::cout << fields_as_text(p);
  return complain(std::string("cannot be read: ") + name_of(status));
}

int show_all(const std::string& octets) {
  framer frames(pdu_octets_max);
  frames.feed({reinterpret_cast<const std::uint8_t*>(octets.data()), octets.size()});
  int result = done;
  std::size_t shown = 0;
  while (const auto frame = frames.next()) {
    if (shown != 0) std::cout << '\n';
    shown += frame->size();
    if (show(*frame) != done) result = wrong;
  }
  if (frames.broken())
    return complain("command_length " + std::to_string(frames.broken_command_length()) + " at octet " +
                    std::to_string(shown) + " is none");
  if (shown != octets.size())
    return complain(std::to_string(octets.size() - shown) + " octets at the end are no whole PDU");
  return octets.empty() ? complain("no PDU given") : result;
}

std::string input(int count, char** values) {
  std::string text;
  for (int i = 1; i < count; ++i) text.append(values[i]) += ' ';
  if (count < 2) text.assign(std::istreambuf_iterator<char>(std::cin), {});
  return text;
}

}  // namespace

int main(int argc, char** argv) {
  const std::string text = input(argc, argv);
  if (text.starts_with("-")) {
    std::cout << "usage: pdu_dump [HEX...]   without HEX: from standard input\n";
    return text == "--help " || text == "-h " ? done : wrong;
  }
  const auto octets = octets_from_hex(text);
  if (!octets) return complain("that is not hexadecimal, two digits an octet");
  return show_all(*octets);
}

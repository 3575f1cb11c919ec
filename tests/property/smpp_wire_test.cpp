// The wire over random PDUs of every command: nothing gets lost, and no octets can hurt.
#include <gtest/gtest.h>

#include "gateway/smpp/wire/framer.hpp"
#include "gateway/smpp/wire/pdu_text.hpp"
#include "gateway/smpp/wire/wire.hpp"
#include "tests/support/random/random_pdu.hpp"

namespace duanwen::smpp {
namespace {

using testing::random_pdu;

std::span<const std::uint8_t> octets_of(const std::string& s) {
  return {reinterpret_cast<const std::uint8_t*>(s.data()), s.size()};
}

TEST(wire_property, every_pdu_comes_back) {
  // decode(encode(p)) has all fields that the command has, and encode(decode(octets)) is the octets.
  std::mt19937 random(123);
  for (const command id : all_commands)
    for (int i = 0; i < 40; ++i) {
      pdu p = random_pdu(random, id);
      std::string octets;
      ASSERT_EQ(encode(p, octets), wire_status::ok) << name_of(id);
      p.command_length = static_cast<std::uint32_t>(octets.size());
      pdu q;
      ASSERT_EQ(decode(octets_of(octets), q), wire_status::ok) << name_of(id);
      ASSERT_EQ(fields_as_text(q), fields_as_text(p));
      std::string again;
      ASSERT_EQ(encode(q, again), wire_status::ok);
      ASSERT_EQ(again, octets);
      pdu r;
      ASSERT_EQ(decode(octets_of(again), r), wire_status::ok);
      ASSERT_EQ(r, q) << "q holds nothing but what was on the wire";
    }
}

TEST(wire_property, damaged_pdus) {
  // With octets changed, cut off or added a PDU is refused, or it is another PDU that comes back as it was.
  std::mt19937 random(123);
  int accepted = 0;
  for (int i = 0; i < 20000; ++i) {
    std::string octets;
    encode(random_pdu(random, all_commands[random() % all_commands.size()], {.plain = true}), octets);
    octets.resize(header_octets + random() % (octets.size() + 8));
    for (std::uint32_t damages = random() % 4; damages > 0; --damages)
      octets[4 + random() % (octets.size() - 4)] = static_cast<char>(random());
    for (std::size_t at = 0; at < 4; ++at) octets[at] = static_cast<char>(octets.size() >> (24 - 8 * at));
    pdu p;
    if (decode(octets_of(octets), p) != wire_status::ok) continue;
    ++accepted;
    std::string again;
    ASSERT_EQ(encode(p, again), wire_status::ok);
    ASSERT_EQ(again, octets);
  }
  EXPECT_GT(accepted, 100);
}

TEST(framer_property, any_cuts_give_the_same_pdus) {
  // A stream of PDUs read in pieces of every size.
  std::mt19937 random(123);
  for (int round = 0; round < 50; ++round) {
    std::string stream;
    std::vector<std::string> sent;
    for (int i = 0; i < 20; ++i) {
      std::string octets;
      encode(random_pdu(random, all_commands[random() % all_commands.size()], {.plain = true}), octets);
      stream += octets;
      sent.push_back(octets);
    }
    framer frames(65536);
    std::vector<std::string> got;
    for (std::size_t at = 0; at < stream.size();) {
      const std::size_t piece =
          std::min<std::size_t>(1 + random() % (round % 2 == 0 ? 5 : 2000), stream.size() - at);
      frames.feed(octets_of(stream).subspan(at, piece));
      at += piece;
      while (const auto frame = frames.next()) got.emplace_back(frame->begin(), frame->end());
    }
    ASSERT_EQ(got, sent);
  }
}

}  // namespace
}  // namespace duanwen::smpp

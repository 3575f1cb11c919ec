// Records come back from their octets as they were, and from no others.
#include "storage/codec/record_codec.hpp"

#include <gtest/gtest.h>

#include <functional>
#include <random>

#include "storage/codec/octets.hpp"
#include "tests/support/stores/store_samples.hpp"

namespace duanwen {
namespace {

constexpr int seeds = 200;

class random_record {
 public:
  explicit random_record(std::uint32_t seed) : random_(seed) {}

  /// Small, large and the very largest alike.
  std::uint64_t number(std::uint64_t most) {
    const auto n = (static_cast<std::uint64_t>(random_()) << 32 | random_()) >> random_() % 64;
    return random_() % 8 == 0 || n > most ? most : n;
  }
  std::uint32_t number32() { return static_cast<std::uint32_t>(number(UINT32_MAX)); }
  std::uint8_t octet() { return static_cast<std::uint8_t>(random_()); }
  std::string text() {
    std::string t(random_() % 3 == 0 ? 0 : random_() % 200, '\0');
    for (auto& c : t) c = static_cast<char>(random_());
    return t;
  }
  delivery arrival() { return delivery(number(UINT64_MAX), text(), number(UINT64_MAX), number32()); }

  outbox_entry entry() {
    outbox_entry e;
    for (auto* t : {&e.key.service, &e.key.msisdn, &e.carrier, &e.source, &e.destination}) *t = text();
    for (auto* o : {&e.source_ton, &e.source_npi, &e.dest_ton, &e.dest_npi}) *o = octet();
    e.answer.signature_name = text();
    for (auto left = random_() % 4; left > 0; --left) {
      auto& block = e.answer.blocks.emplace_back();
      block.text = text(), block.department = text(), block.item = number32();
    }
    for (auto left = random_() % 4; left > 0; --left) e.in_doubt.push_back(arrival());
    e.created = static_cast<unix_ms>(number(INT64_MAX));
    e.joins = random_() % 2 == 0;
    e.menu_extension = static_cast<std::uint32_t>(number(9999));
    return e;
  }
  stored_part part() {
    stored_part p;
    p.data_coding = octet(), p.octets = text(), p.arrival = arrival(), p.reply_to = entry();
    return p;
  }
  token_record token() {
    token_record t;
    t.name = text(), t.department = text(), t.sha256 = text();
    t.role = static_cast<token_role>(random_() % 3);
    t.created = static_cast<unix_ms>(number(INT64_MAX));
    return t;
  }

 private:
  std::mt19937 random_;
};

bool same(const stored_part& a, const stored_part& b) {
  return a.data_coding == b.data_coding && a.octets == b.octets && a.arrival == b.arrival &&
         a.reply_to == b.reply_to;
}

TEST(RecordCodec, EveryRecordComesBack) {
  // Whatever octets its texts hold.
  for (std::uint32_t seed = 0; seed < seeds; ++seed) {
    random_record any(seed);
    const auto entry = any.entry();
    EXPECT_EQ(decode_entry(encode_entry(entry)), entry) << "seed " << seed;
    const auto part = any.part();
    const auto read = decode_part(encode_part(part));
    EXPECT_TRUE(read && same(*read, part)) << "seed " << seed;
    const auto token = any.token();
    EXPECT_EQ(decode_token(encode_token(token)), token) << "seed " << seed;
  }
}

/// A kind of record: its octets of a seed, and whether octets are read; what was read, once more as octets.
struct kind {
  const char* name;
  std::function<std::string(std::uint32_t seed)> octets;
  std::function<std::optional<std::string>(std::string_view)> again;
};

class EachRecord : public testing::TestWithParam<kind> {};

template <class Decode, class Encode>
auto twice(Decode decode, Encode encode) {
  return [decode, encode](std::string_view octets) -> std::optional<std::string> {
    const auto record = decode(octets);
    return record ? std::optional(encode(*record)) : std::nullopt;
  };
}

INSTANTIATE_TEST_SUITE_P(
    All, EachRecord,
    testing::Values(kind{"entry",
                         [](std::uint32_t seed) { return encode_entry(random_record(seed).entry()); },
                         twice(decode_entry, encode_entry)},
                    kind{"part", [](std::uint32_t seed) { return encode_part(random_record(seed).part()); },
                         twice(decode_part, encode_part)},
                    kind{"token",
                         [](std::uint32_t seed) { return encode_token(random_record(seed).token()); },
                         twice(decode_token, encode_token)}),
    [](const auto& one) { return std::string(one.param.name); });

TEST_P(EachRecord, CutShortOrTooLongIsNone) {
  // A record that lost its end, at any octet, and one that has more behind it.
  for (std::uint32_t seed = 0; seed < 20; ++seed) {
    const auto whole = GetParam().octets(seed);
    for (std::size_t size = 0; size < whole.size(); ++size)
      EXPECT_FALSE(GetParam().again(whole.substr(0, size))) << "seed " << seed << ", " << size << " octets";
    EXPECT_FALSE(GetParam().again(whole + '\0')) << "seed " << seed;
  }
}

TEST_P(EachRecord, OfAnotherVersionIsNone) {
  // Its form is not known.
  auto octets = GetParam().octets(1);
  const int written = octets.front();
  for (int version = 0; version < 256; ++version) {
    octets.front() = static_cast<char>(version);
    EXPECT_EQ(GetParam().again(octets).has_value(), version == written) << version;
  }
}

TEST_P(EachRecord, DamagedIsNoneOrAnother) {
  // Any octets give either none, or a record that is written and read as it is.
  std::mt19937 random(5);
  int read = 0;
  for (int i = 0; i < 5000; ++i) {
    auto octets = GetParam().octets(static_cast<std::uint32_t>(i % seeds));
    for (auto damages = 1 + random() % 3; damages > 0; --damages)
      octets[random() % octets.size()] = static_cast<char>(random());
    const auto once = GetParam().again(octets);
    if (!once) continue;
    ++read;
    ASSERT_EQ(GetParam().again(*once), once) << "round " << i;
  }
  EXPECT_GT(read, 100);
}

/// The numbers of a part, each a field that has its limit.
std::string part_of(std::uint64_t data_coding, std::uint64_t sequence, std::uint64_t ton,
                    std::uint64_t item) {
  octet_writer out;
  for (const std::uint64_t n : {std::uint64_t{1}, data_coding}) out.number(n);
  out.text("octets");
  out.number(1), out.text("mobile/0"), out.number(1), out.number(sequence);
  for (int i = 0; i < 5; ++i) out.text("address");
  for (const std::uint64_t n : {ton, std::uint64_t{0}, std::uint64_t{0}, std::uint64_t{0}}) out.number(n);
  out.text("signature"), out.number(1), out.text("block"), out.text("department"), out.number(item);
  out.number(0), out.number(0);
  return out.take();
}

TEST(RecordCodec, NumbersBeyondTheirFieldAreRefused) {
  // Rather than cut down to what fits.
  EXPECT_TRUE(decode_part(part_of(255, UINT32_MAX, 255, UINT32_MAX)));
  EXPECT_FALSE(decode_part(part_of(256, 1, 1, 1)));
  EXPECT_FALSE(decode_part(part_of(8, 1ull << 32, 1, 1)));
  EXPECT_FALSE(decode_part(part_of(8, 1, 256, 1)));
  EXPECT_FALSE(decode_part(part_of(8, 1, 1, 1ull << 32)));
  token_record token;
  auto octets = encode_token(token);
  ASSERT_EQ(octets[2], static_cast<char>(token_role::viewer));
  octets[2] = 3;
  EXPECT_FALSE(decode_token(octets)) << "no such role";
}

TEST(RecordCodec, ACountThatLiesAsksForNothing) {
  // A reply of 2^60 blocks is refused before room is made for them.
  octet_writer out;
  out.number(1);
  for (int i = 0; i < 5; ++i) out.text("");
  for (int i = 0; i < 4; ++i) out.number(0);
  out.text(""), out.number(1ull << 60);
  EXPECT_FALSE(decode_entry(out.take()));
}

TEST(RecordCodec, AnEntryOfBeforeTheUpgradeIsRead) {
  // Version 2 had no digits of a menu, version 1 no word on joining; their entries may still wait.
  auto entry = test::sample_entry(test::resident(), "答");
  entry.joins = true;
  entry.menu_extension = 7;
  auto octets = encode_entry(entry);
  octets.front() = 2;
  octets.pop_back();
  entry.menu_extension = 0;
  EXPECT_EQ(decode_entry(octets), entry);
  octets.front() = 1;
  octets.pop_back();
  entry.joins = false;
  EXPECT_EQ(decode_entry(octets), entry);
}

TEST(RecordCodec, IdAndIndexStandElsewhere) {
  // An entry's id is given by the stream, a part's index by its field.
  auto entry = test::sample_entry(test::resident(), "答");
  entry.id = "7";
  EXPECT_EQ(decode_entry(encode_entry(entry))->id, "");
  EXPECT_EQ(decode_part(encode_part(test::sample_part(2, 1)))->index, 0u);
}

TEST(RecordCodec, AnArrivalAsTheScriptsCompareIt) {
  // Hash, sequence number and bind epoch, the highest octet first, then the link.
  EXPECT_EQ(arrival_octets(delivery(0x0102030405060708, "mobile/0", 0x1112131415161718, 0x21222324)),
            "\x01\x02\x03\x04\x05\x06\x07\x08\x21\x22\x23\x24\x11\x12\x13\x14\x15\x16\x17\x18mobile/0");
}

}  // namespace
}  // namespace duanwen

// Texts through alphabets and segments: what went out is what a phone shows.
#include <gtest/gtest.h>

#include <random>
#include <utility>
#include <vector>

#include "gateway/smpp/text/text_codec.hpp"
#include "gateway/smpp/wire/wire.hpp"
#include "keywords/segments/gsm7.hpp"
#include "keywords/text/normalise.hpp"
#include "keywords/text/utf8.hpp"
#include "keywords/text/written.hpp"

namespace duanwen::smpp {
namespace {

/// Characters of the alphabet or of all Unicode, in any mix.
std::string random_text(std::mt19937& random, bool gsm7, std::size_t characters) {
  std::string text;
  while (characters > 0) {
    const auto c = static_cast<char32_t>(gsm7                ? random() % 128
                                         : random() % 3 == 0 ? random() % 0x110000
                                                             : random() % 0xFFFE);
    if (gsm7 && c == gsm7_escape) continue;
    if (c >= 0xD800 && c < 0xE000) continue;
    if (c == 0xFEFF || c == 0xFFFE) continue;  // a byte order mark at the front is none of the text
    append_utf8(text, gsm7 ? gsm7_character(static_cast<std::uint8_t>(c), random() % 8 == 0) : c);
    --characters;
  }
  return text;
}

TEST(text_property, segments_read_as_the_text) {
  // Each segment fits a short_message, and what all segments hold reads as the text, but for what are NULs at
  // its end: an @ in GSM 7-bit.
  std::mt19937 random(123);
  constexpr long_message_form forms[] = {long_message_form::udh8, long_message_form::udh16,
                                         long_message_form::sar, long_message_form::payload};
  for (int i = 0; i < 1000; ++i) {
    tariff profile;
    profile.long_messages = forms[random() % 4];
    std::string text = random_text(random, i % 2 == 0, random() % 500);
    while (text.ends_with('@') || text.ends_with('\0')) text.pop_back();
    std::string held;
    std::uint8_t data_coding = 0;
    for (const encoded_segment& s : encode_segments(segment(text, profile), profile.long_messages, 7)) {
      pdu p = make_pdu(command::submit_sm, 1);
      p.short_message = s.short_message, p.esm_class = s.esm_class, p.data_coding = s.data_coding,
      p.tlvs = s.tlvs;
      std::string octets;
      ASSERT_EQ(encode(p, octets), wire_status::ok);
      held += split_user_data(p).octets;
      data_coding = p.data_coding;
    }
    const auto shown = decode_text(held, data_coding, {});
    EXPECT_TRUE(shown.readable);
    ASSERT_EQ(shown.text, text);
  }
}

TEST(text_property, any_octets_give_valid_text) {
  // Under every data_coding and every alphabet that a setting may name.
  std::mt19937 random(123);
  for (int i = 0; i < 5000; ++i) {
    std::string octets(random() % 40, '\0');
    for (char& c : octets) c = static_cast<char>(random());
    for (const char* alphabet :
         {"", "gsm7", "gsm7-packed", "ascii", "latin1", "utf8", "ucs2", "ucs2-little", "gbk"}) {
      const auto data_coding = static_cast<std::uint8_t>(random());
      data_coding_overrides overrides;
      if (*alphabet != '\0') overrides[data_coding] = alphabet;
      const std::string text = decode_text(octets, data_coding, overrides).text;
      ASSERT_EQ(to_valid_utf8(text), text) << alphabet;
    }
  }
}

/// The assigned characters of a range whose octets may be ASCII too.
std::vector<char32_t> readable_as_ascii(char32_t first, char32_t last) {
  const auto printable = [](char32_t octet) { return octet >= 0x20 && octet < 0x7F; };
  std::vector<char32_t> all;
  for (char32_t c = first; c <= last; ++c)
    if (can_be_written(c) && printable(c >> 8) && (printable(c & 0xFF) || (c & 0xFF) == 0)) all.push_back(c);
  return all;
}

std::string ucs2_of(char32_t c) { return {static_cast<char>(c >> 8), static_cast<char>(c & 0xFF)}; }

void expect_believed(const std::vector<char32_t>& characters) {
  std::string octets, text;
  for (const char32_t c : characters) octets += ucs2_of(c), append_utf8(text, c);
  ASSERT_EQ(decode_text(octets, data_coding_ucs2, {}).text, text);
}

TEST(text_property, ucs2_is_believed_of_every_character) {
  // What is Unicode's under 8 is taken for nothing else, whatever its octets are: signs, numerals and Chinese
  // characters alone, and with another, of which every so many pairs are tried.
  constexpr std::size_t step = 20011;
  auto all = readable_as_ascii(0x3400, 0x9FFF);
  for (const auto& [first, last] : {std::pair<char32_t, char32_t>(0x2020, 0x2E7E), {0x3020, 0x33FF}})
    for (char32_t c = first; c <= last; ++c)
      if (can_be_written(c)) all.push_back(c);
  for (const char32_t c : all) expect_believed({c});
  for (std::size_t pair = 0; pair < all.size() * all.size(); pair += step)
    expect_believed({all[pair / all.size()], all[pair % all.size()]});
}

TEST(text_property, any_header_gives_a_sound_place) {
  // Whatever the octets: a part has 1 ≤ index ≤ total, and the text lies within the message.
  std::mt19937 random(123);
  int parts = 0;
  for (int i = 0; i < 100000; ++i) {
    pdu p = make_pdu(command::deliver_sm);
    p.esm_class = 0x40;
    p.short_message.resize(random() % 12);
    for (char& c : p.short_message) c = static_cast<char>(random() % 9);
    const user_data data = split_user_data(p);
    ASSERT_EQ(data.octets.size() + data.udh_octets, p.short_message.size());
    if (!data.part) continue;
    ++parts;
    ASSERT_GE(data.part->index, 1u);
    ASSERT_LE(data.part->index, data.part->total);
    ASSERT_GE(data.part->total, 2u);
  }
  EXPECT_GT(parts, 10);
}

}  // namespace
}  // namespace duanwen::smpp

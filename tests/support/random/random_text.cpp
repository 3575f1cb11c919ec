#include "tests/support/random/random_text.hpp"

#include "keywords/segments/gsm7.hpp"
#include "keywords/text/utf8.hpp"

namespace duanwen::test {
namespace {

char32_t between(std::mt19937& random, char32_t first, char32_t last) {
  return first + static_cast<char32_t>(random() % (last - first + 1));
}

char32_t latin(std::mt19937& random) {
  const auto septet = static_cast<std::uint8_t>(random() % 128);
  return septet == gsm7_escape ? U' ' : gsm7_character(septet, random() % 4 == 0);
}

char32_t han(std::mt19937& random) { return between(random, 0x4E00, 0x9FFF); }

// What joins the character before, and what stands beyond U+FFFF.
char32_t clustered(std::mt19937& random) {
  static const std::vector<char32_t> joins = {0x300, 0x301, 0x338, 0x20E3, 0x3099, 0x200D, 0xFE0F, 0x1F3FD};
  return random() % 2 == 0 ? any_of(random, joins) : between(random, 0x1F600, 0x1F64F);
}

// Numbers in one character, other widths, Hangul in pieces, what is folded into several.
char32_t folded(std::mt19937& random) {
  static const std::vector<std::pair<char32_t, char32_t>> blocks = {
      {0x2460, 0x24FF}, {0x2150, 0x2188}, {0x3200, 0x33FF}, {0xFF00, 0xFFEF},
      {0x1100, 0x11FF}, {0xF900, 0xFAFF}, {0xFB00, 0xFB4F}, {0x1D400, 0x1D7FF}};
  const auto& [first, last] = any_of(random, blocks);
  return between(random, first, last);
}

char32_t anything(std::mt19937& random) {
  const auto c = between(random, 0, 0x10FFFF);
  return c >= 0xD800 && c <= 0xDFFF ? U'龙' : c;
}

using source = char32_t (*)(std::mt19937&);

}  // namespace

std::string random_octets(std::mt19937& random, std::size_t most) {
  std::string octets(random() % (most + 1), '\0');
  for (auto& o : octets) o = static_cast<char>(random());
  return octets;
}

std::string random_characters(std::mt19937& random, std::size_t most) {
  static const std::vector<std::vector<source>> mixes = {{latin},
                                                         {han},
                                                         {latin, han},
                                                         {latin, han, clustered},
                                                         {folded, clustered, latin},
                                                         {anything, han, clustered, folded}};
  const auto& mix = any_of(random, mixes);
  std::u32string text;
  for (auto n = random() % (most + 1); n > 0; --n) text += any_of(random, mix)(random);
  return to_utf8(text);
}

std::string random_request(std::mt19937& random, const std::vector<std::string>& words) {
  static const std::vector<std::string> fragments = {
      "0",    "00",   "M",    "T",    "?",    "-",    "到",   "、",   ",",        " ",  "\n",
      "和",   "第",   "项",   "号",   "①",    "Ⅲ",    "三",   "十二", "二百零一", "１", "全部",
      "更多", "帮助", "返回", "幫助", "退订", "STOP", "more", "1-3",  "1 3 5",    "😀"};
  std::string text;
  for (auto n = random() % 5; n > 0; --n) switch (random() % 8) {
      case 0:
        text += random_characters(random, 4);
        break;
      case 1:
        text += random_octets(random, 3);
        break;
      case 2:
      case 3:
        text += std::to_string(random() % (random() % 2 == 0 ? 12 : 12000));
        break;
      case 4:
        text += words.empty() ? "" : any_of(random, words);
        break;
      default:
        text += any_of(random, fragments);
    }
  return text;
}

}  // namespace duanwen::test

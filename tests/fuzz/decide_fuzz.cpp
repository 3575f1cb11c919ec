// A conversation from any octets, then texts, a line each: every answer keeps to its limits and is the same
// twice. The first three octets choose the segments of a reply, the tariff, and where the texts come in.
#include <cstdlib>

#include "keywords/decide.hpp"
#include "keywords/pages/areas.hpp"
#include "keywords/text/normalise.hpp"
#include "keywords/text/utf8.hpp"
#include "tests/support/samples/small_town.hpp"

namespace {

using namespace duanwen;

void require(bool holds) {
  if (!holds) std::abort();
}

// With a menu and a detail of several pages, and an area that says too much.
directory town_of_many_pages() {
  auto town = test::small_town();
  auto& items = town.departments[1].items;
  for (std::uint32_t n = 3; n <= 60; ++n) items.push_back(test::make_item(n, "办事", "带身份证。"));
  for (int i = 0; i < 30; ++i) {
    items[0].details += "材料要原件😀和复印件各一份。";
    town.areas[0].agent += "代办点:镇政府一楼 ";
  }
  return town;
}

tariff tariff_of(std::uint8_t octet) {
  constexpr const char* signatures[] = {"【】", "[]", ""};
  tariff profile;
  profile.billing = octet % 2 == 0 ? billing_rule::gsm : billing_rule::seventy_67;
  profile.long_messages = static_cast<long_message_form>(octet / 2 % 5);
  profile.signature = signatures[octet / 16 % 3];
  return profile;
}

std::string next_line(std::string_view& rest) {
  const auto end = rest.find('\n');
  const std::string line(rest.substr(0, end));
  rest.remove_prefix(end == rest.npos ? rest.size() : end + 1);
  return line;
}

void check_answer(const reply& answer, const reply_style& style) {
  require(count_segments(answer, style.profile) <= style.reply_segments_max);
  for (const auto& b : answer.blocks) require(!b.text.empty() && to_valid_utf8(b.text) == b.text);
}

void check_next(const snapshot& town, const conversation& before, const conversation& next) {
  const bool stays = next.menu == before.menu && next.id == before.id;
  require(stays || next.menu == menu_kind::none || exists(town, next));
  const auto stored = encode_conversation(next);
  require(next == before || stored.size() <= conversation_octets_max);
  const auto read = decode_conversation(stored);
  require(read.id == next.id && read.menu_from == next.menu_from &&
          read.waiting.size() <= next.waiting.size());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const snapshot town(1, town_of_many_pages());
  static const wording words = test::short_words();
  constexpr const char* extensions[] = {"", "guotu", "gongshang", "gone"};
  if (size < 3) return 0;
  const auto profile = tariff_of(data[1]);
  const reply_style style{words, profile, 1u + data[0] % 6};
  std::string_view rest(reinterpret_cast<const char*>(data + 3), size - 3);
  auto at = decode_conversation(next_line(rest));
  for (int texts = 0; texts < 20 && !rest.empty(); ++texts) {
    const inquiry incoming{next_line(rest), extensions[data[2] % 4]};
    const auto d = decide(town, at, incoming, style);
    check_answer(d.answer, style);
    check_next(town, at, d.next);
    const auto again = decide(town, at, incoming, style);
    require(again.answer == d.answer && again.next == d.next && again.departments == d.departments);
    at = d.next;
  }
  return 0;
}

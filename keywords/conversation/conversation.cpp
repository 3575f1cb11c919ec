// A conversation as one line: 3|1|lq-guotu|15|1-4,7|0|d|=|lq|497000,12| (version, menu, id, menu_from,
// waiting, offset, flags, heard at, area, fuse, offers as d:lq-guotu,d:lq-guotu:3 or pins of an area as
// #abcdef). Where digits were given to menus it is version 4, and behind it stand the last digits and the
// menus told, as |12,12dlq-guotu,11alq#abcdef,9o*d:lq-guotu;a:lq.
// Behind the flags may stand ~ and the text that was answered, mark and second, the lowest six bits first.
#include "keywords/conversation/conversation.hpp"

#include <algorithm>
#include <optional>

#include "keywords/text/fnv1a.hpp"
#include "keywords/text/whole_number.hpp"

namespace duanwen {
namespace {

// Fields by '|', numbers by ','; ids hold neither.
constexpr char field_end = '|';
constexpr std::string_view version = "3", version_with_told_menus = "4";
constexpr std::string_view below = "d", silent = "s";
constexpr std::string_view kinds = "?dtao";  // by menu_kind
constexpr char answered_begins = '~';
constexpr std::size_t mark_characters = 4, answered_characters = 7;  // of pin_alphabet
constexpr char pins_begin = '#', offers_begin = '*';
constexpr std::string_view pin_alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
// What was heard at the very department whose menu is in view, which is the rule.
constexpr std::string_view same_id = "=";
// More is neither read nor written: a few octets could otherwise ask for any amount of memory.
constexpr std::size_t waiting_max = 10000;

std::string_view next_field(std::string_view& rest, char end_sign = field_end) {
  const auto end = rest.find(end_sign);
  const auto field = rest.substr(0, end);
  rest.remove_prefix(end == rest.npos ? rest.size() : end + 1);
  return field;
}

std::optional<std::uint32_t> number(std::string_view digits) { return whole_number<std::uint32_t>(digits); }

bool follows(std::uint32_t n, std::uint32_t next) { return next > n && next - n == 1; }

// Neighbours are written 1-4; what has no room any more is left out.
std::string list_of(const std::vector<std::uint32_t>& numbers, std::size_t octets_max) {
  std::string list;
  const auto count = std::min(numbers.size(), waiting_max);
  for (std::size_t i = 0; i < count;) {
    auto last = i;
    while (last + 1 < count && follows(numbers[last], numbers[last + 1])) ++last;
    auto one = (list.empty() ? "" : ",") + std::to_string(numbers[i]);
    if (last > i) one += "-" + std::to_string(numbers[last]);
    if (list.size() + one.size() > octets_max) break;
    list += one;
    i = last + 1;
  }
  return list;
}

bool read_list(std::string_view list, std::vector<std::uint32_t>& into) {
  while (!list.empty()) {
    auto one = next_field(list, ',');
    const auto first = number(next_field(one, '-'));
    const auto last = one.empty() ? first : number(one);
    if (!first || !last || *last < *first || *last - *first + into.size() >= waiting_max) return false;
    // Counted from 0, since no number lies behind the highest.
    for (std::uint32_t more = 0; more <= *last - *first; ++more) into.push_back(*first + more);
  }
  return true;
}

std::string offers_of(const std::vector<offered>& offers, char between) {
  std::string list;
  for (const auto& o : offers) {
    if (!list.empty()) list += between;
    list += kinds[static_cast<std::size_t>(o.kind)];
    list += ':' + o.id;
    if (o.item != 0) list += ':' + std::to_string(o.item);
  }
  return list;
}

bool read_offers(std::string_view list, std::vector<offered>& into, char between) {
  while (!list.empty()) {
    auto one = next_field(list, between);
    const auto kind = next_field(one, ':');
    const auto id = next_field(one, ':');
    const auto item = one.empty() ? std::optional<std::uint32_t>(0) : number(one);
    const auto index = kind.size() == 1 ? kinds.find(kind) : kinds.npos;
    if (index == kinds.npos || index == 0 || index == kinds.size() - 1 || !item) return false;
    into.push_back({static_cast<menu_kind>(index), std::string(id), *item});
  }
  return true;
}

// The pins that there is room for.
std::string pins_of(const conversation& c, std::size_t used) {
  const auto room = used < conversation_octets_max ? conversation_octets_max - used : 0;
  return c.pinned.substr(0, std::min(c.pinned.size(), room) / pin_characters * pin_characters);
}

bool read_pins(std::string_view pins, std::string& into) {
  into = pins;
  return pins.size() % pin_characters == 0 && pins.find_first_not_of(pin_alphabet) == pins.npos;
}

std::string told_menu_of(const told_menu& t) {
  auto one = std::to_string(t.extension) + kinds[static_cast<std::size_t>(t.menu)] + t.id;
  if (!t.pinned.empty()) one += pins_begin + t.pinned;
  if (!t.offers.empty()) one += offers_begin + offers_of(t.offers, ';');
  return one;
}

// Those that there is room for; the oldest stand last.
std::string told_menus_of(const conversation& c, std::size_t octets_max) {
  std::string list;
  for (const auto& t : c.told_menus) {
    const auto one = ',' + told_menu_of(t);
    if (list.size() + one.size() > octets_max) break;
    list += one;
  }
  return list;
}

bool read_told_menu(std::string_view one, told_menu& into) {
  const auto kind_at = one.find_first_not_of("0123456789");
  if (kind_at == one.npos) return false;
  const auto digits = number(one.substr(0, kind_at));
  const auto kind = kinds.find(one[kind_at]);
  if (!digits || *digits == 0 || kind == kinds.npos || kind == 0) return false;
  into.extension = *digits;
  into.menu = static_cast<menu_kind>(kind);
  one.remove_prefix(kind_at + 1);
  const auto more = one.find_first_of("#*");
  into.id = one.substr(0, more);
  if (more == one.npos) return true;
  const auto listed = one.substr(more + 1);
  return one[more] == pins_begin ? read_pins(listed, into.pinned) : read_offers(listed, into.offers, ';');
}

bool read_told_menus(std::string_view field, conversation& into) {
  const auto last = number(next_field(field, ','));
  into.last_menu_extension = last.value_or(0);
  bool readable = last.has_value();
  while (readable && !field.empty())
    readable = read_told_menu(next_field(field, ','), into.told_menus.emplace_back());
  return readable;
}

bool read_fuse(std::string_view field, conversation& into) {
  if (field.empty()) return true;
  const auto hour = number(next_field(field, ','));
  const auto segments = number(field);
  into.fuse_hour = hour.value_or(0);
  into.fuse_segments = segments.value_or(0);
  return hour && segments;
}

std::string answered_of(const answered_text& t) {
  if (t.mark == 0) return {};
  std::string text(1, answered_begins);
  for (std::uint32_t rest = t.mark; text.size() <= mark_characters; rest >>= 6)
    text += pin_alphabet[rest & 0x3Fu];
  for (std::uint32_t rest = t.second; text.size() <= answered_characters; rest >>= 6)
    text += pin_alphabet[rest & 0x3Fu];
  return text;
}

bool read_answered(std::string_view text, answered_text& into) {
  if (text.size() != answered_characters) return false;
  for (std::size_t i = text.size(); i-- > 0;) {
    const auto digit = pin_alphabet.find(text[i]);
    if (digit == pin_alphabet.npos) return false;
    auto& number = i < mark_characters ? into.mark : into.second;
    number = number << 6 | static_cast<std::uint32_t>(digit);
  }
  return into.mark != 0;
}

bool read_flags(std::string_view flags, conversation& into) {
  if (const auto at = flags.find(answered_begins); at != flags.npos) {
    if (!read_answered(flags.substr(at + 1), into.answered)) return false;
    flags = flags.substr(0, at);
  }
  for (const char flag : flags) {
    into.below_menu = into.below_menu || flag == below.front();
    into.opted_out = into.opted_out || flag == silent.front();
    if (flag != below.front() && flag != silent.front()) return false;
  }
  return true;
}

}  // namespace

std::string pin_of(std::string_view department_id) {
  auto hash = fnv1a_32(department_id);
  hash ^= hash >> 18;
  std::string pin;
  for (std::size_t i = 0; i < pin_characters; ++i, hash >>= 6) pin += pin_alphabet[hash & 0x3Fu];
  return pin;
}

std::string encode_conversation(const conversation& c) {
  if (c == conversation{}) return {};
  const bool with_menus = c.last_menu_extension != 0 || !c.told_menus.empty();
  std::string before(with_menus ? version_with_told_menus : version), behind;
  const auto put = [](std::string& to, const std::string& field) { to += field_end + field; };
  put(before, std::to_string(static_cast<int>(c.menu)));
  put(before, c.id);
  put(before, std::to_string(c.menu_from));
  put(behind, std::to_string(c.waiting_offset));
  put(behind, std::string(c.below_menu ? below : "") + std::string(c.opted_out ? silent : "") +
                  answered_of(c.answered));
  put(behind, !c.id.empty() && c.heard_at == c.id ? std::string(same_id) : c.heard_at);
  put(behind, c.last_area);
  put(behind,
      c.fuse_segments == 0 ? "" : std::to_string(c.fuse_hour) + ',' + std::to_string(c.fuse_segments));
  put(behind, offers_of(c.offers, ','));
  const auto last_menu_extension = with_menus ? field_end + std::to_string(c.last_menu_extension) : "";
  if (!c.pinned.empty())
    behind += pins_begin + pins_of(c, before.size() + behind.size() + last_menu_extension.size() + 2);
  const auto room_beside = [](std::size_t used) {
    return used < conversation_octets_max ? conversation_octets_max - used : 0;
  };
  behind += last_menu_extension;
  const auto waiting = list_of(c.waiting, room_beside(before.size() + 1 + behind.size()));
  behind = waiting + behind;
  if (c.answered.mark != 0 && before.size() + 1 + behind.size() > conversation_octets_max) {
    auto without = c;
    without.answered = {};
    return encode_conversation(without);
  }
  return before + field_end + behind + told_menus_of(c, room_beside(before.size() + 1 + behind.size()));
}

conversation decode_conversation(std::string_view octets) {
  const auto written_by = next_field(octets);
  if (written_by != version && written_by != version_with_told_menus) return {};
  conversation c;
  const auto menu = number(next_field(octets));
  c.id = next_field(octets);
  const auto menu_from = number(next_field(octets));
  const bool listed = read_list(next_field(octets), c.waiting);
  const auto offset = number(next_field(octets));
  const bool flagged = read_flags(next_field(octets), c);
  const auto heard_at = next_field(octets);
  c.last_area = next_field(octets);
  const bool fused = read_fuse(next_field(octets), c);
  const auto lines = next_field(octets);
  const bool offering = lines.starts_with(pins_begin) ? read_pins(lines.substr(1), c.pinned)
                                                      : read_offers(lines, c.offers, ',');
  const bool told = written_by == version || read_told_menus(next_field(octets), c);
  if (!menu || *menu > static_cast<std::uint32_t>(menu_kind::offers) || !menu_from || !listed || !offset ||
      !flagged || !fused || !offering || !told || !octets.empty())
    return {};
  c.menu = static_cast<menu_kind>(*menu);
  c.menu_from = *menu_from;
  c.waiting_offset = *offset;
  c.heard_at = heard_at == same_id ? c.id : std::string(heard_at);
  return c;
}

}  // namespace duanwen

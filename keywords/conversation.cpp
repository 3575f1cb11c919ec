// A conversation as one line: 2|1|lq-guotu|15|1-4,7|0|d|= (version, place, id, menu_from, waiting, offset,
// below the menu, heard at).
#include "keywords/conversation.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

namespace duanwen {
namespace {

// Fields by '|', numbers by ','; ids hold neither.
constexpr char field_end = '|';
constexpr std::string_view version = "2";
constexpr std::string_view below = "d";
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

std::optional<std::uint32_t> number(std::string_view digits) {
  std::uint32_t value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  return value;
}

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

}  // namespace

std::string encode_conversation(const conversation& c) {
  if (c == conversation{}) return {};
  std::string before(version), behind;
  before += field_end + std::to_string(static_cast<int>(c.where));
  before += field_end + c.id;
  before += field_end + std::to_string(c.menu_from) + field_end;
  behind += field_end + std::to_string(c.waiting_offset);
  behind += field_end + std::string(c.below_menu ? below : "");
  behind += field_end + (!c.id.empty() && c.heard_at == c.id ? std::string(same_id) : c.heard_at);
  const auto used = before.size() + behind.size();
  const auto room = used < conversation_octets_max ? conversation_octets_max - used : 0;
  return before + list_of(c.waiting, room) + behind;
}

conversation decode_conversation(std::string_view octets) {
  if (octets.empty() || next_field(octets) != version) return {};
  conversation c;
  const auto where = number(next_field(octets));
  c.id = next_field(octets);
  const auto menu_from = number(next_field(octets));
  const bool listed = read_list(next_field(octets), c.waiting);
  const auto offset = number(next_field(octets));
  const auto depth = next_field(octets);
  const auto heard_at = next_field(octets);
  if (!where || *where > static_cast<std::uint32_t>(place_kind::area) || !menu_from || !listed || !offset ||
      (!depth.empty() && depth != below) || !octets.empty())
    return {};
  c.where = static_cast<place_kind>(*where);
  c.menu_from = *menu_from;
  c.waiting_offset = *offset;
  c.below_menu = depth == below;
  c.heard_at = heard_at == same_id ? c.id : std::string(heard_at);
  return c;
}

}  // namespace duanwen

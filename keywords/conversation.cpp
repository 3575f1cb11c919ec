#include "keywords/conversation.hpp"

#include <charconv>
#include <optional>

namespace duanwen {
namespace {

// Fields by '|', numbers by ','; ids hold neither. The first field is the version of this form.
constexpr char field_end = '|';
constexpr std::string_view version = "1";

std::string_view next_field(std::string_view& rest) {
  const auto end = rest.find(field_end);
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

bool read_numbers(std::string_view list, std::vector<std::uint32_t>& into) {
  while (!list.empty()) {
    const auto comma = list.find(',');
    const auto one = number(list.substr(0, comma));
    if (!one) return false;
    into.push_back(*one);
    list.remove_prefix(comma == list.npos ? list.size() : comma + 1);
  }
  return true;
}

}  // namespace

std::string encode_conversation(const conversation& c) {
  if (c == conversation{}) return {};
  std::string octets(version);
  octets += field_end + std::to_string(static_cast<int>(c.where));
  octets += field_end + c.id;
  octets += field_end + std::to_string(c.menu_from);
  octets += field_end;
  for (const auto n : c.waiting) octets += (octets.back() == field_end ? "" : ",") + std::to_string(n);
  octets += field_end + std::to_string(c.waiting_offset);
  return octets;
}

conversation decode_conversation(std::string_view octets) {
  if (octets.empty() || next_field(octets) != version) return {};
  conversation c;
  const auto where = number(next_field(octets));
  c.id = next_field(octets);
  const auto menu_from = number(next_field(octets));
  const bool listed = read_numbers(next_field(octets), c.waiting);
  const auto offset = number(next_field(octets));
  if (!where || *where > static_cast<std::uint32_t>(place_kind::theme) || !menu_from || !listed || !offset)
    return {};
  c.where = static_cast<place_kind>(*where);
  c.menu_from = *menu_from;
  c.waiting_offset = *offset;
  return c;
}

}  // namespace duanwen

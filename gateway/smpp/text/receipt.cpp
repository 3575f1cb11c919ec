#include "gateway/smpp/text/receipt.hpp"

#include <algorithm>
#include <array>
#include <cctype>

#include "gateway/smpp/pdu/esm_class.hpp"
#include "gateway/smpp/text/receipt_states.hpp"
#include "gateway/smpp/text/receipt_text.hpp"
#include "gateway/smpp/text/text_codec.hpp"

namespace duanwen::smpp {
namespace {

char upper(char c) { return static_cast<char>(std::toupper(static_cast<unsigned char>(c))); }
bool is_word(char c) { return std::isalnum(static_cast<unsigned char>(c)) || c == '_'; }
constexpr std::size_t stat_octets = 7;
// A message_id has so many octets at most (SMPP 3.4 §5.2.23), and no value is kept that is longer.
constexpr std::size_t value_octets_max = 64;

std::string cut(std::string_view value) {
  const auto is_inside = [](char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; };
  auto end = std::min(value.size(), value_octets_max);
  while (end > 0 && end < value.size() && is_inside(value[end])) --end;
  return std::string(value.substr(0, end));
}

bool is_space(char c) { return std::string_view(" \t\r\n\0", 5).find(c) != std::string_view::npos; }
bool ends_value(char c) { return is_space(c) || c == ',' || c == ';' || c == '|' || c == '"'; }

bool is_colon(char c) { return c == ':' || c == '='; }

/// Where the value of `key` begins, whose words may be parted by a blank, by _ or by nothing; npos: it is not
/// there.
std::size_t value_of(std::string_view text, std::string_view key) {
  for (std::size_t begin = 0; begin < text.size(); ++begin) {
    if (begin > 0 && (is_word(text[begin - 1]) || is_colon(text[begin - 1]))) continue;
    std::size_t at = begin, matched = 0;
    for (; matched < key.size() && at < text.size(); ++matched) {
      if (key[matched] == ' ' && upper(text[at]) != ' ' && text[at] != '_') continue;
      const bool same = key[matched] == ' ' ? true : upper(text[at]) == upper(key[matched]);
      if (!same) break;
      ++at;
    }
    if (matched < key.size()) continue;
    while (at < text.size() && is_space(text[at])) ++at;
    if (at < text.size() && is_colon(text[at])) return at + 1;
  }
  return std::string_view::npos;
}

bool is_field(std::string_view word) {
  constexpr std::array<std::string_view, 9> names{"id",     "msgid", "sub", "dlvrd", "stat",
                                                  "status", "state", "err", "error"};
  return std::any_of(names.begin(), names.end(),
                     [word](std::string_view name) { return value_of(word, name) == name.size() + 1; });
}

std::string field(std::string_view text, std::initializer_list<std::string_view> keys) {
  for (const auto key : keys) {
    auto at = value_of(text, key);
    if (at == std::string_view::npos) continue;
    const bool follows = at < text.size() && !is_space(text[at]);
    while (at < text.size() && (is_space(text[at]) || text[at] == '"')) ++at;
    auto rest = text.substr(at);
    const auto end = std::find_if(rest.begin(), rest.end(), ends_value);
    std::string value(rest.begin(), end);
    // The next field is no value: "id: sub:001". But "stat:MK:0005" has one.
    if ((follows || !is_field(value)) && !value.empty()) return cut(value);
  }
  return {};
}

/// The value of stat:, which gateways fill with any seven characters.
std::string stat_in(std::string_view text) {
  const auto at = value_of(text, "stat");
  const auto behind =
      text.substr(std::min(text.size(), at == std::string_view::npos ? at : at + stat_octets));
  const bool fills_its_place = !behind.empty() && is_space(behind[0]) && value_of(behind, "err") == 5;
  if (!fills_its_place || is_space(text[at])) return field(text, {"stat", "status", "state"});
  auto stat = text.substr(at, stat_octets);
  while (is_space(stat.back())) stat.remove_suffix(1);
  return std::string(stat);
}

/// The error as the receipt tells it: its code, and what stat: says beyond its state.
std::string error_in(std::string_view stat, const std::string& error) {
  const bool is_nothing = error.find_first_not_of('0') == std::string::npos;
  if (stat.empty() || meaning_of_stat(stat).says_all) return error;
  return is_nothing || error == stat ? std::string(stat) : std::string(stat) + ' ' + error;
}

std::string id_of(const tlv& t) {
  // Some centres leave the closing NUL out, some fill up with several.
  return cut(std::string_view(t.value).substr(0, t.value.find('\0')));
}

bool says_something(const delivery_receipt& r) {
  return !r.message_ids.empty() || r.state != message_state::unknown;
}

// Receipts are written by programs, in ASCII: also under GSM 7-bit, which has § for _ and ¡ for @.
bool is_ascii_of_a_program(std::string_view octets) {
  return std::all_of(octets.begin(), octets.end(),
                     [](char c) { return is_space(c) || (c > ' ' && c < 0x7F); });
}

/// What is in its text, by whichever reading of it says something.
delivery_receipt read_text_of(const pdu& message) {
  const auto octets = split_user_data(message).octets;
  if (alphabet_named(message.data_coding) == "gsm7" && is_ascii_of_a_program(octets))
    return read_receipt_text(octets);
  const auto read = decode_text(octets, message.data_coding, {});
  auto receipt = read_receipt_text(read.text);
  return says_something(receipt) || read.guess.empty() ? receipt : read_receipt_text(read.guess);
}

void read_parameters(const pdu& message, delivery_receipt& receipt) {
  if (const auto* t = message.find(tag::receipted_message_id); t && !id_of(*t).empty()) {
    const auto id = id_of(*t);
    std::erase(receipt.message_ids, id);
    receipt.message_ids.insert(receipt.message_ids.begin(), id);
  }
  if (const auto* t = message.find(tag::message_state); t && t->value.size() == 1)
    receipt.state = message_state_of(static_cast<std::uint8_t>(t->value[0])).value_or(receipt.state);
  if (const auto* t = message.find(tag::network_error_code);
      t && t->value.size() == 3 && receipt.error.empty()) {
    const auto octet = [t](std::size_t at) { return static_cast<unsigned char>(t->value[at]); };
    receipt.error = std::to_string(octet(0)) + ':' + std::to_string(octet(1) << 8 | octet(2));
  }
}

}  // namespace

delivery_receipt read_receipt_text(std::string_view text) {
  // What follows text: is the message's own, and may hold anything.
  const auto own = value_of(text, "text");
  if (own != std::string_view::npos) text = text.substr(0, own);
  delivery_receipt receipt;
  const auto id = field(text, {"id", "msg id", "message id", "submit sequence number"});
  if (!id.empty()) receipt.message_ids.push_back(id);
  const auto stat = stat_in(text);
  receipt.state = meaning_of_stat(stat).state;
  receipt.error = error_in(stat, field(text, {"err", "error"}));
  return receipt;
}

std::optional<delivery_receipt> read_receipt(const pdu& message) {
  const auto type = message.esm_class & esm_class::message_type;
  const bool said = type == esm_class::receipt || type == esm_class::intermediate;
  const bool has_parameter =
      message.find(tag::receipted_message_id) != nullptr || message.find(tag::message_state) != nullptr;
  const auto plain = receipt_text_in(message);
  if (!said && !plain && (type != 0 || !has_parameter)) return std::nullopt;
  auto receipt = plain ? read_receipt_text(*plain) : read_text_of(message);
  read_parameters(message, receipt);
  receipt.source_addr = message.source_addr;
  receipt.destination_addr = message.destination_addr;
  return receipt;
}

}  // namespace duanwen::smpp

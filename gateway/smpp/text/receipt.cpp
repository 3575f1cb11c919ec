#include "gateway/smpp/text/receipt.hpp"

#include <algorithm>
#include <array>
#include <cctype>

#include "gateway/smpp/pdu/esm_class.hpp"
#include "gateway/smpp/text/receipt_text.hpp"
#include "gateway/smpp/text/text_codec.hpp"

namespace duanwen::smpp {
namespace {

struct state_word {
  std::string_view begin;  // in upper case; longer spellings begin so too
  message_state state;
};

// Appendix B has words of seven letters; the rest is what centres write instead.
constexpr std::array<state_word, 16> state_words{{
    {"DELIV", message_state::delivered},
    {"DLVRD", message_state::delivered},
    {"EXPIR", message_state::expired},
    {"DELET", message_state::deleted},
    {"CANCEL", message_state::deleted},
    {"UNDELIV", message_state::undeliverable},
    {"UNDLV", message_state::undeliverable},
    {"FAIL", message_state::undeliverable},
    {"ACCEPT", message_state::accepted},
    {"ACK", message_state::accepted},
    {"UNKNOWN", message_state::unknown},
    {"REJECT", message_state::rejected},
    {"ENROUTE", message_state::enroute},
    {"BUFFER", message_state::enroute},
    {"SCHEDUL", message_state::enroute},
    {"PENDING", message_state::enroute},
}};

char upper(char c) { return static_cast<char>(std::toupper(static_cast<unsigned char>(c))); }
bool is_word(char c) { return std::isalnum(static_cast<unsigned char>(c)) || c == '_'; }
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

/// Where the value of `key` begins, whose words may be parted by a blank, by _ or by nothing; npos: it is not
/// there.
std::size_t value_of(std::string_view text, std::string_view key) {
  for (std::size_t begin = 0; begin < text.size(); ++begin) {
    if (begin > 0 && is_word(text[begin - 1])) continue;
    std::size_t at = begin, matched = 0;
    for (; matched < key.size() && at < text.size(); ++matched) {
      if (key[matched] == ' ' && upper(text[at]) != ' ' && text[at] != '_') continue;
      const bool same = key[matched] == ' ' ? true : upper(text[at]) == upper(key[matched]);
      if (!same) break;
      ++at;
    }
    if (matched < key.size()) continue;
    while (at < text.size() && is_space(text[at])) ++at;
    if (at < text.size() && (text[at] == ':' || text[at] == '=')) return at + 1;
  }
  return std::string_view::npos;
}

std::string field(std::string_view text, std::initializer_list<std::string_view> keys) {
  for (const auto key : keys) {
    auto at = value_of(text, key);
    if (at == std::string_view::npos) continue;
    while (at < text.size() && (is_space(text[at]) || text[at] == '"')) ++at;
    auto rest = text.substr(at);
    const auto end = std::find_if(rest.begin(), rest.end(), ends_value);
    std::string value(rest.begin(), end);
    // The next field's name is no value: "id: sub:001".
    if (value.find(':') == std::string::npos && !value.empty()) return cut(value);
  }
  return {};
}

message_state state_of(std::string word) {
  std::transform(word.begin(), word.end(), word.begin(), upper);
  for (const auto& w : state_words)
    if (word.starts_with(w.begin)) return w.state;
  return message_state::unknown;
}

std::string id_of(const tlv& t) {
  // Some centres leave the closing NUL out, some fill up with several.
  return cut(std::string_view(t.value).substr(0, t.value.find('\0')));
}

std::string text_of(const pdu& message) {
  const auto data = split_user_data(message);
  return decode_text(data.octets, message.data_coding, {}).text;
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
  receipt.state = state_of(field(text, {"stat", "status", "state"}));
  receipt.error = field(text, {"err", "error"});
  return receipt;
}

std::optional<delivery_receipt> read_receipt(const pdu& message) {
  const auto type = message.esm_class & esm_class::message_type;
  const bool said = type == esm_class::receipt || type == esm_class::intermediate;
  const bool has_parameter =
      message.find(tag::receipted_message_id) != nullptr || message.find(tag::message_state) != nullptr;
  const auto plain = receipt_text_in(message);
  if (!said && !plain && (type != 0 || !has_parameter)) return std::nullopt;
  auto receipt = read_receipt_text(plain ? *plain : text_of(message));
  read_parameters(message, receipt);
  receipt.source_addr = message.source_addr;
  receipt.destination_addr = message.destination_addr;
  return receipt;
}

}  // namespace duanwen::smpp

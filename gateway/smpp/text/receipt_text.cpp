#include "gateway/smpp/text/receipt_text.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <iterator>
#include <utility>

#include "gateway/smpp/text/alphabets.hpp"
#include "keywords/text/digits.hpp"

namespace duanwen::smpp {
namespace {

enum class field_kind : std::uint8_t { id, state, other };

struct field_name {
  std::string_view name;  // in lower case, without what parts its words
  field_kind kind;
};

// Of appendix B, of CMPP, SMGP and SGIP, and what gateways make of them.
constexpr std::array<field_name, 36> field_names{{
    {"id", field_kind::id},
    {"msgid", field_kind::id},
    {"messageid", field_kind::id},
    {"smsid", field_kind::id},
    {"smscid", field_kind::id},
    {"submitid", field_kind::id},
    {"submitsequencenumber", field_kind::id},
    {"smscsequence", field_kind::id},
    {"sequence", field_kind::id},
    {"seqid", field_kind::id},
    {"reportid", field_kind::id},
    {"taskid", field_kind::id},
    {"receiptedmessageid", field_kind::id},
    {"stat", field_kind::state},
    {"state", field_kind::state},
    {"status", field_kind::state},
    {"messagestate", field_kind::state},
    {"reportstatus", field_kind::state},
    {"sub", field_kind::other},
    {"dlvrd", field_kind::other},
    {"submitdate", field_kind::other},
    {"donedate", field_kind::other},
    {"submittime", field_kind::other},
    {"donetime", field_kind::other},
    {"senttime", field_kind::other},
    {"deliverytime", field_kind::other},
    {"recvtime", field_kind::other},
    {"err", field_kind::other},
    {"errcode", field_kind::other},
    {"errorcode", field_kind::other},
    {"error", field_kind::other},
    {"destterminalid", field_kind::other},
    {"srcterminalid", field_kind::other},
    {"reporttype", field_kind::other},
    {"text", field_kind::other},
    {"txt", field_kind::other},
}};

// The words of appendix B as they stand in stat, and what centres write for them.
constexpr std::array<std::string_view, 18> state_words{
    "DELIVRD",     "DELIVERED",     "DLVRD",   "EXPIRED", "DELETED",  "UNDELIV",
    "UNDELIVERED", "UNDELIVERABLE", "UNDLV",   "ACCEPTD", "ACCEPTED", "UNKNOWN",
    "REJECTD",     "REJECTED",      "ENROUTE", "BUFFRED", "FAILED",   "FAILURE"};

// Longer texts are looked at no further; a receipt's own fields stand in front.
constexpr std::size_t looked_at_max = 1024;
constexpr std::size_t fields_min = 3, ids_max = 16;

char lower(char c) { return static_cast<char>(std::tolower(static_cast<unsigned char>(c))); }
bool is_letter(char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0; }
bool is_word(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0; }
bool is_gap(char c) { return c == ' ' || c == '_' || c == '-'; }
bool is_blank(char c) { return std::isspace(static_cast<unsigned char>(c)) != 0 || c == '\0'; }
bool is_quote(char c) { return c == '"' || c == '\''; }
bool is_bracket(char c) { return std::string_view("{[(<").find(c) != std::string_view::npos; }
bool parts(char c) { return c == ':' || c == '='; }

bool is_state_word(std::string word) {
  std::transform(word.begin(), word.end(), word.begin(),
                 [](char c) { return static_cast<char>(std::toupper(static_cast<unsigned char>(c))); });
  return std::find(state_words.begin(), state_words.end(), word) != state_words.end();
}

struct found_field {
  const field_name* is = nullptr;
  std::string value;
};

const field_name* field_named(std::string_view name) {
  const auto known = std::find_if(field_names.begin(), field_names.end(),
                                  [name](const field_name& f) { return f.name == name; });
  return known == field_names.end() ? nullptr : &*known;
}

/// The field whose name ends before `text[at]`: the longest of several words.
const field_name* field_before(std::string_view text, std::size_t at) {
  constexpr std::size_t name_max = 24;
  while (at > 0 && (is_blank(text[at - 1]) || is_quote(text[at - 1]))) --at;
  std::string name;
  const field_name* longest = nullptr;
  for (; at > 0 && name.size() < name_max; --at) {
    const char c = text[at - 1];
    if (!is_letter(c) && (!is_gap(c) || name.empty())) break;
    if (is_letter(c)) name.insert(name.begin(), lower(c));
    const bool begins = at == 1 || !is_word(text[at - 2]);
    const auto* known = is_letter(c) && begins ? field_named(name) : nullptr;
    if (known) longest = known;
  }
  return longest;
}

std::string value_behind(std::string_view text, std::size_t at) {
  while (at < text.size() && (is_blank(text[at]) || is_quote(text[at]))) ++at;
  std::string value;
  while (at < text.size() && is_word(text[at])) value += text[at++];
  return value;
}

std::vector<found_field> fields_of(std::string_view text) {
  std::vector<found_field> all;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!parts(text[at])) continue;
    const auto* is = field_before(text, at);
    if (!is) continue;
    // What follows is the message's own, and may hold anything.
    if (is->name == "text" || is->name == "txt") break;
    all.push_back({is, value_behind(text, at + 1)});
  }
  return all;
}

bool has(const std::vector<found_field>& all, field_kind kind) {
  return std::any_of(all.begin(), all.end(), [kind](const auto& f) { return f.is->kind == kind; });
}

// The signs of a width of their own that Chinese gateways write.
std::string with_ascii_signs(std::string_view text) {
  std::string plain(text.substr(0, looked_at_max));
  for (const auto& [wide, sign] : {std::pair<std::string_view, char>("：", ':'), {"＝", '='}, {"，", ','}})
    for (auto at = plain.find(wide); at != plain.npos; at = plain.find(wide, at))
      plain.replace(at, wide.size(), 1, sign);
  return plain;
}

/// Whether the first words of `text` are a field's name, and not the middle of a sentence.
bool begins_with_field(std::string_view text) {
  const auto sign = std::find_if(text.begin(), text.end(), parts);
  if (sign == text.end()) return false;
  std::string name;
  for (const char c : text.substr(0, static_cast<std::size_t>(sign - text.begin())))
    if (!is_blank(c) && !is_gap(c) && !is_quote(c) && !is_bracket(c)) name += lower(c);
  return field_named(name) != nullptr;
}

std::string without_nuls(std::string_view octets) {
  std::string text;
  std::copy_if(octets.begin(), octets.end(), std::back_inserter(text), [](char c) { return c != '\0'; });
  return text;
}

/// CMPP 2.0 §7.4.3.1 and 3.0: Msg_Id (8 octets), Stat (7), Submit_time and Done_time (10 each),
/// Dest_terminal_Id (21 or 32), SMSC_sequence (4), as fields.
std::string cmpp_fields(std::string_view octets) {
  constexpr std::size_t of_cmpp2 = 60, of_cmpp3 = 71, stat_at = 8, stat_octets = 7, times_at = 15, times = 20;
  if (octets.size() != of_cmpp2 && octets.size() != of_cmpp3) return {};
  const auto stat = octets.substr(stat_at, stat_octets);
  if (!all_digits(octets.substr(times_at, times)) || !std::all_of(stat.begin(), stat.end(), is_word))
    return {};
  std::uint64_t id = 0;
  for (const char c : octets.substr(0, stat_at)) id = id << 8 | static_cast<unsigned char>(c);
  return "Msg_Id:" + std::to_string(id) + " Stat:" + std::string(stat) +
         " Submit_time:" + std::string(octets.substr(times_at, times / 2)) +
         " Done_time:" + std::string(octets.substr(times_at + times / 2, times / 2));
}

}  // namespace

bool is_receipt_text(std::string_view text) {
  const auto plain = with_ascii_signs(text);
  if (!begins_with_field(plain)) return false;
  const auto all = fields_of(plain);
  const bool says_state = std::any_of(all.begin(), all.end(), [](const auto& f) {
    return f.is->kind == field_kind::state && is_state_word(f.value);
  });
  const bool has_id = has(all, field_kind::id), has_state = has(all, field_kind::state);
  if (has_id && says_state) return true;
  return all.size() >= fields_min && has(all, field_kind::other) && (has_id || has_state);
}

std::optional<std::string> receipt_text_in(const pdu& message) {
  const auto data = split_user_data(message);
  if (data.octets.size() > 0xFFFF || data.octets.empty()) return std::nullopt;
  const tlv* payload = message.find(tag::message_payload);
  for (const auto& read :
       {decode_text(data.octets, message.data_coding, {}).text, without_nuls(data.octets),
        without_nuls(message.short_message), without_nuls(payload ? payload->value : std::string()),
        unpack_septets(data.octets.substr(0, looked_at_max), data.udh_octets), cmpp_fields(data.octets)})
    if (is_receipt_text(read)) return with_ascii_signs(read);
  return std::nullopt;
}

std::vector<std::string> ids_spoken_of(std::string_view text) {
  constexpr std::size_t id_min = 4;  // a shorter word is an id only where it is called one
  const auto plain = with_ascii_signs(text);
  const bool called = has(fields_of(plain), field_kind::id);
  bool of_delivery = called;
  std::vector<std::string> ids;
  for (std::size_t at = 0; at < plain.size() && ids.size() < ids_max; ++at) {
    std::string word;
    while (at < plain.size() && (is_word(plain[at]) || (plain[at] == '-' && !word.empty())))
      word += plain[at++];
    of_delivery = of_delivery || is_state_word(word);
    if (word.size() >= (called ? 1 : id_min)) ids.push_back(std::move(word));
  }
  if (!of_delivery) ids.clear();
  return ids;
}

}  // namespace duanwen::smpp

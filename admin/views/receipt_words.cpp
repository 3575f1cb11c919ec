#include "admin/views/receipt_words.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "keywords/text/whole_number.hpp"

namespace duanwen {
namespace {

struct state_words {
  std::string_view state, words;
};
constexpr std::array<state_words, 8> words_of_states{{
    {"ENROUTE", "on its way"},
    {"DELIVRD", "delivered"},
    {"EXPIRED", "the carrier tried until its validity period was over"},
    {"DELETED", "deleted by the carrier"},
    {"UNDELIV", "could not be delivered"},
    {"ACCEPTD", "read by somebody on behalf of the resident"},
    {"UNKNOWN", "the carrier does not know"},
    {"REJECTD", "rejected by the carrier"},
}};

struct error_words {
  unsigned code;
  std::string_view words;
};
constexpr std::array<error_words, 32> words_of_errors{{
    {1, "unknown subscriber"},
    {3, "unknown MSC"},
    {5, "unidentified subscriber"},
    {6, "absent subscriber"},
    {7, "unknown equipment"},
    {8, "roaming not allowed"},
    {9, "illegal subscriber"},
    {10, "bearer service not provisioned"},
    {11, "teleservice not provisioned"},
    {12, "illegal equipment"},
    {13, "call barred"},
    {14, "forwarding violation"},
    {15, "closed user group reject"},
    {16, "illegal supplementary service operation"},
    {17, "supplementary service error"},
    {18, "supplementary service not available"},
    {19, "supplementary service subscription violation"},
    {20, "supplementary service incompatibility"},
    {21, "facility not supported"},
    {27, "absent subscriber"},
    {28, "incompatible terminal"},
    {29, "short term denial"},
    {30, "long term denial"},
    {31, "subscriber busy for short messages"},
    {32, "delivery failure at the phone"},
    {33, "message waiting list full"},
    {34, "system failure"},
    {35, "data missing"},
    {36, "unexpected data value"},
    {44, "number changed"},
    {45, "busy subscriber"},
    {46, "no subscriber reply"},
}};

/// The number that GSM may have given: all of the code, or what follows network_error_code's type of GSM
/// (§5.3.2.31), or what centres on the mainland write before it.
std::optional<unsigned> gsm_number(std::string_view error) {
  for (const std::string_view type : {"3:", "MK:"})
    if (error.starts_with(type)) error.remove_prefix(type.size());
  return whole_number<unsigned>(error);
}

}  // namespace

std::string words_of_receipt(std::string_view state, std::string_view error) {
  const auto known = std::ranges::find(words_of_states, state, &state_words::state);
  std::string words(known == words_of_states.end() ? state : known->words);
  const auto number = gsm_number(error);
  if (error.empty() || number == 0u) return words;
  words.append("; the carrier's code ").append(error);
  const auto named = std::ranges::find(words_of_errors, number.value_or(0), &error_words::code);
  if (named != words_of_errors.end()) words.append(", in GSM 29.002 ").append(named->words);
  return words;
}

}  // namespace duanwen

#pragma once
// One step of a conversation, as values: the inquiry that came, how replies look, and the decision that was
// made.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "keywords/conversation/conversation.hpp"
#include "keywords/segments/reply.hpp"
#include "keywords/segments/tariff.hpp"
#include "keywords/vocabulary/wording.hpp"

namespace duanwen {

/// One inbound text, whole.
struct inquiry {
  std::string text;  ///< UTF-8, as decoded
  std::string
      department;  ///< when it came to a department's own sub-extension: its id, where a bare 1 is its item 1
  std::int64_t now = 0;                                        ///< milliseconds since 1970, UTC
  std::optional<std::uint32_t> menu_extension = std::nullopt;  ///< of the told_menu that it came to
  /// Its octets may mean another text, by their label: names and questions are found in it, but no command
  /// and no selection, and an opt-out is not taken back.
  bool guessed = false;
};

/// The menu extensions that a carrier has room for.
struct menu_extension_range {
  std::uint32_t highest = 0;           ///< 0: none are given
  std::vector<std::uint32_t> taken{};  ///< extensions that make another number of ours
};

/// How replies of this service number and carrier look.
struct reply_style {
  const wording& words;
  const tariff& profile;
  std::uint32_t reply_segments_max = 4;  ///< a longer reply is paged
  std::uint32_t segments_per_hour = 0;   ///< to one resident; what is over it is not answered. 0 = no limit
  menu_extension_range menu_extensions = {};
  std::uint32_t repeats_within_s = 0;  ///< the same text within so many seconds is one; 0 = each is its own
};

/// What was answered; opted_out (退订), fused (segments_per_hour) and repeated (repeats_within_s) have an
/// empty answer.
enum class outcome : std::uint8_t {
  menu,
  details,
  page,
  offers,
  help,
  unknown,
  no_such_number,
  notice,
  opted_out,
  fused,
  repeated
};
inline constexpr std::size_t outcome_count = 11;

/// How the keyword was found; the label `how` of duanwen_keyword_matches_total.
enum class match_kind : std::uint8_t {
  none,
  exact,
  direct_form,
  conversation,
  extension,
  name,       ///< a name put together otherwise than registered
  near_name,  ///< by sound, by pinyin, with a slip
  words       ///< by what an item is about
};
inline constexpr std::size_t match_kind_count = 8;

struct decision {
  conversation next;
  reply answer;
  outcome result = outcome::unknown;
  match_kind matched = match_kind::none;
  std::uint32_t segments = 0;            ///< of the answer, by the style's tariff
  std::uint32_t menu_extension = 0;      ///< that it leaves under; 0: the number as it is
  bool guessed = false;                  ///< of an inquiry that was
  std::vector<std::string> departments;  ///< ids whose inquiry this was, for the ledger
};

const char* name_of(outcome o);  ///< "menu", "details" … as metrics and traces spell it
const char* name_of(match_kind m);

}  // namespace duanwen

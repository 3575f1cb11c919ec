#include "gateway/smpp/text/receipt_states.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>

namespace duanwen::smpp {
namespace {

struct stat_row {
  std::string_view begin;  // in upper case; longer spellings begin so too
  message_state state;
  bool says_all = false;
};

// Of two rows that fit, the first counts. The words of appendix B in the spellings of centres, and what
// centres and gateways write beside them.
constexpr auto stat_words = std::to_array<stat_row>({
    {"DELIV", message_state::delivered, true},
    {"DLVRD", message_state::delivered, true},
    {"EXPIR", message_state::expired, true},
    {"DELET", message_state::deleted, true},
    {"CANCEL", message_state::deleted, true},
    {"UNDEL", message_state::undeliverable, true},
    {"UNDLV", message_state::undeliverable, true},
    {"FAIL", message_state::undeliverable, true},
    {"ACCEPT", message_state::accepted, true},
    {"ACK", message_state::accepted, true},
    {"UNKNOW", message_state::unknown, true},
    {"REJECT", message_state::rejected, true},
    {"ENROUTE", message_state::enroute, true},
    {"BUFF", message_state::enroute},
    {"SCHED", message_state::enroute},
    {"PENDING", message_state::enroute},
    {"QUEUED", message_state::enroute},
    {"RETRY", message_state::enroute},
    {"SKIPPED", message_state::undeliverable},
    {"TIMEOUT", message_state::expired},
    {"MI00000", message_state::expired},
    {"NOROUTE", message_state::undeliverable},
    {"ROUTEERR", message_state::undeliverable},
    {"NOTDELIV", message_state::undeliverable},
    {"NOSEND", message_state::undeliverable},
    {"INVALID", message_state::undeliverable},
    {"ABSENT", message_state::undeliverable},
    {"BEYOND", message_state::undeliverable},
    {"ERR", message_state::undeliverable},
    {"MBBLACK", message_state::rejected},
    {"DBBLACK", message_state::rejected},
    {"BLACK", message_state::rejected},
    {"BWLIST", message_state::rejected},
    {"HIGRISK", message_state::rejected},
    {"BLOCK", message_state::rejected},
    {"REFUSE", message_state::rejected},
    {"SPAM", message_state::rejected},
    {"KEYWORD", message_state::rejected},
    {"DB:0141", message_state::rejected},
    {"DB:0144", message_state::rejected},
});

// Codes of gateways on the mainland: two letters that say who gave it to whom, a colon or none, and a number.
constexpr auto stat_codes = std::to_array<stat_row>({
    {"CA", message_state::undeliverable},  // between gateway and prepaid billing
    {"CB", message_state::undeliverable},  // by prepaid billing
    {"DA", message_state::undeliverable},  // between gateway and service management
    {"DB", message_state::undeliverable},  // by service management
    {"IA", message_state::undeliverable},  // between gateways
    {"IB", message_state::undeliverable},  // by the next gateway
    {"IC", message_state::undeliverable},  // by the next gateway, which never answered
    {"ID", message_state::undeliverable}, {"MA", message_state::undeliverable},  // between gateway and centre
    {"MB", message_state::undeliverable},                                        // by the centre
    {"MC", message_state::undeliverable},  // by the centre, which never answered
    {"ME", message_state::undeliverable}, {"MH", message_state::undeliverable},
    {"MI", message_state::undeliverable},  // of the phone: off, out of reach, out of service
    {"MK", message_state::undeliverable}, {"ML", message_state::undeliverable},
    {"MM", message_state::undeliverable}, {"MN", message_state::undeliverable},
    {"MU", message_state::undeliverable}, {"MX", message_state::undeliverable},
    {"NP", message_state::undeliverable},  // the number went to another carrier
    {"CJ", message_state::rejected},       // by words or by the sender's platform
    {"HD", message_state::rejected},      {"TD", message_state::rejected},
    {"XA", message_state::rejected},
});

bool is_stat_digit(char c) { return c >= '0' && c <= '9'; }
bool is_stat_code(std::string_view stat) {
  return stat.size() > 3 && (stat[2] == ':' || is_stat_digit(stat[2])) && is_stat_digit(stat.back());
}

template <class Rows>
const stat_row* stat_row_of(const Rows& rows, std::string_view stat) {
  const auto fits = [stat](const stat_row& r) { return stat.starts_with(r.begin); };
  const auto found = std::find_if(rows.begin(), rows.end(), fits);
  return found == rows.end() ? nullptr : &*found;
}

}  // namespace

stat_meaning meaning_of_stat(std::string_view stat) {
  std::string upper(stat);
  for (auto& c : upper) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  const auto* row = stat_row_of(stat_words, upper);
  if (!row && is_stat_code(upper)) row = stat_row_of(stat_codes, upper);
  if (!row) return {};
  return {row->state, row->says_all};
}

}  // namespace duanwen::smpp

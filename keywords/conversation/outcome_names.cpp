// How metrics and traces spell what was decided.
#include "keywords/conversation/decision.hpp"

namespace duanwen {

const char* name_of(outcome o) {
  switch (o) {
    case outcome::menu:
      return "menu";
    case outcome::details:
      return "details";
    case outcome::page:
      return "page";
    case outcome::offers:
      return "offers";
    case outcome::help:
      return "help";
    case outcome::unknown:
      return "unknown";
    case outcome::no_such_number:
      return "no_such_number";
    case outcome::notice:
      return "notice";
    case outcome::opted_out:
      return "opted_out";
    case outcome::fused:
      return "fused";
    case outcome::repeated:
      return "repeated";
  }
  return "?";
}

const char* name_of(match_kind m) {
  switch (m) {
    case match_kind::none:
      return "none";
    case match_kind::exact:
      return "exact";
    case match_kind::direct_form:
      return "direct_form";
    case match_kind::conversation:
      return "conversation";
    case match_kind::extension:
      return "extension";
    case match_kind::name:
      return "name";
    case match_kind::near_name:
      return "near_name";
    case match_kind::words:
      return "words";
  }
  return "?";
}

}  // namespace duanwen

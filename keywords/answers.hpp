#pragma once
// What can be answered: a sentence, a menu, details, an area, a list to pick from. Pure.

#include <string_view>
#include <vector>

#include "keywords/conversation/decision.hpp"
#include "keywords/index/snapshot.hpp"
#include "keywords/meaning/guess.hpp"
#include "keywords/pages/compose.hpp"
#include "keywords/pages/menu.hpp"
#include "keywords/text/selection.hpp"

namespace duanwen {

/// One decision in the making: what every answer needs.
struct answer_context {
  const snapshot& directory;
  const conversation& before;  ///< as it was stored
  const conversation& now_at;  ///< with the menu that numbers refer to
  const reply_style& style;
};

/// A sentence moves nobody: the menu in view stays.
decision say(const answer_context& a, std::string_view sentence, outcome result);
/// Nothing is said, and the menu in view stays.
decision say_nothing(const answer_context& a, outcome result);
decision show_menu(const answer_context& a, const menu& m, const std::string& before = {});
decision show_details(const answer_context& a, const menu& m, const selection& selected);
/// The keywords of an area's departments, beyond the first `after`.
decision show_area(const answer_context& a, const area& area, std::uint32_t after);
/// Its menu, or the details that `selected` asks for.
decision show_target(const answer_context& a, const target& to, const std::optional<selection>& selected);
/// The next details or lines of `m`.
decision go_on(const answer_context& a, const menu& m);
/// `您要找的是`, and the choices by number, as many as one segment holds.
decision offer(const answer_context& a, std::vector<choice> choices);

/// What the numbers of a list mean that was made for the moment, without what is no longer in the directory;
/// a gap has no target.
std::vector<choice> offered_in(const snapshot& directory, const conversation& now_at);

}  // namespace duanwen

// What a text means where the resident stands, and which page answers it.
#include "keywords/decide.hpp"

#include <algorithm>

#include "keywords/answers.hpp"
#include "keywords/conversation/menu_extensions.hpp"
#include "keywords/conversation/repeats.hpp"
#include "keywords/meaning/called.hpp"
#include "keywords/meaning/match.hpp"
#include "keywords/meaning/no_inquiry.hpp"
#include "keywords/pages/areas.hpp"
#include "keywords/text/normalise.hpp"
#include "keywords/text/phone_marks.hpp"

namespace duanwen {
namespace {

constexpr std::size_t guessed_octets_max = 1500;  // nobody asks for a service in more than 500 characters

// The number of a list made for the moment: what it names is followed, items are told.
decision pick(const answer_context& a, const menu& m, const selection& selected) {
  const auto choices = offered_in(a.directory, a.now_at);
  for (const auto& r : selected.ranges) {
    const auto number = place_in_list(r.first, choices.size());
    const bool listed = r.is_one() && number >= 1 && number <= choices.size();
    if (!listed || choices[number - 1].what) continue;
    const auto& to = choices[number - 1].to;
    if (to != target{}) return show_target(a, to, std::nullopt);
  }
  if (m.lines.empty()) return say(a, a.style.words.number_without_menu, outcome::unknown);
  return show_details(a, m, selected);
}

decision answer_there(const answer_context& a, const understood& u, const menu& m) {
  const auto& words = a.style.words;
  const bool no_menu = m.kind == menu_kind::none;
  switch (u.intent) {
    case text_intent::selection:
      if (m.kind == menu_kind::offers) return pick(a, m, *u.selected);
      return no_menu ? say(a, words.number_without_menu, outcome::unknown) : show_details(a, m, *u.selected);
    case text_intent::more:
      return go_on(a, m);
    case text_intent::back:
      if (m.kind == menu_kind::offers) return offer(a, offered_in(a.directory, a.now_at));
      return no_menu || !a.now_at.below_menu ? say(a, words.help, outcome::help) : show_menu(a, m);
    default:
      return say(a, words.help, outcome::help);
  }
}

decision answer_in_area(const answer_context& a, const understood& u, const area& area) {
  if (u.intent == text_intent::selection) {
    const auto listed = departments_listed(a.directory, area, a.now_at);
    const auto& r = u.selected->ranges;
    const auto number = r.size() == 1 && r[0].is_one() ? place_in_list(r[0].first, listed.size()) : 0;
    if (number >= 1 && number <= listed.size() && listed[number - 1])
      return show_target(a, target_of(*listed[number - 1]), std::nullopt);
  }
  if (u.intent == text_intent::more) {
    const auto after = a.now_at.menu_from;
    const auto listed = departments_listed(a.directory, area, a.now_at);
    // Departments may have gone since the page before.
    const auto rest =
        listed.begin() + static_cast<std::ptrdiff_t>(std::min<std::size_t>(after, listed.size()));
    const bool is_more =
        after != 0 && std::any_of(rest, listed.end(), [](const auto* d) { return d != nullptr; });
    return is_more ? show_area(a, area, after) : say(a, a.style.words.no_more, outcome::page);
  }
  if (u.intent == text_intent::back && a.now_at.below_menu) return show_area(a, area, 0);
  return answer_there(a, u, {});
}

bool is_at(const conversation& c, menu_kind menu, std::string_view id) {
  return c.menu == menu && c.id == id;
}

struct standing {
  conversation at;
  bool at_sub_extension = false;
};

// Where numbers refer to: the menu that was seen, but at a sub-extension only if it was seen there; else the
// extension's own department, as if its directory were in view. What came to a menu extension means that
// menu.
standing stands(const snapshot& directory, const conversation& now_at, const inquiry& incoming) {
  const auto at = incoming.menu_extension ? menu_under(now_at, *incoming.menu_extension) : now_at;
  const bool in_view = exists(directory, at);
  const bool by_menu_extension = incoming.menu_extension && at.menu != menu_kind::none;
  const bool seen_there =
      in_view && (by_menu_extension || (!incoming.menu_extension && now_at.heard_at == incoming.department) ||
                  is_at(at, menu_kind::department, incoming.department));
  if (!incoming.department.empty() && !seen_there && directory.find_department(incoming.department)) {
    standing own;
    own.at.menu = menu_kind::department;
    own.at.id = incoming.department;
    own.at.below_menu = true;  // so that 0 shows the menu, which was not seen yet
    own.at_sub_extension = true;
    return own;
  }
  return {in_view ? at : conversation{}, false};
}

decision follow_keyword(const answer_context& a, const understood& u) {
  auto d = show_target(a, *u.keyword, u.selected);
  d.matched = u.selected ? match_kind::direct_form : match_kind::exact;
  return d;
}

// Details that came back, which of all items are likest to themselves.
bool is_echo_of_items(const answer_context& a, const understood& u, const guess& g) {
  const auto is_it = [&u](const item& i) { return is_echo_of(u.form, i.details); };
  if (std::any_of(g.choices.begin(), g.choices.end(),
                  [&](const choice& c) { return c.what && is_it(*c.what); }))
    return true;
  if (!g.sure || !g.sure->department || !g.selected) return false;
  const auto m = menu_of(a.directory, *g.sure->department);
  return std::any_of(g.selected->ranges.begin(), g.selected->ranges.end(), [&](const number_range& r) {
    const auto* line = m.find(r.first);
    return line && is_it(*line->leads_to);
  });
}

// No keyword and no command: a notice that nobody wants answered, or what it most likely means.
decision answer_words(const answer_context& a, const understood& u) {
  if (u.normal.size() > guessed_octets_max) return say(a, a.style.words.unknown, outcome::unknown);
  const bool program = is_notice(u.normal, a.style.words) || is_signed(u.raw, a.directory);
  if (program || is_echo(u.form, a.style.words)) return say_nothing(a, outcome::notice);
  const auto* last_area = a.directory.find_area(a.before.last_area);
  const auto g = guess_at(a.directory, u.normal, last_area, a.style.words);
  if (is_echo_of_items(a, u, g)) return say_nothing(a, outcome::notice);
  decision d;
  if (g.sure)
    d = show_target(a, *g.sure, g.selected);
  else if (!g.choices.empty())
    d = offer(a, g.choices);
  else
    d = say(a, a.style.words.unknown, outcome::unknown);
  d.matched = g.how;
  if (g.named_area) d.next.last_area = g.named_area->id;
  return d;
}

// The departments of the district that this resident asks of.
decision show_top(const answer_context& a) {
  const auto* top = top_of(a.directory, a.before.last_area);
  auto d = top ? show_area(a, *top, 0) : say(a, a.style.words.help, outcome::help);
  d.matched = match_kind::conversation;
  return d;
}

decision answer(const answer_context& a, const understood& u, bool at_sub_extension) {
  if (u.intent == text_intent::keyword) return follow_keyword(a, u);
  if (u.intent == text_intent::stop) return say_nothing(a, outcome::opted_out);
  if (u.intent == text_intent::top) return show_top(a);
  const auto* area = a.now_at.menu == menu_kind::area ? a.directory.find_area(a.now_at.id) : nullptr;
  const auto m = menu_of(a.directory, a.now_at, a.style.words);
  const auto called = u.intent == text_intent::nothing ? items_called(m, u, a.style.words) : std::nullopt;
  // More lines than anybody copies are the menu that came back.
  if (called && called->ranges.size() > copied_items_max) return say_nothing(a, outcome::notice);
  if (u.intent == text_intent::nothing && !called) return answer_words(a, u);
  auto d = called ? show_details(a, m, *called) : area ? answer_in_area(a, u, *area) : answer_there(a, u, m);
  d.matched = at_sub_extension ? match_kind::extension : match_kind::conversation;
  return d;
}

// What must be read before anything else; where it leaves no room for the rest, alone.
void put_first(decision& d, const answer_context& a, const std::string& notice) {
  if (d.answer.empty()) d.answer.signature_name = a.style.words.sender_name;
  reply_block block;
  block.text = notice;
  d.answer.blocks.insert(d.answer.blocks.begin(), std::move(block));
  if (!fits(d.answer, a.style)) d = say(a, notice, outcome::notice);
}

// The area whose departments are meant next where none is named.
std::string area_seen(const answer_context& a, const decision& d) {
  if (d.next.menu == menu_kind::area) return d.next.id;
  const auto* seen = d.next.menu == menu_kind::department ? a.directory.find_department(d.next.id) : nullptr;
  const bool named = !d.next.last_area.empty() && d.next.last_area != a.before.last_area;
  if (seen && !seen->area.empty() && !named) return seen->area;
  return d.next.last_area.empty() ? a.before.last_area : d.next.last_area;
}

// What only moves on from where its sender stands.
bool is_order(text_intent intent) { return intent != text_intent::nothing && intent != text_intent::keyword; }

// What follows a keyword or a name, however it was written, opens the talk again after an opt-out.
bool names_somebody(const decision& d, text_intent intent) {
  if (intent == text_intent::keyword) return true;
  const bool answered = d.result == outcome::menu || d.result == outcome::details;
  if (d.matched == match_kind::near_name) return answered;
  return d.matched == match_kind::name && (answered || d.result == outcome::offers);
}

// Whoever opted out is left alone until a keyword comes; only of danger is something said.
void respect_opt_out(decision& d, const answer_context& a, text_intent intent, bool urgent) {
  const bool reopened = !d.guessed && names_somebody(d, intent);
  const bool stops = intent == text_intent::stop && !d.guessed;
  d.next.opted_out = stops || (a.before.opted_out && !reopened);
  if (!d.next.opted_out) return;
  const bool guessed = d.guessed;
  d = urgent ? say(a, a.style.words.emergency, outcome::notice) : say_nothing(a, outcome::opted_out);
  d.guessed = guessed;
  d.next.opted_out = true;
  if (!urgent) d.matched = match_kind::conversation;
}

// Two programs that answer each other would never end; the first answer of an hour is never refused.
void burn_fuse(decision& d, const answer_context& a, std::int64_t now) {
  constexpr std::int64_t hour_ms = 3600'000;
  d.next.fuse_hour = static_cast<std::uint32_t>(now / hour_ms);
  d.next.fuse_segments = a.before.fuse_hour == d.next.fuse_hour ? a.before.fuse_segments : 0;
  if (d.answer.empty()) return;
  const auto segments = static_cast<std::uint32_t>(count_segments(d.answer, a.style.profile));
  const auto limit = a.style.segments_per_hour;
  if (limit != 0 && d.next.fuse_segments != 0 && d.next.fuse_segments + segments > limit) {
    d.answer = {};
    d.result = outcome::fused;
  } else {
    d.segments = segments;
    d.next.fuse_segments += segments;
  }
}

// M, a number, a selection may be texted twice and mean two things.
bool means_one_thing(text_intent intent) {
  return intent == text_intent::keyword || intent == text_intent::nothing || intent == text_intent::help ||
         intent == text_intent::top;
}

decision say_once(const conversation& now_at) {
  decision d;
  d.next = now_at;
  d.result = outcome::repeated;
  return d;
}

}  // namespace

decision decide(const snapshot& directory, const conversation& now_at, const inquiry& incoming,
                const reply_style& style) {
  const auto here = stands(directory, now_at, incoming);
  const answer_context a{directory, now_at, here.at, style};
  const auto typed = typed_in(incoming.text);
  const auto text = without_private_numbers(typed.rest);
  auto u = understand(directory, text.rest, style.words);
  const auto text_now = answered_now(incoming);
  if (means_one_thing(u.intent) && repeats(now_at.answered, text_now, style.repeats_within_s))
    return say_once(now_at);
  const bool urgent = !typed.is_reaction && u.intent != text_intent::keyword &&
                      is_emergency(u.normal, style.words) && !is_echo(u.form, style.words);
  decision d;
  if (typed.is_reaction || (text.found && u.form.empty()))
    d = say_nothing(a, outcome::notice);
  else if (incoming.guessed && is_order(u.intent))
    d = say(a, style.words.unknown, outcome::unknown);
  else
    d = answer(a, u, here.at_sub_extension);
  const bool nothing_else = d.result == outcome::unknown || d.result == outcome::no_such_number;
  if (urgent && nothing_else) d = say_nothing(a, outcome::notice);
  if (text.found) put_first(d, a, style.words.private_number);
  if (urgent) put_first(d, a, style.words.emergency);
  d.next.last_area = area_seen(a, d);
  d.guessed = incoming.guessed;
  respect_opt_out(d, a, typed.is_reaction ? text_intent::nothing : u.intent, urgent);
  burn_fuse(d, a, incoming.now);
  if (d.next.menu != menu_kind::none && d.next != now_at) d.next.heard_at = incoming.department;
  const bool is_noted = style.repeats_within_s != 0 && means_one_thing(u.intent) && !d.answer.empty();
  d.next.answered = is_noted ? text_now : answered_text();
  give_menu_extension(d, now_at, incoming, style.menu_extensions);
  return d;
}

}  // namespace duanwen

#include "keywords/meaning/guess_items.hpp"

#include <algorithm>

#include "keywords/directory/inherit.hpp"
#include "keywords/index/snapshot.hpp"
#include "keywords/text/normalise.hpp"
#include "keywords/text/utf8.hpp"
#include "keywords/vocabulary/fillers.hpp"

namespace duanwen {
namespace {

constexpr std::size_t words_octets_min = 5;               // QS证; one character is no question
constexpr std::size_t letters_min = 5;                    // dibao
constexpr std::size_t between_two = 1, between_more = 5;  // characters that may stand between those of a name
constexpr std::size_t held_octets_max = 120;
constexpr double held_in_pieces = 0.9;
// Items that are nearly called so: the words of offices differ by little, so less passes than of names.
constexpr double near_misheard = 0.6, near_one_slip = 1.05, near_sure = 0.45, near_clear = 0.2;

enum class name_kind { none, synonym, title };

name_kind name_kind_of(const item& i, const std::string& form) {
  if (keyword_form(i.title) == form || keyword_form(i.short_title) == form) return name_kind::title;
  const bool synonym = std::any_of(i.synonyms.begin(), i.synonyms.end(),
                                   [&form](const std::string& s) { return keyword_form(s) == form; });
  return synonym ? name_kind::synonym : name_kind::none;
}

// What is called exactly so goes before what means the same.
void put_called_first(item_guess& g, const std::string& form, const std::string& plain) {
  std::vector<std::pair<name_kind, item_hit>> kinds;
  for (const auto& h : g.hits)
    kinds.emplace_back(std::max(name_kind_of(*h.what, form), name_kind_of(*h.what, plain)), h);
  std::stable_sort(kinds.begin(), kinds.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  for (std::size_t i = 0; i < kinds.size(); ++i) g.hits[i] = kinds[i].second;
  const auto first = kinds.empty() ? name_kind::none : kinds.front().first;
  g.called = first != name_kind::none && (kinds.size() == 1 || kinds[1].first < first);
  g.titled = g.called && first == name_kind::title;
}

// How many characters of `text` lie from the first to the last of `name`, which it holds in this order with
// others between them (打口井 holds 打井); 0 where it does not.
std::size_t span_of(std::u32string_view name, std::u32string_view text) {
  std::size_t least = 0;
  for (std::size_t begin = text.find(name.front()); begin != text.npos;
       begin = text.find(name.front(), begin + 1)) {
    std::size_t at = begin, found = 0;
    for (; at < text.size() && found < name.size(); ++at)
      if (text[at] == name[found]) ++found;
    if (found == name.size() && (least == 0 || at - begin < least)) least = at - begin;
  }
  return least;
}

bool is_held(const std::string& name, std::u32string_view text) {
  const auto characters = to_code_points(without_fillers(keyword_form(name)));
  if (characters.size() < 2) return false;
  const auto span = span_of(characters, text);
  return span != 0 && span <= characters.size() + (characters.size() == 2 ? between_two : between_more);
}

// People put words between those of a name: 想砍屋后头几根树子.
void take_names_held(item_guess& g, const std::string& form) {
  const auto text = to_code_points(without_fillers(form).substr(0, held_octets_max));
  for (auto& h : g.hits) {
    const auto& i = *h.what;
    const auto held = [&](const std::string& name) { return is_held(name, text); };
    if (held(i.title) || held(i.short_title) || std::any_of(i.synonyms.begin(), i.synonyms.end(), held))
      h.name_covered = std::max(h.name_covered, held_in_pieces);
  }
  std::stable_sort(g.hits.begin(), g.hits.end(),
                   [](const item_hit& a, const item_hit& b) { return a.score() > b.score(); });
}

}  // namespace

bool item_guess::is_sure(const item_limits& l) const {
  if (hits.empty()) return false;
  if (called) return true;
  const auto& best = hits.front();
  const double margin = hits.size() == 1 ? 1 : best.score() - hits[1].score();
  const bool covered = best.text_covered >= l.sure_text && best.name_covered >= l.sure_name;
  return (covered && margin >= l.sure_margin) ||
         (best.text_covered >= l.lone_text && margin >= l.lone_margin);
}

item_guess guess_items(const snapshot& directory, const std::string& form, const department_list& only,
                       const area_list& areas, std::size_t most) {
  item_guess g;
  const auto plain = without_signs(without_fillers(form));
  if (plain.size() < words_octets_min) return g;
  const auto wanted = [&](const department& d, const item& i) {
    if (!only.empty() && std::find(only.begin(), only.end(), &d) == only.end()) return false;
    // What an heir has of the department above is told by that one where no area was named.
    if (areas.empty() && only.size() != 1) return !d.inherits || i.number >= first_own_number_of_heir;
    if (!only.empty()) return true;
    return std::any_of(areas.begin(), areas.end(),
                       [&](const area* area) { return !directory.names().nearest({&d}, *area).empty(); });
  };
  g.hits = directory.items().find(form, most, wanted);
  std::erase_if(g.hits, [](const item_hit& h) { return !h.by_words; });
  drop_what_heirs_say(g.hits, directory.names(), directory);
  take_names_held(g, form);
  put_called_first(g, form, plain);
  return g;
}

std::vector<near_item> guess_near_items(const snapshot& directory, const std::string& form) {
  const auto plain = without_signs(without_fillers(form));
  const auto words = without_pinyin_fillers(plain);
  const auto least = is_ascii(words) ? letters_min : words_octets_min;
  if (words.size() < least || words.size() > near_octets_max) return {};
  auto near = directory.find_near_items(words, near_one_slip);
  std::erase_if(near,
                [](const near_item& n) { return n.cost > (n.units <= 3 ? near_misheard : near_one_slip); });
  return near;
}

bool is_sure(const std::vector<near_item>& near) {
  return !near.empty() && near.front().cost <= near_sure &&
         (near.size() == 1 || near[1].cost - near.front().cost >= near_clear);
}

bool is_worth_offering(const item_hit& h) {
  return (h.text_covered >= 0.9 && h.name_covered >= 0.4) ||
         (h.name_covered >= 0.9 && h.evidence >= 2.5 && h.score() >= 0.48) ||
         (h.text_covered >= 0.7 && h.evidence >= 2.5 && h.score() >= 0.6) ||
         (h.text_covered >= 0.34 && h.evidence >= 3.0 && h.score() >= 0.38) ||
         (h.text_covered >= 0.25 && h.evidence >= 4.8 && h.score() >= 0.3);
}

bool may_be_meant(const item_hit& h) {
  return h.text_covered >= 0.15 && h.evidence >= 2.8 && h.score() >= 0.18;
}

bool is_worth_offering_within(const item_hit& h) { return h.text_covered >= 0.25 && h.score() >= 0.3; }

}  // namespace duanwen

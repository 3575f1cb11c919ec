#include "keywords/conversation/ties.hpp"

#include <algorithm>

namespace duanwen {
namespace {

// More are hardly ever in anybody's mind, nor have they room in the store.
constexpr std::size_t ties_max = 20;

template <class One, class Other>
bool same_menu(const One& a, const Other& b) {
  return a.where == b.where && a.id == b.id && a.offers == b.offers && a.pinned == b.pinned;
}

bool is_taken(const tie_rule& rule, std::uint32_t digits) {
  return std::find(rule.taken.begin(), rule.taken.end(), digits) != rule.taken.end();
}

// The next digits that mean nothing yet, else those of the menu that was told the longest ago; 0: there are
// none at all.
std::uint32_t free_digits(const conversation& c, const tie_rule& rule) {
  const auto is_tied = [&c](std::uint32_t digits) {
    return std::any_of(c.ties.begin(), c.ties.end(), [digits](const auto& t) { return t.digits == digits; });
  };
  auto digits = c.last_tie;
  const auto tries = std::min<std::size_t>(rule.most, ties_max + rule.taken.size() + 1);
  for (std::size_t i = 0; i < tries; ++i) {
    digits = digits >= rule.most ? 1 : digits + 1;
    if (!is_tied(digits) && !is_taken(rule, digits)) return digits;
  }
  for (auto oldest = c.ties.rbegin(); oldest != c.ties.rend(); ++oldest)
    if (oldest->digits <= rule.most && !is_taken(rule, oldest->digits)) return oldest->digits;
  return 0;
}

// Puts the menu of `c` in front of the others, under the digits that it had, or new ones.
std::uint32_t told_under(conversation& c, const tie_rule& rule) {
  const auto usable = [&](const tied_menu& t) { return t.digits <= rule.most && !is_taken(rule, t.digits); };
  const auto known =
      std::find_if(c.ties.begin(), c.ties.end(), [&](const auto& t) { return same_menu(t, c) && usable(t); });
  if (known != c.ties.end()) {
    std::rotate(c.ties.begin(), known, known + 1);
    return c.ties.front().digits;
  }
  const auto digits = free_digits(c, rule);
  if (digits == 0) return 0;
  std::erase_if(c.ties, [digits](const auto& t) { return t.digits == digits; });
  c.ties.insert(c.ties.begin(), tied_menu{digits, c.where, c.id, c.offers, c.pinned});
  if (c.ties.size() > ties_max) c.ties.pop_back();
  c.last_tie = digits;
  return digits;
}

}  // namespace

conversation menu_under(const conversation& now_at, std::uint32_t digits) {
  const auto found = std::find_if(now_at.ties.begin(), now_at.ties.end(),
                                  [digits](const auto& t) { return t.digits == digits; });
  conversation there;
  if (found == now_at.ties.end()) return there;
  if (same_menu(*found, now_at)) return now_at;
  there.where = found->where;
  there.id = found->id;
  there.offers = found->offers;
  there.pinned = found->pinned;
  there.below_menu = true;  // so that 0 shows it again
  return there;
}

void tie(decision& d, const conversation& before, const inquiry& asked, const tie_rule& rule) {
  d.next.ties = before.ties;
  d.next.last_tie = before.last_tie;
  if (rule.most == 0 || d.answer.empty()) return;
  if (asked.tie && same_menu(d.next, before))
    d.tie = *asked.tie;
  else if (d.next.where != place_kind::nowhere)
    d.tie = told_under(d.next, rule);
}

}  // namespace duanwen

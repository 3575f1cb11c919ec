#include "keywords/conversation/menu_extensions.hpp"

#include <algorithm>

namespace duanwen {
namespace {

// More are hardly ever in anybody's mind, nor have they room in the store.
constexpr std::size_t told_menus_max = 20;

template <class One, class Other>
bool same_menu(const One& a, const Other& b) {
  return a.menu == b.menu && a.id == b.id && a.offers == b.offers && a.pinned == b.pinned;
}

bool is_taken(const menu_extension_range& range, std::uint32_t extension) {
  return std::find(range.taken.begin(), range.taken.end(), extension) != range.taken.end();
}

// The next one that means nothing yet, else that of the menu told the longest ago; 0: there is none at all.
std::uint32_t free_extension(const conversation& c, const menu_extension_range& range) {
  const auto is_given = [&c](std::uint32_t extension) {
    return std::any_of(c.told_menus.begin(), c.told_menus.end(),
                       [extension](const auto& t) { return t.extension == extension; });
  };
  auto extension = c.last_menu_extension;
  const auto tries = std::min<std::size_t>(range.highest, told_menus_max + range.taken.size() + 1);
  for (std::size_t i = 0; i < tries; ++i) {
    extension = extension >= range.highest ? 1 : extension + 1;
    if (!is_given(extension) && !is_taken(range, extension)) return extension;
  }
  for (auto oldest = c.told_menus.rbegin(); oldest != c.told_menus.rend(); ++oldest)
    if (oldest->extension <= range.highest && !is_taken(range, oldest->extension)) return oldest->extension;
  return 0;
}

// Puts the menu of `c` in front of the others, under the extension that it had, or a new one.
std::uint32_t told_under(conversation& c, const menu_extension_range& range) {
  const auto usable = [&](const told_menu& t) {
    return t.extension <= range.highest && !is_taken(range, t.extension);
  };
  const auto known = std::find_if(c.told_menus.begin(), c.told_menus.end(),
                                  [&](const auto& t) { return same_menu(t, c) && usable(t); });
  if (known != c.told_menus.end()) {
    std::rotate(c.told_menus.begin(), known, known + 1);
    return c.told_menus.front().extension;
  }
  const auto extension = free_extension(c, range);
  if (extension == 0) return 0;
  std::erase_if(c.told_menus, [extension](const auto& t) { return t.extension == extension; });
  c.told_menus.insert(c.told_menus.begin(), told_menu{extension, c.menu, c.id, c.offers, c.pinned});
  if (c.told_menus.size() > told_menus_max) c.told_menus.pop_back();
  c.last_menu_extension = extension;
  return extension;
}

}  // namespace

conversation menu_under(const conversation& now_at, std::uint32_t extension) {
  const auto found = std::find_if(now_at.told_menus.begin(), now_at.told_menus.end(),
                                  [extension](const auto& t) { return t.extension == extension; });
  conversation there;
  if (found == now_at.told_menus.end()) return there;
  if (same_menu(*found, now_at)) return now_at;
  there.menu = found->menu;
  there.id = found->id;
  there.offers = found->offers;
  there.pinned = found->pinned;
  there.below_menu = true;  // so that 0 shows it again
  return there;
}

void give_menu_extension(decision& d, const conversation& before, const inquiry& incoming,
                         const menu_extension_range& range) {
  d.next.told_menus = before.told_menus;
  d.next.last_menu_extension = before.last_menu_extension;
  if (range.highest == 0 || d.answer.empty()) return;
  if (incoming.menu_extension && same_menu(d.next, before))
    d.menu_extension = *incoming.menu_extension;
  else if (d.next.menu != menu_kind::none)
    d.menu_extension = told_under(d.next, range);
}

}  // namespace duanwen

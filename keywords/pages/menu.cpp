#include "keywords/pages/menu.hpp"

#include <algorithm>

#include "keywords/text/utf8.hpp"

namespace duanwen {
namespace {

constexpr int moves_max = 16;  // two retired numbers may lead to each other

void sort_by_number(std::vector<menu_line>& lines) {
  std::stable_sort(lines.begin(), lines.end(),
                   [](const auto& a, const auto& b) { return a.number < b.number; });
}

template <class Numbered>
const Numbered* find_number(const std::vector<Numbered>& list, std::uint32_t number) {
  const auto found =
      std::find_if(list.begin(), list.end(), [number](const auto& one) { return one.number == number; });
  return found == list.end() ? nullptr : &*found;
}

// What stands between a number and the words: Chinese needs nothing, letters a blank, and a digit a dot,
// since it would run into the number.
std::string numbered(std::uint32_t number, const std::string& words) {
  const auto first = std::string_view(words).substr(0, 1);
  const bool digit = first >= "0" && first <= "9";
  return std::to_string(number) + (digit ? "." : is_ascii(first) ? " " : "") + words;
}

}  // namespace

const menu_line* menu::find(std::uint32_t number) const {
  const auto found = std::lower_bound(lines.begin(), lines.end(), number,
                                      [](const menu_line& l, std::uint32_t n) { return l.number < n; });
  return found == lines.end() || found->number != number ? nullptr : &*found;
}

const std::string& short_name_of(const department& d) { return d.short_name.empty() ? d.name : d.short_name; }

whereabouts follow(const snapshot& directory, const department& d, std::uint32_t number) {
  const auto* of = &d;
  for (int moves = 0; moves < moves_max; ++moves) {
    if (const auto* found = find_number(of->items, number)) return {of, found};
    const auto* gone = find_number(of->retired, number);
    if (!gone || !gone->moved_to) break;
    of = directory.find_department(gone->moved_to->department);
    number = gone->moved_to->item;
    if (!of) break;
  }
  return {};
}

menu menu_of(const snapshot& directory, const department& d) {
  menu m;
  m.kind = menu_kind::department;
  m.id = d.id;
  m.name = short_name_of(d);
  m.signature_name = m.name;
  m.owner = &d;
  m.lines.reserve(d.items.size() + d.retired.size());
  for (const auto& i : d.items) m.lines.push_back({i.number, &i, &d, true});
  for (const auto& r : d.retired)
    if (const auto [of, there] = follow(directory, d, r.number); there)
      m.lines.push_back({r.number, there, of, false});
    else
      m.gone.push_back(r.number);
  sort_by_number(m.lines);
  return m;
}

menu menu_of(const snapshot& directory, const theme& t, const wording& words) {
  menu m;
  m.kind = menu_kind::theme;
  m.id = t.id;
  m.name = t.name;
  m.signature_name = words.sender_name;
  for (const auto& entry : t.entries) {
    const auto* d = directory.find_department(entry.department);
    const auto [of, there] = d ? follow(directory, *d, entry.item) : whereabouts{};
    if (there)
      m.lines.push_back({entry.number, there, of, true});
    else
      m.gone.push_back(entry.number);
  }
  sort_by_number(m.lines);
  return m;
}

// Of a list made for the moment only its items have details of their own.
menu menu_of_offers(const snapshot& directory, const std::vector<offered>& offers, const wording& words) {
  menu m;
  m.kind = menu_kind::offers;
  m.signature_name = words.sender_name;
  for (std::uint32_t i = 0; i < offers.size(); ++i) {
    const auto* d = offers[i].item ? directory.find_department(offers[i].id) : nullptr;
    if (!d) continue;
    const auto [of, there] = follow(directory, *d, offers[i].item);
    if (there)
      m.lines.push_back({i + 1, there, of, true});
    else
      m.gone.push_back(i + 1);
  }
  return m;
}

menu menu_of(const snapshot& directory, const conversation& now_at, const wording& words) {
  if (now_at.menu == menu_kind::offers) return menu_of_offers(directory, now_at.offers, words);
  if (now_at.menu == menu_kind::department)
    if (const auto* d = directory.find_department(now_at.id)) return menu_of(directory, *d);
  if (now_at.menu == menu_kind::theme)
    if (const auto* t = directory.find_theme(now_at.id)) return menu_of(directory, *t, words);
  return {};
}

std::string shown(const menu_line& line, title_kind kind) {
  const auto& i = *line.leads_to;
  return numbered(line.number, kind == title_kind::full || i.short_title.empty() ? i.title : i.short_title);
}

reply_block detail_of(const menu& m, const menu_line& line, const wording& words) {
  const auto& title = line.leads_to->title;
  const auto& whose = short_name_of(*line.of);
  const bool latin = is_ascii(title);
  reply_block block;
  block.department = line.of->id;
  block.item = line.leads_to->number;
  if (!line.listed)
    block.text = fill(words.item_moved, {{"number", std::to_string(line.number)},
                                         {"department", whose},
                                         {"item", std::to_string(line.leads_to->number)}}) +
                 "\n" + title;
  else
    block.text = numbered(line.number, m.kind != menu_kind::department ? whose + " " + title : title);
  block.text += (latin ? ": " : ":") + line.leads_to->details;
  return block;
}

}  // namespace duanwen

#include "keywords/menu.hpp"

#include <algorithm>

namespace duanwen {
namespace {

void sort_by_number(std::vector<menu_line>& lines) {
  std::stable_sort(lines.begin(), lines.end(),
                   [](const auto& a, const auto& b) { return a.number < b.number; });
}

const std::string& short_name_of(const department& d) { return d.short_name.empty() ? d.name : d.short_name; }

menu menu_of_theme(const snapshot& directory, const theme& t, const std::string& sender_name) {
  menu m;
  m.kind = place_kind::theme;
  m.id = t.id;
  m.name = t.name;
  m.signature_name = sender_name;
  for (const auto& entry : t.entries) {
    const auto* d = directory.find_department(entry.department);
    if (!d) continue;
    const auto found =
        std::find_if(d->items.begin(), d->items.end(), [&](const item& i) { return i.number == entry.item; });
    if (found != d->items.end()) m.lines.push_back(menu_line{entry.number, &*found, d});
  }
  sort_by_number(m.lines);
  return m;
}

}  // namespace

const menu_line* menu::find(std::uint32_t number) const {
  const auto found =
      std::find_if(lines.begin(), lines.end(), [number](const auto& l) { return l.number == number; });
  return found == lines.end() ? nullptr : &*found;
}

menu menu_of(const department& d) {
  menu m;
  m.kind = place_kind::department;
  m.id = d.id;
  m.name = short_name_of(d);
  m.signature_name = short_name_of(d);
  m.owner = &d;
  for (const auto& i : d.items) m.lines.push_back(menu_line{i.number, &i, &d});
  sort_by_number(m.lines);
  return m;
}

menu menu_of(const snapshot& directory, place_kind kind, std::string_view id,
             const std::string& sender_name) {
  if (kind == place_kind::department)
    if (const auto* d = directory.find_department(id)) return menu_of(*d);
  if (kind == place_kind::theme)
    if (const auto* t = directory.find_theme(id)) return menu_of_theme(directory, *t, sender_name);
  return {};
}

std::string shown(const menu_line& line) {
  const auto& words = line.leads_to->short_title.empty() ? line.leads_to->title : line.leads_to->short_title;
  // A title that begins with a digit would run into its number.
  const bool digit_first = !words.empty() && words.front() >= '0' && words.front() <= '9';
  const bool letter_first = !words.empty() && static_cast<unsigned char>(words.front()) < 0x80;
  return std::to_string(line.number) + (digit_first ? "." : letter_first ? " " : "") + words;
}

reply_block detail_of(const menu& m, const menu_line& line) {
  reply_block block;
  block.department = line.of->id;
  block.item = line.leads_to->number;
  const auto& title = line.leads_to->title;
  const bool ascii = !title.empty() && static_cast<unsigned char>(title.front()) < 0x80;
  block.text = std::to_string(line.number) + (ascii ? " " : "");
  if (m.kind == place_kind::theme) block.text += short_name_of(*line.of) + (ascii ? " " : "");
  block.text += title + ":" + line.leads_to->details;
  return block;
}

}  // namespace duanwen

#include "tests/golden/labelled_text.hpp"

#include <algorithm>
#include <array>
#include <fstream>
#include <stdexcept>

#include "tests/golden/split.hpp"
#include "tests/golden/unescaped.hpp"

namespace duanwen::golden {
namespace {

const char* kind_of(menu_kind menu) {
  constexpr std::array names = {"nowhere", "department", "theme", "area", "offers"};
  return names.at(static_cast<std::size_t>(menu));
}

std::string with_item(const std::string& department, std::uint32_t item) {
  return department + " " + std::to_string(item);
}

std::vector<std::string> told(const decision& d) {
  std::vector<std::string> items;
  for (const auto& b : d.answer.blocks)
    if (b.item != 0) items.push_back(with_item(b.department, b.item));
  return items;
}

bool has(const std::vector<std::string>& list, const std::string& one) {
  return std::find(list.begin(), list.end(), one) != list.end();
}

bool is_offered(const decision& d, const std::string& id, std::size_t among = 100) {
  const auto& offers = d.next.offers;
  return d.result == outcome::offers &&
         std::any_of(offers.begin(),
                     offers.begin() + static_cast<std::ptrdiff_t>(std::min(among, offers.size())),
                     [&](const offered& o) { return (o.item ? with_item(o.id, o.item) : o.id) == id; });
}

verdict meets_items(const decision& d, const std::string& wanted) {
  const auto space = wanted.find(' ');
  const auto id = wanted.substr(0, space);
  std::vector<std::string> items;
  for (const auto& n : split(wanted.substr(space + 1), ',')) items.push_back(id + " " + n);
  const auto shown = told(d);
  const bool begins =
      !shown.empty() && shown.size() <= items.size() && std::equal(shown.begin(), shown.end(), items.begin());
  if (begins && (shown.size() == items.size() || !d.next.waiting.empty())) return verdict::right;
  return is_offered(d, id) || is_offered(d, items.front()) ? verdict::offered : verdict::wrong;
}

verdict meets_item(const decision& d, const std::string& wanted) {
  constexpr std::size_t first_three = 3;
  const auto shown = told(d);
  bool among = false;
  for (const auto& one : split(wanted, '|')) {
    if (d.result == outcome::details && has(shown, one)) return verdict::right;
    among = among || is_offered(d, one, first_three);
  }
  return among ? verdict::right : verdict::wrong;
}

verdict meets_candidates(const decision& d, const std::string& wanted) {
  for (const auto& id : split(wanted, '|'))
    if ((d.result == outcome::menu && d.next.id == id) || is_offered(d, id)) return verdict::right;
  return verdict::wrong;
}

verdict right_if(bool right) { return right ? verdict::right : verdict::wrong; }

bool is_directory(outcome o) {
  return o == outcome::menu || o == outcome::details || o == outcome::page || o == outcome::offers ||
         o == outcome::no_such_number;
}

}  // namespace

std::vector<labelled_text> read_labelled_texts(const std::string& path) {
  std::ifstream in(path);
  if (!in) throw std::runtime_error("cannot read " + path);
  std::vector<labelled_text> texts;
  bool header = true;
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with("#")) continue;
    const auto cells = split(line, '\t');
    if (!header)
      texts.push_back({cells.at(0), unescaped(cells.at(1)), cells.at(2),
                       cells.size() > 3 ? unescaped(cells[3]) : std::string()});
    header = false;
  }
  return texts;
}

verdict judge(const decision& d, const std::string& expected, const wording& words) {
  const auto colon = expected.find(':');
  const auto what = expected.substr(0, colon);
  const auto wanted = colon == expected.npos ? std::string() : expected.substr(colon + 1);
  if (what == "items") return meets_items(d, wanted);
  if (what == "item") return meets_item(d, wanted);
  if (what == "candidates") return meets_candidates(d, wanted);
  if (what == "none") return right_if(!is_directory(d.result));
  if (what == "silent") return right_if(d.answer.empty());
  if (what == "emergency")
    return right_if(!d.answer.empty() && d.answer.blocks.front().text == words.emergency);
  if (what == "optout") return right_if(d.result == outcome::opted_out);
  if (what == "help") return right_if(d.result == outcome::help);
  if (d.result == outcome::menu && d.next.id == wanted && kind_of(d.next.menu) == what) return verdict::right;
  return is_offered(d, wanted) ? verdict::offered : verdict::wrong;
}

std::string label_of(const decision& d) {
  std::string label = std::string(name_of(d.result)) + " " + d.next.id;
  for (const auto& one : told(d)) label += " [" + one + "]";
  if (d.result == outcome::offers)
    for (const auto& o : d.next.offers) label += " (" + (o.item ? with_item(o.id, o.item) : o.id) + ")";
  return label;
}

}  // namespace duanwen::golden

// Each name lies under the hash of its row of sound classes, of that row with any one left out, and of its
// initials: a text one slip away meets it under one of them (symmetric deletion).
#include "keywords/index/near_index.hpp"

#include <algorithm>
#include <map>

#include "keywords/sound/likeness.hpp"
#include "keywords/text/utf8.hpp"

namespace duanwen {
namespace {

constexpr std::size_t rows_max = 8;          // a character may have several classes
constexpr std::size_t candidates_max = 512;  // of one text; the rest would be no help in a list either
constexpr std::size_t deletable_units = 3;   // of two characters one alone says too little
constexpr double without_letters = 0.2;  // names with such a handicap are not looked for by misspelt pinyin

constexpr std::size_t letters_min = 6, letters_max = 40;  // of pinyin in which a letter may be wrong

enum class family : std::uint64_t { classes = 1, initials = 2, letters = 3, unordered = 4 };
using row = std::vector<std::uint32_t>;

std::uint64_t mixed(std::uint64_t hash, std::uint64_t value) {
  hash = (hash ^ value) * 0x9E3779B97F4A7C15u;
  return hash ^ (hash >> 29);
}

constexpr std::size_t keep_all = static_cast<std::size_t>(-1);

std::uint64_t hash_of(family f, const row& r, std::size_t left_out = keep_all) {
  auto hash = static_cast<std::uint64_t>(f);
  for (std::size_t i = 0; i < r.size(); ++i)
    if (i != left_out) hash = mixed(hash, r[i]);
  return hash;
}

std::uint64_t hash_unordered(const spoken_text& text) {
  row characters;
  for (const auto& unit : text) characters.push_back(static_cast<std::uint32_t>(unit.character));
  std::sort(characters.begin(), characters.end());
  return hash_of(family::unordered, characters);
}

// What has no sound stands for itself.
std::uint32_t silent_class(char32_t c) { return 0x10000u + static_cast<std::uint32_t>(c); }

// What a unit may begin with, the commonest first.
row initials_of(const spoken_unit& unit) {
  row letters;
  for (const auto s : unit.readings) {
    const auto letter = static_cast<std::uint32_t>(spelled(s).front());
    if (std::find(letters.begin(), letters.end(), letter) == letters.end()) letters.push_back(letter);
  }
  if (letters.empty()) letters.push_back(static_cast<unsigned char>(unit.first_letter()));
  return letters;
}

row classes_of(const spoken_unit& unit) {
  if (unit.classes.empty()) return {silent_class(unit.character)};
  return row(unit.classes.begin(), unit.classes.end());
}

// Every row that the text may be, by what each unit may be.
template <class Ways>
std::vector<row> rows_of(const spoken_text& text, const Ways& ways_of) {
  std::vector<row> rows(1);
  for (const auto& unit : text) {
    const auto ways = ways_of(unit);
    const auto so_far = rows.size();
    for (std::size_t w = 1; w < ways.size(); ++w)
      for (std::size_t i = 0; i < so_far && rows.size() < rows_max; ++i) {
        rows.push_back(rows[i]);
        rows.back().push_back(ways[w]);
      }
    for (std::size_t i = 0; i < so_far; ++i) rows[i].push_back(ways[0]);
  }
  return rows;
}

std::vector<row> initials_of(const spoken_text& text) {
  return rows_of(text, [](const spoken_unit& unit) { return initials_of(unit); });
}

std::string letters_of(const spoken_text& text) {
  std::string letters;
  for (const auto& unit : text)
    if (!unit.readings.empty())
      letters += spelled(unit.readings.front());
    else if (unit.first_letter())
      letters += unit.first_letter();
  return letters;
}

bool has_initials(const spoken_text& text) {
  return std::any_of(text.begin(), text.end(), [](const auto& u) { return u.how == written::initial; });
}

template <class Each>
void for_each_hash(const std::string& letters, Each each) {
  if (letters.size() < letters_min || letters.size() > letters_max) return;
  row r;
  for (const char c : letters) r.push_back(static_cast<unsigned char>(c));
  each(hash_of(family::letters, r));
  for (std::size_t i = 0; i < r.size(); ++i) each(hash_of(family::letters, r, i));
}

// The whole rows first: what only sounds alike is the likeliest.
template <class Each>
void for_each_hash(const spoken_text& text, Each each) {
  const auto rows = rows_of(text, classes_of);
  for (const auto& r : rows) each(hash_of(family::classes, r));
  each(hash_unordered(text));
  for (const auto& r : rows)
    for (std::size_t i = 0; i < r.size() && r.size() >= deletable_units; ++i)
      each(hash_of(family::classes, r, i));
}

}  // namespace

void near_index::add(std::string_view form, std::uint32_t tag, double handicap) {
  const auto text = as_written(form);
  if (text.size() < 2 || text.size() > spoken_units_max) return;
  const auto index = static_cast<std::uint32_t>(names_.size());
  names_.push_back({std::string(form), tag, static_cast<float>(handicap)});
  for_each_hash(text, [&](std::uint64_t hash) { entries_.push_back({hash, index}); });
  if (by_initials_ && text.size() >= deletable_units)
    for (const auto& r : initials_of(text)) entries_.push_back({hash_of(family::initials, r), index});
  if (handicap < without_letters)
    for_each_hash(letters_of(text), [&](std::uint64_t hash) { entries_.push_back({hash, index}); });
}

void near_index::finish() {
  std::sort(entries_.begin(), entries_.end());
  entries_.shrink_to_fit();
  names_.shrink_to_fit();
}

void near_index::look_up(std::uint64_t hash, std::vector<std::uint32_t>& found) const {
  auto at = std::lower_bound(entries_.begin(), entries_.end(), entry{hash, 0});
  for (; at != entries_.end() && at->hash == hash && found.size() < candidates_max; ++at)
    found.push_back(at->name);
}

std::vector<std::uint32_t> near_index::candidates(const spoken_text& texted) const {
  std::vector<std::uint32_t> found;
  if (texted.size() < 2 || texted.size() > spoken_units_max) return found;
  if (has_initials(texted))
    for (const auto& r : initials_of(texted)) look_up(hash_of(family::initials, r), found);
  else
    for_each_hash(texted, [&](std::uint64_t hash) { look_up(hash, found); });
  return found;
}

std::vector<std::uint32_t> near_index::candidates(std::string_view letters) const {
  std::vector<std::uint32_t> found;
  for_each_hash(std::string(letters), [&](std::uint64_t hash) { look_up(hash, found); });
  return found;
}

std::vector<near_name> near_index::find(std::string_view form, double enough) const {
  std::map<std::uint32_t, near_name> best;
  const auto judge = [&](std::vector<std::uint32_t> found, const auto& cost_of) {
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    for (const auto i : found) {
      const auto& n = names_[i];
      const auto units = as_written(n.form);
      const near_name one{n.tag, cost_of(units) + static_cast<double>(n.handicap), units.size()};
      if (one.cost > enough) continue;
      const auto [at, fresh] = best.try_emplace(n.tag, one);
      if (!fresh && one.cost < at->second.cost) at->second = one;
    }
  };
  auto rows = as_pinyin(form);
  rows.push_back(as_written(form));
  for (const auto& texted : rows)
    judge(candidates(texted), [&](const spoken_text& called) {
      const auto cost = unlikeness(texted, called, enough);
      return cost > slip::reordered && is_reordered(texted, called) ? slip::reordered : cost;
    });
  if (is_ascii(form))
    judge(candidates(form), [&](const spoken_text& called) { return misspelt(form, letters_of(called)); });
  std::vector<near_name> all;
  for (const auto& [tag, one] : best) all.push_back(one);
  std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.cost < b.cost; });
  return all;
}

std::size_t near_index::octets() const {
  return entries_.capacity() * sizeof(entry) + names_.capacity() * sizeof(name);
}

}  // namespace duanwen

#include "keywords/directory/confusable.hpp"

#include <algorithm>
#include <unordered_map>

#include "keywords/sound/spoken.hpp"

namespace duanwen {
namespace {

constexpr std::size_t rows_max = 16;  // a character may have several readings

bool may_be_read_alike(const spoken_unit& a, const spoken_unit& b) {
  if (a.character == b.character) return true;
  return std::any_of(a.classes.begin(), a.classes.end(), [&b](sound_class c) {
    return std::find(b.classes.begin(), b.classes.end(), c) != b.classes.end();
  });
}

bool sound_alike(const spoken_text& a, const spoken_text& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), may_be_read_alike);
}

// What a form may sound like, each as a row of sounds; what has no sound stands for itself.
std::vector<std::u32string> sounds_of(const spoken_text& text) {
  constexpr char32_t no_sound = 0x110000;  // no sound class is that high
  std::vector<std::u32string> rows(1);
  for (const auto& unit : text) {
    std::u32string ways;
    for (const auto c : unit.classes) ways += static_cast<char32_t>(c);
    if (ways.empty()) ways += no_sound + unit.character;
    const auto so_far = rows.size();
    for (std::size_t w = 1; w < ways.size(); ++w)
      for (std::size_t i = 0; i < so_far && rows.size() < rows_max; ++i) rows.push_back(rows[i] + ways[w]);
    for (std::size_t i = 0; i < so_far; ++i) rows[i] += ways[0];
  }
  return rows;
}

bool have_one_owner(const registration& a, const registration& b) { return a.list == b.list && a.id == b.id; }

}  // namespace

bool sound_alike(std::string_view a, std::string_view b) { return sound_alike(as_written(a), as_written(b)); }

std::vector<confusion> confusable_keywords(const directory& document,
                                           const std::function<bool(const registration&)>& about) {
  const auto all = registrations_of(document);
  std::unordered_map<std::u32string, std::vector<std::size_t>> by_sound;
  for (std::size_t i = 0; i < all.size(); ++i)
    for (auto& row : sounds_of(as_written(all[i].form))) by_sound[std::move(row)].push_back(i);
  std::vector<confusion> found;
  for (const auto& r : all) {
    if (!about(r)) continue;
    std::vector<std::size_t> alike;
    for (const auto& row : sounds_of(as_written(r.form)))
      for (const auto i : by_sound[row])
        if (!have_one_owner(all[i], r) && sound_alike(all[i].form, r.form)) alike.push_back(i);
    std::sort(alike.begin(), alike.end());
    alike.erase(std::unique(alike.begin(), alike.end()), alike.end());
    for (const auto i : alike) found.push_back({r, all[i]});
  }
  return found;
}

std::vector<problem> warnings_of(const std::vector<confusion>& confusions) {
  std::vector<problem> warnings;
  for (const auto& [one, other] : confusions)
    warnings.push_back({one.path, one.keyword + " sounds like " + other.keyword + " of " + other.owner()});
  return warnings;
}

}  // namespace duanwen

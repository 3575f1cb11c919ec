#include "keywords/meaning/guess_parts.hpp"

#include <algorithm>
#include <array>

#include "keywords/index/snapshot.hpp"
#include "keywords/sound/spoken.hpp"
#include "keywords/text/chinese_number.hpp"
#include "keywords/text/digits.hpp"
#include "keywords/text/normalise.hpp"
#include "keywords/text/selection_words.hpp"
#include "keywords/text/utf8.hpp"
#include "keywords/vocabulary/fillers.hpp"

namespace duanwen {
namespace {

constexpr std::size_t telephone_digits_min = 5;  // 12345, 10690001

// 三 of 张三 is a name's; 三项 and 第三 are numbers, and so is what stands behind a blank.
bool is_number_of_a_word(std::u32string_view piece, bool apart) {
  std::size_t end = 0;
  return !apart && read_chinese_number(piece, end) && (end >= piece.size() || !is_measure(piece[end]));
}

bool cuts_a_word(std::string_view normal, std::size_t cut) {
  return is_number_of_a_word(to_code_points(normal.substr(cut)), is_sign(normal[cut - 1]));
}

// 龙全国土3 → 龙全国土 and 3; 3号龙泉国土 likewise. Nothing where no number stands at an end.
std::optional<interpretation> with_numbers_apart(std::string_view normal, const wording& words) {
  for (std::size_t cut = 1; cut < normal.size(); ++cut) {
    if (!is_border(normal, cut) || (is_digit(normal[cut]) && is_digit(normal[cut - 1]))) continue;
    if (cuts_a_word(normal, cut)) continue;
    const auto selected = parse_selection(normal.substr(cut), words.all_words, words.and_words);
    if (selected) return interpretation{without_signs(std::string(normal.substr(0, cut))), selected};
  }
  for (std::size_t cut = normal.size(); cut-- > 1;) {
    if (!is_border(normal, cut) || (is_digit(normal[cut]) && is_digit(normal[cut - 1]))) continue;
    if (is_number_of_a_word(to_code_points(normal.substr(0, cut)), is_sign(normal[cut]))) continue;
    const auto selected = parse_selection(normal.substr(0, cut), words.all_words, words.and_words);
    if (selected) return interpretation{without_signs(std::string(normal.substr(cut))), selected};
  }
  return std::nullopt;
}

// 发龙泉国土到10690001: a telephone number says nothing here.
std::string_view without_telephone_number(std::string_view plain) {
  auto end = plain.size();
  while (end > 0 && is_digit(plain[end - 1])) --end;
  return plain.size() - end >= telephone_digits_min ? plain.substr(0, end) : plain;
}

// 龙泉国土龙泉国土.
std::string_view said_once(std::string_view form) {
  const auto half = form.substr(0, form.size() / 2);
  return half == form.substr(half.size()) && is_border(form, half.size()) ? half : form;
}

}  // namespace

std::vector<interpretation> interpretations_of(std::string_view normal, const wording& words) {
  std::vector<interpretation> all;
  const auto add = [&all](interpretation r) {
    if (!r.form.empty() && std::find(all.begin(), all.end(), r) == all.end()) all.push_back(std::move(r));
  };
  const auto fewer = without_fillers(normal);
  const auto plain = without_telephone_number(fewer);
  add({without_signs(std::string(normal)), std::nullopt});
  const auto form = without_signs(std::string(plain));
  add({form, std::nullopt});
  if (form.size() >= 2 * two_characters) add({std::string(said_once(form)), std::nullopt});
  if (normal.size() <= names_octets_max)
    if (auto apart = with_numbers_apart(plain, words)) add(std::move(*apart));
  if (all.empty()) all.emplace_back();
  return all;
}

const std::string& words_of(const std::vector<interpretation>& all) {
  const auto barest = std::find_if(all.rbegin(), all.rend(), [](const auto& r) { return !r.selected; });
  return barest == all.rend() ? all.back().form : barest->form;
}

bool is_chatter(std::string_view form) { return without_signs(without_fillers(form)).empty(); }

bool is_arriving(std::string_view form) {
  constexpr std::array<std::string_view, 5> on_the_way = {"马上到", "快到", "刚到", "就到", "快拢"};
  return std::any_of(on_the_way.begin(), on_the_way.end(),
                     [form](std::string_view w) { return form.find(w) != form.npos; });
}

bool is_number(std::string_view form) { return form.empty() || all_digits(form); }

bool is_area_like(std::string_view form) {
  constexpr std::array<std::string_view, 5> levels = {"省", "市", "区", "县", "州"};
  const auto plain = without_fillers(form);
  if (plain.size() <= two_characters) return true;
  return std::any_of(levels.begin(), levels.end(), [&](std::string_view l) { return plain.ends_with(l); });
}

std::pair<std::string_view, std::string_view> cut_after(std::string_view form, std::size_t characters) {
  std::size_t at = 0;
  for (; characters > 0 && at < form.size(); --characters) next_code_point(form, at);
  return {form.substr(0, at), form.substr(at)};
}

near_limits near_limits_of(std::size_t units) {
  if (units <= 2) return {0.75, 0.75};
  if (units == 3) return {0.8, 1.1};
  return {units < 8 ? 1.05 : 1.45, units < 6 ? 1.45 : 2.0};
}

near_limits near_limits_of(std::string_view form) {
  const bool letters = is_ascii(form);  // pinyin: two letters or three are one character
  return near_limits_of(letters ? std::max<std::size_t>(form.size() / 3, 4) : as_written(form).size());
}

void drop_what_heirs_say(std::vector<item_hit>& hits, const name_index& names, const snapshot& directory) {
  const auto said_below = [&](const item_hit& upper) {
    const auto* area = directory.find_area(upper.of->area);
    return area && std::any_of(hits.begin(), hits.end(), [&](const item_hit& other) {
             const auto* below = directory.find_area(other.of->area);
             return other.of->inherits && other.what->number == upper.what->number && below &&
                    names.is_below(*below, *area) && other.what->title == upper.what->title;
           });
  };
  std::vector<item_hit> kept;
  std::copy_if(hits.begin(), hits.end(), std::back_inserter(kept),
               [&](const item_hit& h) { return !said_below(h); });
  hits = std::move(kept);
}

}  // namespace duanwen

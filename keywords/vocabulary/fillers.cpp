#include "keywords/vocabulary/fillers.hpp"

#include <algorithm>
#include <array>

#include "keywords/text/utf8.hpp"
#include "keywords/vocabulary/everyday_words.hpp"

namespace duanwen {
namespace {

constexpr std::size_t ways_max = 12;

// The longest first. Of what is left at least so many letters are two syllables.
constexpr std::size_t pinyin_kept = 4;
constexpr std::array<std::string_view, 10> pinyin_before = {"woxiangban", "woyaoban", "qingwen",  "woxiang",
                                                            "woyao",      "zenmeban", "xiangban", "yaoban",
                                                            "banli",      "zenme"};
constexpr std::array<std::string_view, 18> pinyin_behind = {
    "yaodaishenme", "xuyaoshenme", "zainaliban", "zenmebanli", "zenyangban", "zenmeban",
    "yaoshenme",    "zanong",      "shouxu",     "zenmenong",  "zainaban",   "duoshaoqian",
    "qunaban",      "zanban",      "zainali",    "zenme",      "zaban",      "ban"};

bool is_blank(char c) { return c == ' ' || c == '-' || c == '?'; }

// Octets of the filler that ends `text`; 0: none does.
std::size_t filler_behind(std::string_view text) {
  std::size_t longest = 0;
  for (std::size_t length = 1; length <= std::min<std::size_t>(text.size(), 30); ++length) {
    const auto end = text.substr(text.size() - length);
    const auto known = known_word_at(end);
    if (known && known->means == filler && known->octets == length) longest = length;
  }
  return longest;
}

}  // namespace

std::string without_fillers(std::string_view normal) {
  std::string kept;
  for (std::size_t at = 0; at < normal.size();) {
    const auto known = known_word_at(normal.substr(at));
    if (known && known->means == filler) {
      at += known->octets;
      continue;
    }
    const auto begin = at;
    if (known)
      at += known->octets;
    else
      next_code_point(normal, at);
    kept += normal.substr(begin, at - begin);
  }
  return kept;
}

std::vector<std::string> with_fewer_fillers(std::string_view normal) {
  std::vector<std::string> ways;
  while (!normal.empty() && ways.size() < ways_max) {
    ways.emplace_back(normal);
    while (!normal.empty() && is_blank(normal.back())) normal.remove_suffix(1);
    while (!normal.empty() && is_blank(normal.front())) normal.remove_prefix(1);
    if (const auto behind = filler_behind(normal)) {
      normal.remove_suffix(behind);
      continue;
    }
    const auto known = known_word_at(normal);
    if (!known || known->means != filler) break;
    normal.remove_prefix(known->octets);
  }
  return ways;
}

bool has_strange_word(std::string_view form) {
  for (std::size_t at = 0; at < form.size();) {
    const auto known = known_word_at(form.substr(at));
    if (known && is_strange(known->means)) return true;
    if (known)
      at += known->octets;
    else
      next_code_point(form, at);
  }
  return false;
}

std::string_view without_pinyin_fillers(std::string_view form) {
  const auto is_letter = [](char c) { return c >= 'a' && c <= 'z'; };
  if (!std::all_of(form.begin(), form.end(), is_letter)) return form;
  for (const auto before : pinyin_before)
    if (form.starts_with(before) && form.size() >= before.size() + pinyin_kept) {
      form.remove_prefix(before.size());
      break;
    }
  for (const auto behind : pinyin_behind)
    if (form.ends_with(behind) && form.size() >= behind.size() + pinyin_kept) {
      form.remove_suffix(behind.size());
      break;
    }
  return form;
}

}  // namespace duanwen

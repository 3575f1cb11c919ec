#pragma once
// How people speak of what directories call otherwise: words that mean one thing, and words that say nothing
// about it. Pure, any thread.

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace duanwen {

/// The meaning of a word that many words share; filler says nothing about what is wanted (我想办…怎么办).
using meaning = std::uint32_t;
inline constexpr meaning filler = 0;

/// Of a word for what is no affair of the offices that we know of (快递, 城管).
bool is_strange(meaning m);

struct known_word {
  std::size_t octets = 0;
  meaning means = filler;
};

/// The longest word of the tables with which `form` (a keyword_form()) begins.
std::optional<known_word> known_word_at(std::string_view form);

/// All words of the tables, meanings before fillers.
std::vector<std::string_view> everyday_words();

}  // namespace duanwen

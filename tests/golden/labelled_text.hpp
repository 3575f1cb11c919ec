#pragma once
// A row of texts.tsv: a text, and what should answer it.

#include <string>
#include <vector>

#include "keywords/decide.hpp"

namespace duanwen::golden {

struct labelled_text {
  std::string kind, text;
  std::string expected;  ///< as texts.tsv explains above its rows
  std::string after;     ///< texted before, in the same talk; may be empty
};

/// The rows below the header; escapes are made what they stand for.
std::vector<labelled_text> read_labelled_texts(const std::string& path);

/// offered: what was expected stands in a list to pick from, where it should have been answered.
enum class verdict { right, offered, wrong };

/// How `answered` meets the label `expected`.
verdict judge(const decision& answered, const std::string& expected, const wording& words);

/// What was answered, in the words of a label.
std::string label_of(const decision& answered);

}  // namespace duanwen::golden

#pragma once
// How lists and details are spread over pages, in the fewest segments of all pages. Pure.

#include <cstdint>
#include <string>
#include <vector>

#include "keywords/conversation/decision.hpp"

namespace duanwen {

/// A line, with the number that a next page goes on from.
struct list_line {
  std::uint32_t number = 0;
  std::string text;          ///< with the title in full
  std::string short_text{};  ///< with the short title; empty: there is none
};

struct list {
  std::string before;  ///< stands above the lines, and is said on a first page only
  std::vector<list_line> lines;
  char between = '\n';
  std::string hint;  ///< said last where it costs no further segment
  std::string signature_name, department;
};

enum class page_tail { nothing, hint, more };
struct list_page {
  std::size_t end = 0;    ///< behind the last line that is shown
  bool is_short = false;  ///< with short titles
  page_tail tail = page_tail::nothing;
};

/// The first of the pages that show the lines from `begin` (there is one) to the last, `above` over the first
/// of them. Every page but the last ends with style.words.more_hint and none takes more than
/// reply_segments_max segments, unless one line alone does; a page gives all its titles in full or all of
/// them short. Of all such ways it is the one that takes the fewest segments in sum, and of equals what reads
/// better: fewer pages, since each needs another text; the hint; full titles, since they say more, unless one
/// needs more than a row of a plain phone; a fuller first page, since most need no second. What follows
/// depends only on the lines behind, so that page after page is the same way, and nothing is left out or said
/// twice when the directory changed in between. Cost: for each line, one addition for each line that fits a
/// page with it.
list_page first_page(const list& l, const std::string& above, std::size_t begin, const reply_style& style);

/// How many of `details` the first of their pages tells whole so that all pages take the fewest segments in
/// sum; of equals the fewest pages, then the fullest first one. 0: not even the first fits, which must
/// be told in pieces. `notice` stands in front of it on the first page; `goes_on`: others follow these.
std::size_t details_on_first_page(const std::vector<std::string>& details, const reply& notice, bool goes_on,
                                  const reply_style& style);

/// What ends a page that is not the last.
std::string with_more_hint(std::string text, const reply_style& style);

/// The text of a page of the lines from `begin` on.
std::string text_of(const list& l, const std::string& above, std::size_t begin, const list_page& p,
                    const wording& words);

}  // namespace duanwen

#pragma once
// The items that words may mean, and how sure that is. Pure, any thread.

#include <string>
#include <vector>

#include "keywords/index/item_index.hpp"
#include "keywords/index/snapshot.hpp"
#include "keywords/meaning/guess_parts.hpp"

namespace duanwen {

/// What an item must cover of a text, and be covered, to be the answer.
struct item_limits {
  double sure_text, sure_name, sure_margin;
  double lone_text, lone_margin;  ///< or this much of the text, with nothing else near
};
inline constexpr item_limits anywhere{0.75, 0.6, 0.08, 2, 2},  ///< where all of the directory was searched
    within{0.5, 0.45, 0.06, 0.95, 0.2};                        ///< where a department was named

struct item_guess {
  std::vector<item_hit> hits;  ///< the best first
  bool titled = false;         ///< the first alone has exactly what was texted as its title or short title
  bool called = false;         ///< the same, of synonyms too

  bool is_sure(const item_limits& l) const;
};

/// `only`: these departments' items; empty: of all that `areas` reach, or, where there are
/// none, of all departments.
item_guess guess_items(const snapshot& directory, const std::string& form, const department_list& only,
                       const area_list& areas, std::size_t most);

/// Items that have a name nearly like `form`: misheard (宅鸡地), in pinyin (zhaijidizenmeban), with a slip.
/// Those offered at most; the first is sure where nothing else is as near.
std::vector<near_item> guess_near_items(const snapshot& directory, const std::string& form);
bool is_sure(const std::vector<near_item>& near);

/// Whether an item may be offered: a name of it stands whole in a longer text, or it covers much of the text,
/// or much that is rare was said.
bool is_worth_offering(const item_hit& h);
bool may_be_meant(const item_hit& h);              ///< where it is sure that the text is an inquiry
bool is_worth_offering_within(const item_hit& h);  ///< where its department was named

}  // namespace duanwen

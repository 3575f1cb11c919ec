#pragma once
// Whom a text names, and what it says beside the name. Pure, any thread.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "keywords/index/name_index.hpp"

namespace duanwen {

class snapshot;

struct near_target;

struct text_names {
  area_list areas;              ///< that may be meant; empty: none was named
  department_list departments;  ///< that may be meant; empty: only an area was named
  std::string beside;           ///< the text without the name
  bool alone = false;           ///< beside it are only fillers and areas
  bool behind_unknown = false;  ///< as alone, but before it stands what may be a higher area unknown here
  bool without_area = false;    ///< no area is part of the name
  bool bare = false;            ///< 国土: two characters without area and ending
  bool in_front = false;        ///< nothing stands before the name
};

/// None where `form` (a keyword_form()) holds no name. Where several are called so, the areas beside the name
/// (国土龙泉), its level (区国土局) and `last`, the last area or null, tell who is meant, if they can.
std::optional<text_names> names_in(const snapshot& directory, std::string_view form, const area* last);

/// Of `some`, those that the last area means; all where it is null or means none of them.
department_list meant_in(const snapshot& directory, const department_list& some, const area* last);

/// Of the departments in `near`, the nearest first, that are by less than `margin` farther than the first,
/// those stay that the last area means: guotu in 柏合 is 柏合国土.
void keep_meant(std::vector<near_target>& near, double margin, const snapshot& directory, const area* last);

}  // namespace duanwen

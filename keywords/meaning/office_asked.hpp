#pragma once
// Residents who know what an office does and not what it is called: 管学校的局, 扯结婚证那个单位,
// 哪个部门管噪音. Pure, any thread.

#include <string>
#include <string_view>

#include "keywords/index/name_index.hpp"

namespace duanwen {

class snapshot;

/// What the office that `normal` (a normalise()d text) asks for deals with, a keyword_form(); empty where it
/// asks for none so.
///   请问管学校的局在哪 → 学校
std::string office_asked(std::string_view normal);

/// Whose affair `what` is, who has most of it first: the departments it names, or those of the items that say
/// it. `places`: as for guess_items; `last` as for names_in.
department_list offices_of(const snapshot& directory, const std::string& what, const area_list& places,
                           const area* last);

}  // namespace duanwen

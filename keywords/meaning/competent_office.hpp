#pragma once
// Residents who know what an office does and not what it is called: 管学校的局, 扯结婚证那个单位,
// 哪个部门管噪音. Pure, any thread.

#include <string>
#include <string_view>

#include "keywords/index/name_index.hpp"

namespace duanwen {

class snapshot;

/// The matter with which the office deals that `normal` (a normalise()d text) seeks, a keyword_form(); empty
/// where it seeks none so.
///   请问管学校的局在哪 → 学校
std::string matter_of_office(std::string_view normal);

/// Whose affair `matter` is, who has most of it first: the departments it names, or those of the items that
/// say it; none where it is empty. `areas`: as for guess_items; `last` as for names_in.
department_list competent_departments(const snapshot& directory, const std::string& matter,
                                      const area_list& areas, const area* last);

}  // namespace duanwen

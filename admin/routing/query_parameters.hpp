#pragma once
// What may stand behind the ? of a route, as the description of the API tells it.

#include <span>

#include "admin/routing/routes.hpp"

namespace duanwen::query {

using parameter = query_parameter;

inline constexpr parameter limit = {"limit", "how many at most, 1 to 1000; 100 where it is left out"};
inline constexpr parameter cursor = {"cursor", "next_cursor of the page before"};
inline constexpr parameter since = {"since", "a day, as 2026-11-24; what came before is left out"};

inline constexpr std::span<const parameter> none{};
inline constexpr parameter limited[] = {limit};
inline constexpr parameter pages[] = {limit, cursor};
inline constexpr parameter limited_since[] = {since, limit};
inline constexpr parameter of_departments[] = {{"area", "those of an area, with all below it"},
                                               {"q", "those that have this in an id, a name or a keyword"},
                                               limit,
                                               cursor};
inline constexpr parameter of_keyword[] = {{"accept_confusable", "1: although it sounds like another's"}};
inline constexpr parameter of_import[] = {{"dry_run", "1: everything but the writing"},
                                          {"replace", "1: the directory becomes exactly the document"}};
inline constexpr parameter of_messages[] = {{"msisdn", "those to one resident"}, limit};
inline constexpr parameter of_message[] = {{"to", "whom it went to, where it went to several"}};
inline constexpr parameter of_ledger[] = {{"from", "the first day, as 2026-11-24"},
                                          {"to", "the last day, at most 366 later"},
                                          {"department", "of this one alone"},
                                          limit,
                                          cursor};

}  // namespace duanwen::query

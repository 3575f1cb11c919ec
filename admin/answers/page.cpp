#include "admin/answers/page.hpp"

#include <algorithm>

#include "keywords/text/whole_number.hpp"

namespace duanwen {

or_problem<page_wanted> wanted_page(const api_request& request) {
  page_wanted wanted;
  if (const auto cursor = request.query.find("cursor"); cursor != request.query.end())
    wanted.after = cursor->second;
  const auto limit = request.query.find("limit");
  if (limit == request.query.end()) return wanted;
  wanted.limit = whole_number<decltype(wanted.limit)>(limit->second).value_or(0);
  if (wanted.limit < 1 || wanted.limit > page_limit_max)
    return problem_answer(problem_kind::bad_query, "limit must be a number from 1 to 1000");
  return wanted;
}

page_of cut_page(std::vector<list_entry> entries, const page_wanted& wanted) {
  const auto by_key = [](const list_entry& a, const list_entry& b) { return a.key < b.key; };
  std::sort(entries.begin(), entries.end(), by_key);
  auto at = std::upper_bound(entries.begin(), entries.end(), list_entry{wanted.after, 0}, by_key);
  if (wanted.after.empty()) at = entries.begin();
  page_of page;
  for (; at != entries.end() && page.indices.size() < wanted.limit; ++at) {
    page.indices.push_back(at->index);
    page.next_cursor = at->key;
  }
  if (at == entries.end()) page.next_cursor.clear();
  return page;
}

}  // namespace duanwen

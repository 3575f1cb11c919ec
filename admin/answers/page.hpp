#pragma once
// Lists come in pages: `limit` entries after `cursor`, and the next cursor where there are more.

#include <cstdint>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "admin/answers/answer.hpp"
#include "admin/answers/request.hpp"

namespace duanwen {

struct page_wanted {
  std::size_t limit = 100;
  std::string after;  ///< key of the last entry of the page before; "" = from the first
};

inline constexpr std::size_t page_limit_max = 1000;

/// From ?limit= (1 to 1000) and ?cursor=.
or_problem<page_wanted> wanted_page(const api_request& request);

struct list_entry {
  std::string key;  ///< unique; pages are in its order
  std::size_t index = 0;
};

/// Which entries the page has: {"<name>": [...], "next_cursor": "..."} is made of them.
struct page_of {
  std::vector<std::size_t> indices;
  std::string next_cursor;  ///< "" = this is the last page
};
page_of cut_page(std::vector<list_entry> entries, const page_wanted& wanted);

}  // namespace duanwen

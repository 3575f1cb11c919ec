#pragma once
// A menu or details → blocks of a reply within reply_segments_max, and what the next text will continue.
// Pure.

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "keywords/conversation/conversation.hpp"
#include "keywords/conversation/decision.hpp"
#include "keywords/pages/layout.hpp"
#include "keywords/pages/menu.hpp"

namespace duanwen {

/// What a page of something says, and where the next page begins.
struct page {
  reply answer;
  conversation next;
};

/// The lines numbered above `after`, the first page of them as first_page() plans it; `next.menu_from` tells
/// what is left. What stands before them is cut where it leaves no room for a line.
page compose_list(const list& l, std::uint32_t after, const reply_style& style);

/// The menu's lines numbered above `after`; `before` stands in front of them.
page compose_menu(const menu& m, std::uint32_t after, const reply_style& style,
                  const std::string& before = {});

/// The details of `numbers` (those not in the menu are passed over), the first from octet `offset` of its
/// text on; `notice` stands in front, cut where it leaves no room for a detail. An empty answer when there is
/// nothing to say.
page compose_details(const menu& m, std::vector<std::uint32_t> numbers, std::uint32_t offset,
                     const reply_style& style, const std::string& notice = {});

/// Whether `answer` takes at most reply_segments_max segments.
bool fits(const reply& answer, const reply_style& style);

/// The octets of the longest beginning of `text` (whole characters, 0 where nothing does) with which the
/// reply that `whole` makes of it fits.
std::size_t longest_beginning(std::string_view text, const std::function<reply(std::string_view)>& whole,
                              const reply_style& style);

}  // namespace duanwen

#pragma once
// A menu or details → blocks of a reply within reply_segments_max, and what the next text will continue.
// Pure.

#include <cstdint>
#include <vector>

#include "keywords/conversation.hpp"
#include "keywords/decide.hpp"
#include "keywords/menu.hpp"

namespace duanwen {

/// What a page of something says, and where the next page begins.
struct page {
  reply answer;
  conversation next;
};

/// The menu's lines from the first number above `after` on, as many as fit; `before` stands in front of them.
page compose_menu(const menu& m, std::uint32_t after, const reply_style& style,
                  const std::string& before = {});

/// The details of `numbers` (all in the menu), the first from octet `offset` of its text on; `notice` stands
/// in front.
page compose_details(const menu& m, const std::vector<std::uint32_t>& numbers, std::uint32_t offset,
                     const reply_style& style, const std::string& notice = {});

}  // namespace duanwen

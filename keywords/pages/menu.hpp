#pragma once
// What a menu numbers, department and theme alike: each line its number, its words, and the item it leads to.
// Pure.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "keywords/conversation/conversation.hpp"
#include "keywords/index/snapshot.hpp"
#include "keywords/segments/reply.hpp"
#include "keywords/vocabulary/wording.hpp"

namespace duanwen {

struct menu_line {
  std::uint32_t number = 0;
  const item* leads_to = nullptr;
  const department* of = nullptr;  ///< whose item it is
  bool listed = true;              ///< false: a retired number, which answers where it went but is not shown
};

struct menu {
  menu_kind kind = menu_kind::none;
  std::string id, name;  ///< of the department or theme
  std::string signature_name;
  const department* owner = nullptr;  ///< null for a theme
  std::vector<menu_line> lines;       ///< by number
  std::vector<std::uint32_t> gone;    ///< numbers that led somewhere once, and lead nowhere now
  const menu_line* find(std::uint32_t number) const;
};

/// The menu to which a conversation's numbers refer; its kind is nowhere when there is none (any more).
menu menu_of(const snapshot& directory, const conversation& now_at, const wording& words);
menu menu_of(const snapshot& directory, const department& d);
menu menu_of(const snapshot& directory, const theme& t, const wording& words);

enum class title_kind { full, brief };
/// `1宅基地审批`, or with the short title, where there is one, `1宅基地`: a line as it is shown.
std::string shown(const menu_line& line, title_kind kind);
/// `1宅基地审批:带户口簿…`; from a theme with the department's name, under a retired number where it went.
reply_block detail_of(const menu& m, const menu_line& line, const wording& words);

const std::string& short_name_of(const department& d);

/// Where an item is now: itself, or where its number moved to, however often; item is null when it is gone.
struct whereabouts {
  const department* of = nullptr;
  const item* there = nullptr;
};
whereabouts follow(const snapshot& directory, const department& d, std::uint32_t number);

}  // namespace duanwen

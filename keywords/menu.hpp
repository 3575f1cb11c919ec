#pragma once
// What a menu numbers, department and theme alike: each line its number, its words, and the item it leads to.
// Pure.

#include <cstdint>
#include <string>
#include <vector>

#include "keywords/conversation.hpp"
#include "keywords/reply.hpp"
#include "keywords/snapshot.hpp"

namespace duanwen {

struct menu_line {
  std::uint32_t number = 0;
  const item* leads_to = nullptr;
  const department* of = nullptr;  ///< whose item it is
};

struct menu {
  place_kind kind = place_kind::nowhere;
  std::string id, name;  ///< of the department or theme
  std::string signature_name;
  const department* owner = nullptr;  ///< null for a theme
  std::vector<menu_line> lines;       ///< by number
  const menu_line* find(std::uint32_t number) const;
};

/// The menu to which a conversation's numbers refer; its kind is nowhere when there is none (any more).
menu menu_of(const snapshot& directory, place_kind kind, std::string_view id, const std::string& sender_name);
menu menu_of(const department& d);

/// `1宅基地`: a line as it is shown.
std::string shown(const menu_line& line);
/// `1宅基地审批:带户口簿…`; from a theme with the department's name.
reply_block detail_of(const menu& m, const menu_line& line);

}  // namespace duanwen

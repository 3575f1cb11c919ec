#pragma once
// Where a resident stands at one service number. It is stored between two texts and must stay small (≤ 250
// octets).

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace duanwen {

enum class menu_kind : std::uint8_t { none, department, theme, area, offers };

/// A line of a list made for the moment: a department, theme or area, or an item of a department.
struct offered {
  menu_kind kind = menu_kind::none;  ///< department, theme or area
  std::string id;
  std::uint32_t item = 0;  ///< 0: the department itself
  friend bool operator==(const offered&, const offered&) = default;
};

/// A menu, and the menu extension (digits behind the service number) under which it was told: what comes to
/// that is a number of it, wherever the resident stands by then.
struct told_menu {
  std::uint32_t extension = 0;  ///< from 1
  menu_kind menu = menu_kind::none;
  std::string id;
  std::vector<offered> offers;  ///< as in conversation
  std::string pinned;
  friend bool operator==(const told_menu&, const told_menu&) = default;
};

/// The text that was answered last, as far as it tells that the same comes again.
struct answered_text {
  static constexpr std::uint32_t mark_end = 1u << 24, second_end = 1u << 18;
  std::uint32_t mark = 0;  ///< of the text, below mark_end; 0: none, or one that may mean another thing twice
  std::uint32_t second = 0;  ///< since 1970, modulo second_end
  friend bool operator==(const answered_text&, const answered_text&) = default;
};

struct conversation {
  menu_kind menu = menu_kind::none;
  std::string id;  ///< of the department, theme or area whose menu numbers refer to
  std::uint32_t menu_from =
      0;  ///< the menu's next page begins at the first item number above this; 0: no next page
  std::vector<std::uint32_t> waiting;  ///< selected details that did not fit the reply: 更多 brings them
  std::uint32_t waiting_offset = 0;    ///< UTF-8 octets of the first waiting detail that were sent already
  bool below_menu =
      false;              ///< details or a later page were shown last, so that 0 brings the menu's beginning
  std::string heard_at;   ///< id of the department to whose own sub-extension the last text came; empty: none
  std::string last_area;  ///< id of the area of the department, theme or list that was told last; empty: none
  std::vector<offered> offers;  ///< with menu_kind::offers, what its numbers 1, 2 … mean
  std::string pinned;           ///< with menu_kind::area, pin_of() the departments that its numbers mean
  bool opted_out = false;       ///< only a keyword is answered
  std::uint32_t fuse_hour = 0;  ///< hours since 1970 in which fuse_segments were sent
  std::uint32_t fuse_segments = 0;
  answered_text answered;
  std::uint32_t last_menu_extension = 0;  ///< given last; 0: none was
  std::vector<told_menu> told_menus{};    ///< the menu told last in front
  friend bool operator==(const conversation&, const conversation&) = default;
};

/// Three characters by which a department of a list is known again; two of one area hardly share them.
std::string pin_of(std::string_view department_id);
inline constexpr std::size_t pin_characters = 3;

/// What encode_conversation() keeps to, whatever waits.
inline constexpr std::size_t conversation_octets_max = 250;

/// Compact, versioned octets of a conversation, and back. Menus told, details that wait and lines of an area
/// beyond conversation_octets_max are forgotten, the last ones first. An unreadable value is the empty
/// conversation: a resident then texts the keyword again, nothing worse.
std::string encode_conversation(const conversation& c);
conversation decode_conversation(std::string_view octets);

}  // namespace duanwen

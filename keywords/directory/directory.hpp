#pragma once
// The directory as its document says it: areas, departments with their items, themes. Plain values, no
// behaviour.

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace duanwen {

enum class area_level { district, township, village };

struct area {
  std::string id;
  std::string name;
  area_level level = area_level::district;
  std::string parent;  ///< id of the area above; empty at the top
  std::vector<std::string> aliases;
  std::string agent;  ///< 代办点: who takes papers in for the departments here
  std::vector<std::string> keywords;
  friend bool operator==(const area&, const area&) = default;
};

/// One service. `number` is permanent in its department: posters print 龙泉国土3.
struct item {
  std::uint32_t number = 0;  ///< 1..9999; a department that inherits has its own from 201
  std::string title;
  std::string details;
  std::string short_title;  ///< for menus, where it is shorter than the title
  std::vector<std::string> synonyms;
  std::string valid_from, valid_to, review_by;  ///< ISO dates (2026-11-24) or empty
  friend bool operator==(const item&, const item&) = default;
};

struct item_reference {
  std::string department;
  std::uint32_t item = 0;
  friend bool operator==(const item_reference&, const item_reference&) = default;
};

/// A number that is gone for ever, and perhaps where its service went.
struct retired_item {
  std::uint32_t number = 0;
  std::optional<item_reference> moved_to;
  friend bool operator==(const retired_item&, const retired_item&) = default;
};

/// What a department that inherits says differently about an inherited item; empty fields stay as they are.
struct item_override {
  std::uint32_t number = 0;
  std::string title, short_title, details;
  friend bool operator==(const item_override&, const item_override&) = default;
};

struct department {
  std::string id;
  std::string name;
  std::string short_name;  ///< goes into the signature 【…】; the name where it is empty
  std::string area;
  std::vector<std::string> keywords;
  std::vector<std::string> aliases;
  std::string hotline, address, hours;
  bool inherits = false;  ///< also has the items of the same-named department of the parent area
  std::vector<item_override> overrides;
  std::vector<item> items;
  std::vector<retired_item> retired;
  bool closed = false;  ///< deleted: served nowhere, kept so that its numbers are never given to others
  friend bool operator==(const department&, const department&) = default;
};

/// One line of a theme's menu; its number is permanent in the theme.
struct theme_entry {
  std::uint32_t number = 0;
  std::string department;
  std::uint32_t item = 0;
  friend bool operator==(const theme_entry&, const theme_entry&) = default;
};

/// A life event whose menu gathers items of several departments.
struct theme {
  std::string id;
  std::string name;
  std::vector<std::string> keywords;
  std::vector<theme_entry> entries;
  friend bool operator==(const theme&, const theme&) = default;
};

/// The whole document of import and export, in the order in which it was written.
struct directory {
  std::vector<area> areas;
  std::vector<department> departments;
  std::vector<theme> themes;
  friend bool operator==(const directory&, const directory&) = default;
};

/// One thing wrong with a document: where (`departments[3].items[2].number`) and what to do about it.
struct problem {
  std::string path;
  std::string message;
  friend bool operator==(const problem&, const problem&) = default;
};

}  // namespace duanwen

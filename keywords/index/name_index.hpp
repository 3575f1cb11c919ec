#pragma once
// Departments by how people put their names together: areas or none, what the department is about, and an
// ending or none (龙泉区国土局, 国土所, 柏合国土). Built with the snapshot, immutable; any thread.

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "keywords/directory/directory.hpp"

namespace duanwen {

using department_list = std::vector<const department*>;
using area_list = std::vector<const area*>;

/// A name found in a text; begin and end are octets of it.
struct named {
  area_list areas;  ///< that may be meant; empty: none was named
  department_list
      departments;  ///< that may be meant, those of the nearest area up; empty: only an area was named
  std::size_t begin = 0, end = 0;
};

class name_index {
 public:
  /// Both lists outlive this.
  void build(const std::vector<area>& areas, const department_list& departments);

  /// The longest name anywhere in `form` (a keyword_form()), one of a department before one of an area alone;
  /// none where it holds no name. Only the first names_octets_max octets are looked at.
  std::optional<named> find_name(std::string_view form) const;
  /// The name with which `form` begins.
  std::optional<named> name_at(std::string_view form) const;

  /// Of `some`, those of `area` or, where there are none, of the nearest area above it.
  department_list nearest(const department_list& some, const area& area) const;
  bool is_below(const area& lower, const area& upper) const;

  /// What `d` is called without area and ending: 国土, 国土资源.
  std::vector<std::string> cores_of(const department& d) const;
  /// What an area is called: 龙泉驿区, 龙泉驿, and its aliases.
  static std::vector<std::string> called(const area& a);

 private:
  struct hash : std::hash<std::string_view> {
    using is_transparent = void;
  };
  template <class T>
  using by_text = std::unordered_map<std::string, T, hash, std::equal_to<>>;

  const area* above(const area& a) const;
  const area_list* longest_area(std::string_view form, std::size_t& octets) const;
  named areas_at(std::string_view form) const;
  department_list departments_of(std::string_view core) const;
  std::optional<named> name_behind(std::string_view form, named areas) const;

  by_text<area_list> areas_by_form_;
  by_text<department_list> cores_;
  by_text<const area*> areas_;                       // by id
  std::size_t longest_area_ = 0, longest_core_ = 0;  // in octets
};

inline constexpr std::size_t names_octets_max = 120;

}  // namespace duanwen

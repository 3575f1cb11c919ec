#pragma once
// Departments that inherit: what they have from the department of the same name in the area above. Pure.

#include <deque>
#include <string>
#include <unordered_map>
#include <vector>

#include "keywords/directory/directory.hpp"

namespace duanwen {

/// Numbers that a department which inherits gives itself begin here, so that those above can still grow.
inline constexpr std::uint32_t first_own_number_of_heir = 201;

/// A document's departments as they are served. The items and retired numbers that one inherits stand in its
/// own lists, before its own; an inherited item that the heir retired is left out. Inheritance goes through
/// all levels.
class inheritance {
 public:
  explicit inheritance(const directory& document);  ///< it outlives this
  inheritance(const inheritance&) = delete;
  inheritance& operator=(const inheritance&) = delete;

  /// In the document's order, without those closed; those that do not inherit are the document's own.
  const std::vector<const department*>& served() const { return served_; }
  /// The department that `heir` inherits from: in the parent of its area, of the same name, or else called
  /// the same without area and ending (柏合国土所 of 龙泉驿区国土局); null if there is none.
  const department* above(const department& heir) const;

 private:
  const area* find_area(const std::string& id) const;
  std::size_t levels_above(const department& d) const;

  std::unordered_map<std::string, const area*> areas_;
  std::unordered_map<std::string, std::vector<std::size_t>> by_area_;  // indexes in served_
  std::vector<const department*> served_;
  std::deque<department> heirs_;  // what served_ points to where a department inherits
};

}  // namespace duanwen

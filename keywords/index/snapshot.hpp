#pragma once
// The directory as it is served: immutable, with its look-up tables, swapped whole when the store has a newer
// one.

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "keywords/directory/directory.hpp"
#include "keywords/directory/inherit.hpp"
#include "keywords/index/item_index.hpp"
#include "keywords/index/name_index.hpp"
#include "keywords/index/near_index.hpp"

namespace duanwen {

class near_forms;

enum class target_kind { department, theme, area };

/// What a keyword leads to; the pointers live as long as the snapshot.
struct target {
  target_kind kind = target_kind::department;
  const struct department* department = nullptr;
  const struct theme* theme = nullptr;
  const struct area* area = nullptr;
  friend bool operator==(const target&, const target&) = default;
};
target target_of(const department& d);
target target_of(const theme& t);
target target_of(const area& a);

/// A target whose name is near what was texted; see near_index.
struct near_target {
  target to;
  double cost = 0;
  std::size_t units = 0;
};

/// An item that has a name near what was texted.
struct near_item {
  const department* of = nullptr;
  const item* what = nullptr;
  double cost = 0;
  std::size_t units = 0;
};

class snapshot {
 public:
  /// Builds the tables of a checked document. Time and memory grow with its size: about 10 µs an item.
  snapshot(std::uint64_t version, directory document);
  snapshot(const snapshot&) = delete;
  snapshot& operator=(const snapshot&) = delete;

  std::uint64_t version() const {
    return version_;
  }                                                 ///< of the store, growing with every change; 0: none yet
  std::uint64_t serial() const { return serial_; }  ///< that no other snapshot of this process has; from 1 on
  const directory& document() const { return document_; }  ///< as it was stored, without what is inherited

  const department* find_department(
      std::string_view id) const;  ///< with inherited items; null when there is none
  const theme* find_theme(std::string_view id) const;
  const area* find_area(std::string_view id) const;
  /// All departments, with inherited items.
  const std::vector<const department*>& departments() const { return inherited_.served(); }
  const std::vector<const department*>& departments_in(const std::string& area_id) const;
  /// `form` is a keyword_form(); null when nothing is registered under exactly it. Names, short names and
  /// aliases lead as registered keywords do, unless they are reserved or shared. Constant time.
  const target* find_keyword(std::string_view form) const;
  /// The longest registered keyword that `form` begins with, and its length in octets (0: none).
  std::pair<const target*, std::size_t> longest_keyword(std::string_view form) const;
  /// Targets that are called nearly `form`, the nearest first.
  std::vector<near_target> find_near(std::string_view form, double enough) const;
  /// Items of which a title or synonym is nearly `form`, the nearest first; of large directories none.
  std::vector<near_item> find_near_items(std::string_view form, double enough) const;
  const name_index& names() const { return names_; }
  const item_index& items() const { return items_; }
  /// A keyword to show by way of example: the first that a department has, preferably in ASCII where the
  /// sentence round it is; empty when there is none.
  std::string_view example_keyword(bool ascii) const;

 private:
  void lead_by_names();
  void lead_by_keywords();
  void index_near();
  void index_near(const target& to, const near_forms& forms);
  void index_items();
  void index_near_items();

  std::uint64_t version_, serial_;
  directory document_;
  inheritance inherited_;
  struct hash : std::hash<std::string_view> {
    using is_transparent = void;
  };
  template <class T>
  using by_text = std::unordered_map<std::string, T, hash, std::equal_to<>>;
  by_text<const department*> departments_;
  by_text<const theme*> themes_;
  by_text<const area*> areas_;
  by_text<std::vector<const department*>> by_area_;
  by_text<target> keywords_;
  std::size_t longest_form_ = 0;  // in octets
  name_index names_;
  near_index near_;
  std::vector<target> near_targets_;  // by tag
  item_index items_;
  near_index near_items_{false};
  std::vector<std::pair<const department*, const item*>> near_items_of_;  // by tag
};

using snapshot_ptr = std::shared_ptr<const snapshot>;

}  // namespace duanwen

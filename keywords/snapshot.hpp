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

#include "keywords/directory.hpp"

namespace duanwen {

enum class target_kind { department, theme, area };

/// What a keyword leads to; the pointers live as long as the snapshot.
struct target {
  target_kind kind = target_kind::department;
  const department* dept = nullptr;
  const theme* life_event = nullptr;
  const area* place = nullptr;
  friend bool operator==(const target&, const target&) = default;
};

class snapshot {
 public:
  /// Builds the tables of a checked document. Items that a department inherits are put into its own list
  /// here.
  snapshot(std::uint64_t version, directory document);
  snapshot(const snapshot&) = delete;
  snapshot& operator=(const snapshot&) = delete;

  std::uint64_t version() const {
    return version_;
  }  ///< of the store, growing with every change; 0: none yet
  const directory& document() const { return document_; }  ///< as it was stored, without what is inherited

  const department* find_department(
      std::string_view id) const;  ///< with inherited items; null when there is none
  const theme* find_theme(std::string_view id) const;
  const area* find_area(std::string_view id) const;
  /// All departments, with inherited items.
  const std::vector<department>& departments() const { return served_.departments; }
  /// `form` is a keyword_form(); null when nothing is registered under exactly it. Names, short names and
  /// aliases lead as registered keywords do, unless they are reserved or shared. Constant time.
  const target* find_keyword(std::string_view form) const;
  /// The longest registered keyword that `form` begins with, and its length in octets (0: none).
  std::pair<const target*, std::size_t> longest_keyword(std::string_view form) const;
  /// A keyword to show by way of example: the first that a department has, preferably in ASCII where the
  /// sentence round it is; empty when there is none.
  std::string_view example_keyword(bool ascii) const;

 private:
  void lead_by_names();
  void lead_by_keywords();

  std::uint64_t version_;
  directory document_;
  directory served_;  // document_ with inheritance resolved
  struct hash : std::hash<std::string_view> {
    using is_transparent = void;
  };
  template <class T>
  using by_text = std::unordered_map<std::string, T, hash, std::equal_to<>>;
  by_text<const department*> departments_;
  by_text<const theme*> themes_;
  by_text<const area*> areas_;
  by_text<target> keywords_;
  std::size_t longest_form_ = 0;  // in octets
};

using snapshot_ptr = std::shared_ptr<const snapshot>;

}  // namespace duanwen

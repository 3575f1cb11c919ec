#pragma once
// Names that are nearly what was texted: by sound, with one character wrong, missing, extra or swapped, in
// pinyin, or by initials. Built with the snapshot, immutable; any thread.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "keywords/sound/spoken.hpp"

namespace duanwen {

struct near_name {
  std::uint32_t tag = 0;  ///< what add() was given
  double cost = 0;        ///< unlikeness(), with the name's own handicap
  std::size_t units = 0;  ///< of the name
};

class near_index {
 public:
  /// `by_initials`: whether the initials alone (lqgt) lead to a name.
  explicit near_index(bool by_initials = true) : by_initials_(by_initials) {}

  /// `form` (a keyword_form()) leads to `tag`; `handicap` is added to its cost. Names of one character, and
  /// those above spoken_units_max, are left out.
  void add(std::string_view form, std::uint32_t tag, double handicap);
  void finish();  ///< after the last add(), before the first find()

  /// The names within `enough` of `form`, the nearest first, each tag once. Time does not grow with the
  /// number of names but with those that are near.
  std::vector<near_name> find(std::string_view form, double enough) const;

  std::size_t octets() const;  ///< of memory that the tables take

 private:
  struct name {
    std::string form;
    std::uint32_t tag;
    float handicap;
  };
  struct entry {
    std::uint64_t hash;
    std::uint32_t name;
    friend bool operator<(const entry& a, const entry& b) { return a.hash < b.hash; }
  };
  void look_up(std::uint64_t hash, std::vector<std::uint32_t>& found) const;
  std::vector<std::uint32_t> candidates(const spoken_text& texted) const;
  std::vector<std::uint32_t> candidates(std::string_view letters) const;

  bool by_initials_;
  std::vector<name> names_;
  std::vector<entry> entries_;  // sorted by hash once finish() was called
};

}  // namespace duanwen

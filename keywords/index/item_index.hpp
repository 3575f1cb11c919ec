#pragma once
// Items found by words: what people call a service → the item whose title, short title, synonym or details
// say it. Built with the snapshot, immutable; any thread.

#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

#include "keywords/directory/directory.hpp"
#include "keywords/index/text_features.hpp"

namespace duanwen {

struct item_hit {
  const department* of = nullptr;
  const item* what = nullptr;
  double text_covered = 0;  ///< 0..1: how much of what was texted the item says
  double name_covered = 0;  ///< 0..1: how much of its best name was texted
  double evidence = 0;      ///< what the shared words tell; a word that few items say tells 3 to 6
  bool by_words = false;    ///< not by sounds and lone characters only
  double score() const { return 0.6 * text_covered + 0.4 * name_covered; }
};

/// Its title, short title and synonyms.
std::vector<const std::string*> names_of(const item& what);

class item_index {
 public:
  void add(const department& of, const item& what);  ///< both outlive this
  /// After the last add(), before the first find().
  void finish();

  /// The best `limit` items for `form` (a keyword_form()) for which `wanted` holds, the best first. Time
  /// grows with the items that share a rare word, and is bounded.
  std::vector<item_hit> find(std::string_view form, std::size_t limit,
                             const std::function<bool(const department&, const item&)>& wanted) const;

  std::size_t size() const { return items_.size(); }
  std::size_t octets() const;  ///< of memory that the tables take

  /// Details, and names by sound and by single characters, are searched too in directories of at most so many
  /// items; beyond, they cost more memory than they are worth.
  static constexpr std::size_t items_searched_loosely_max = 20000;

 private:
  struct posting {
    feature_hash what;
    std::uint32_t name;
    friend bool operator<(const posting& a, const posting& b) {
      return a.what != b.what ? a.what < b.what : a.name < b.name;
    }
  };
  /// A title, short title or synonym; or, loose, the details and all that is looked for but in part.
  struct item_name {
    std::uint32_t item;
    bool loose;
    float weight;  // of all its features
  };
  struct item_of {
    const department* of;
    const item* what;
  };
  using range = std::pair<std::vector<posting>::const_iterator, std::vector<posting>::const_iterator>;

  void add_name(std::size_t item, std::string_view name);
  void add_loosely(std::size_t item);
  void add_features(std::size_t item, std::vector<feature_hash> hashes, bool loose);
  range postings_of(feature_hash f) const;
  double weight_of(const range& r) const;
  friend class item_search;

  std::vector<item_of> items_;
  std::vector<item_name> names_;
  std::vector<posting> postings_;  // sorted once finish() was called
};

}  // namespace duanwen

#pragma once
// Names for what each form of the Store chooses by itself, revisions and ids: numbered as they are first
// seen. Two forms that behave alike show them in the same order.

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "storage/records.hpp"

namespace duanwen::test {

class store_names {
 public:
  struct entry {
    std::string id, process;
    conversation_key key;
  };

  std::string of_revision(const conversation_key& key, std::uint64_t revision) {
    auto& known = revisions_[key];
    known.last = revision;
    if (revision == 0) return "none";
    return "r" + std::to_string(place_of(known.all, revision) + 1);
  }
  /// `process`: in whose outbox it was seen.
  std::string of_entry(const conversation_key& key, const std::string& id, const std::string& process) {
    if (id.empty()) return "none";
    const auto place = place_of(ids_, std::pair(bucket_of(key.msisdn), id));
    if (place == entries_.size()) entries_.push_back(entry{id, process, key});
    return "e" + std::to_string(place + 1);
  }

  /// The revision that a caller who looked last would expect.
  std::uint64_t last_revision(const conversation_key& key) { return revisions_[key].last; }
  const std::vector<std::uint64_t>& revisions(const conversation_key& key) { return revisions_[key].all; }
  const std::vector<entry>& entries() const { return entries_; }

 private:
  struct known_revisions {
    std::uint64_t last = 0;
    std::vector<std::uint64_t> all;
  };
  /// Where it stands; it is put there when it is new.
  template <class T>
  static std::size_t place_of(std::vector<T>& all, const T& one) {
    std::size_t place = 0;
    while (place < all.size() && all[place] != one) ++place;
    if (place == all.size()) all.push_back(one);
    return place;
  }

  std::map<conversation_key, known_revisions> revisions_;
  std::vector<std::pair<std::uint32_t, std::string>> ids_;
  std::vector<entry> entries_;
};

}  // namespace duanwen::test

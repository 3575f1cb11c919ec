#pragma once
// The conversations met last, so that an inquiry needs no read before its commit; a stale one costs one more
// round.

#include <cstdint>
#include <list>
#include <unordered_map>
#include <utility>

#include "storage/records.hpp"

namespace duanwen {

class conversation_cache {
 public:
  explicit conversation_cache(std::size_t entries_max) : entries_max_(entries_max) {}

  /// What is believed of `key` at `now`; the empty conversation of revision 0 when nothing is.
  stored_conversation get(const conversation_key& key, unix_ms now) const {
    const auto found = by_key_.find(key);
    if (found == by_key_.end() || found->second->until <= now) return {};
    return found->second->value;
  }

  void put(const conversation_key& key, stored_conversation value, unix_ms until) {
    if (entries_max_ == 0) return;
    const auto [place, is_new] = by_key_.try_emplace(key);
    if (!is_new) order_.erase(place->second);
    place->second = order_.insert(order_.begin(), entry{key, std::move(value), until});
    if (by_key_.size() <= entries_max_) return;
    by_key_.erase(order_.back().key);
    order_.pop_back();
  }

 private:
  struct entry {
    conversation_key key;
    stored_conversation value;
    unix_ms until;
  };
  std::size_t entries_max_;
  std::list<entry> order_;  // newest first
  std::unordered_map<conversation_key, std::list<entry>::iterator, conversation_key_hash> by_key_;
};

}  // namespace duanwen

#pragma once
// Which blocks go together in a message: the cheapest way to send the first n is built on those of fewer.
// Pure.

#include <limits>
#include <vector>

#include "keywords/segments/message.hpp"

namespace duanwen {

/// Blocks of one reply as they come, and at any time the cheapest way to send them (see pack()). A block
/// costs one addition for each before it and no look at their texts.
class packing {
 public:
  packing(const std::string& signature_name, const tariff& profile);

  void add(std::string text);
  /// The same where its size is known: measure_message(text, profile).
  void add(std::string text, const message_size& size);
  void drop_last();
  /// Of all blocks; 0 without any.
  std::size_t segments() const { return blocks_.empty() ? 0 : blocks_.back().best.segments; }
  /// What all blocks would take in a message each.
  std::size_t segments_one_by_one() const;
  std::vector<packed_message> messages() const;

 private:
  // The best way to send the blocks up to one: what it costs, and where its last message begins.
  struct best_way {
    std::size_t segments = std::numeric_limits<std::size_t>::max();
    std::size_t messages = 0, last_begins = 0;
  };
  struct block {
    std::string text;
    message_size size;
    best_way best;
  };
  best_way best_to_the_end() const;
  std::size_t cost(std::size_t from, std::size_t to, const message_size& size) const;
  std::string message(std::size_t from, std::size_t to) const;

  const tariff& profile_;
  std::string signature_;
  message_size signature_size_, separator_size_;
  std::vector<block> blocks_;
};

}  // namespace duanwen

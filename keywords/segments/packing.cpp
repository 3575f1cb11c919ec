#include "keywords/segments/packing.hpp"

#include <algorithm>

namespace duanwen {
namespace {

constexpr std::string_view between_blocks = "\n";

}  // namespace

packing::packing(const std::string& signature_name, const tariff& profile)
    : profile_(profile),
      signature_(signature_of(signature_name, profile)),
      signature_size_(measure_message(signature_, profile)),
      separator_size_(measure_message(between_blocks, profile)) {}

void packing::add(std::string text) {
  const auto size = measure_message(text, profile_);
  add(std::move(text), size);
}

void packing::add(std::string text, const message_size& size) {
  blocks_.push_back({std::move(text), size, {}});
  blocks_.back().best = best_to_the_end();
}

void packing::drop_last() { blocks_.pop_back(); }

packing::best_way packing::best_to_the_end() const {
  best_way best;
  const auto to = blocks_.size();
  auto size = signature_size_;
  for (std::size_t from = to; from-- > 0;) {
    if (from + 1 < to) size += separator_size_;
    size += blocks_[from].size;
    const auto last = cost(from, to, size);
    // More blocks never make a message cheaper, so that none beyond these can be better.
    if (last > best.segments) break;
    const auto before = from == 0 ? best_way{0, 0, 0} : blocks_[from - 1].best;
    const best_way way{before.segments + last, before.messages + 1, from};
    const bool cheaper = way.segments < best.segments;
    const bool reads_better = way.segments == best.segments && way.messages < best.messages;
    if (cheaper || reads_better) best = way;
  }
  return best;
}

std::size_t packing::cost(std::size_t from, std::size_t to, const message_size& size) const {
  const auto counted = count_by_size(size, profile_);
  return counted ? *counted : count_message(message(from, to), profile_);
}

std::string packing::message(std::size_t from, std::size_t to) const {
  auto text = signature_;
  for (auto i = from; i < to; ++i) {
    if (i > from) text += between_blocks;
    text += blocks_[i].text;
  }
  return text;
}

std::size_t packing::segments_one_by_one() const {
  std::size_t sum = 0;
  for (std::size_t i = 0; i < blocks_.size(); ++i) {
    auto size = signature_size_;
    size += blocks_[i].size;
    sum += cost(i, i + 1, size);
  }
  return sum;
}

std::vector<packed_message> packing::messages() const {
  std::vector<packed_message> messages;
  for (auto to = blocks_.size(); to > 0; to = blocks_[to - 1].best.last_begins) {
    const auto from = blocks_[to - 1].best.last_begins;
    messages.push_back(make_message(message(from, to), profile_));
    messages.back().blocks = to - from;
  }
  std::reverse(messages.begin(), messages.end());
  return messages;
}

}  // namespace duanwen

// Which blocks go together: the cheapest way to send the first n blocks is built on that of fewer.
#include <algorithm>
#include <limits>

#include "keywords/measure.hpp"
#include "keywords/reply.hpp"
#include "keywords/utf8.hpp"

namespace duanwen {
namespace {

constexpr char between_blocks = '\n';

// The profile's brackets round the name: 【短名】, or [短名]; nothing without brackets or name.
std::string signature_of(const std::string& name, const tariff& profile) {
  if (name.empty() || profile.signature.empty()) return {};
  const auto brackets = to_code_points(profile.signature);
  const std::u32string_view both = brackets;
  return to_utf8(both.substr(0, both.size() / 2)) + name + to_utf8(both.substr(both.size() / 2));
}

std::string message_of(const std::string& signature, const reply& answer, std::size_t from, std::size_t to) {
  std::string text = signature;
  for (std::size_t i = from; i < to; ++i) {
    if (i > from) text += between_blocks;
    text += answer.blocks[i].text;
  }
  return text;
}

// The best way to send the blocks before one: what it costs, and where its last message begins.
struct best_way {
  std::size_t segments = std::numeric_limits<std::size_t>::max();
  std::size_t messages = 0, last_begins = 0;
};

std::vector<best_way> best_ways(const std::string& signature, const reply& answer, const tariff& profile) {
  const auto signature_size = measure(signature, profile);
  const auto separator_size = measure(std::string_view(&between_blocks, 1), profile);
  std::vector<text_size> sizes;
  for (const auto& block : answer.blocks) sizes.push_back(measure(block.text, profile));
  std::vector<best_way> best(answer.blocks.size() + 1);
  best[0].segments = 0;
  for (std::size_t to = 1; to <= answer.blocks.size(); ++to) {
    auto size = signature_size;
    for (std::size_t from = to; from-- > 0;) {
      if (from + 1 < to) size += separator_size;
      size += sizes[from];
      const auto counted = count_by_size(size, profile);
      const auto cost = counted ? *counted : count_segments(message_of(signature, answer, from, to), profile);
      const best_way way{best[from].segments + cost, best[from].messages + 1, from};
      const bool cheaper = way.segments < best[to].segments;
      const bool reads_better = way.segments == best[to].segments && way.messages < best[to].messages;
      if (cheaper || reads_better) best[to] = way;
    }
  }
  return best;
}

}  // namespace

packed_reply pack(const reply& answer, const tariff& profile) {
  packed_reply packed;
  const auto signature = signature_of(answer.signature_name, profile);
  const auto best = best_ways(signature, answer, profile);
  for (std::size_t to = answer.blocks.size(); to > 0; to = best[to].last_begins) {
    packed_message message;
    message.text = message_of(signature, answer, best[to].last_begins, to);
    message.parts = segment(message.text, profile);
    message.blocks = to - best[to].last_begins;
    packed.messages.push_back(std::move(message));
  }
  std::reverse(packed.messages.begin(), packed.messages.end());
  packed.segments = best.back().segments;
  for (const auto& block : answer.blocks)
    packed.segments_one_by_one += count_segments(signature + block.text, profile);
  return packed;
}

std::size_t count_segments(const reply& answer, const tariff& profile) {
  return best_ways(signature_of(answer.signature_name, profile), answer, profile).back().segments;
}

}  // namespace duanwen

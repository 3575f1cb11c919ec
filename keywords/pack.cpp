#include <limits>

#include "keywords/reply.hpp"

namespace duanwen {
namespace {

constexpr const char* between_blocks = "\n";

// The profile's brackets round the name: 【短名】, or [短名]; nothing without brackets or name.
std::string signed_text(const std::string& name, const std::string& text, const tariff& profile) {
  if (name.empty() || profile.signature.empty()) return text;
  std::size_t half = profile.signature.size() / 2;
  return profile.signature.substr(0, half) + name + profile.signature.substr(half) + text;
}

std::string joined(const reply& answer, std::size_t from, std::size_t to) {
  std::string text;
  for (std::size_t i = from; i < to; ++i) {
    if (i > from) text += between_blocks;
    text += answer.blocks[i].text;
  }
  return text;
}

// The best way to send the blocks from the first up to one: what it costs, and where its last message begins.
struct best_way {
  std::size_t segments = std::numeric_limits<std::size_t>::max();
  std::size_t messages = 0, last_begins = 0;
};

std::vector<best_way> best_ways(const reply& answer, const tariff& profile) {
  std::vector<best_way> best(answer.blocks.size() + 1);
  best[0].segments = 0;
  for (std::size_t to = 1; to <= answer.blocks.size(); ++to) {
    for (std::size_t from = to; from-- > 0;) {
      const auto cost =
          count_segments(signed_text(answer.signature_name, joined(answer, from, to), profile), profile);
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
  const auto best = best_ways(answer, profile);
  for (std::size_t to = answer.blocks.size(); to > 0; to = best[to].last_begins) {
    packed_message message;
    message.text = signed_text(answer.signature_name, joined(answer, best[to].last_begins, to), profile);
    message.parts = segment(message.text, profile);
    packed.messages.insert(packed.messages.begin(), std::move(message));
  }
  packed.segments = best.back().segments;
  for (const auto& block : answer.blocks)
    packed.segments_one_by_one +=
        count_segments(signed_text(answer.signature_name, block.text, profile), profile);
  return packed;
}

}  // namespace duanwen

#include "keywords/segments/packing.hpp"

namespace duanwen {
namespace {

packing packing_of(const reply& answer, const tariff& profile) {
  packing blocks(answer.signature_name, profile);
  for (const auto& block : answer.blocks) blocks.add(block.text);
  return blocks;
}

}  // namespace

packed_reply pack(const reply& answer, const tariff& profile) {
  const auto blocks = packing_of(answer, profile);
  return {blocks.messages(), blocks.segments(), blocks.segments_one_by_one()};
}

std::size_t count_segments(const reply& answer, const tariff& profile) {
  return packing_of(answer, profile).segments();
}

}  // namespace duanwen

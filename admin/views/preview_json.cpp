#include "admin/views/preview_json.hpp"

#include <nlohmann/json.hpp>

#include "keywords/segments/explain.hpp"

namespace duanwen {

namespace {

using nlohmann::json;

json shown(const costly_character& c) {
  json one = {{"character", c.character},
              {"times", c.times},
              {"positions", c.positions},
              {"forces_ucs2", c.forces_ucs2},
              {"takes", c.takes}};
  if (!c.substitute.empty()) one["substitute"] = c.substitute;
  return one;
}

json shown(const packed_message& message, const tariff& profile) {
  const auto why = explain(message, profile);
  json costly = json::array();
  for (const auto& c : why.costly) costly.push_back(shown(c));
  return {{"text", message.text},
          {"alphabet", name_of(message.parts.used)},
          {"segments", message.parts.segments},
          {"characters", why.characters},
          {"characters_left", why.characters_left},
          {"characters_over", why.characters_over},
          {"outside_gsm7", why.outside_gsm7},
          {"costly", std::move(costly)},
          {"segments_with_substitutes", why.segments_plainly}};
}

json shown(const packed_reply& packed, const tariff& profile) {
  json messages = json::array();
  for (const auto& message : packed.messages) messages.push_back(shown(message, profile));
  return messages;
}

std::uint64_t cost_li(std::size_t segments, const tariff& profile) {
  return std::uint64_t{segments} * profile.segment_price_li;
}

json shown(const preview_answer& answer) {
  const auto& profile = answer.carrier.profile;
  return {{"carrier", answer.carrier.name},
          {"outcome", name_of(answer.decided.result)},
          {"matched", name_of(answer.decided.matched)},
          {"source", answer.source},
          {"messages", shown(answer.packed, profile)},
          {"segments", answer.packed.segments},
          {"saved_segments", answer.packed.segments_one_by_one - answer.packed.segments},
          {"cost_li", cost_li(answer.packed.segments, profile)}};
}

json shown(const previewed_pages& all, const tariff& profile) {
  json pages = json::array();
  for (const auto& p : all.pages)
    pages.push_back({{"messages", shown(p, profile)}, {"segments", p.segments}});
  return {{"pages", std::move(pages)},
          {"segments", all.segments()},
          {"cost_li", cost_li(all.segments(), profile)}};
}

json shown(const item_preview& preview) {
  const auto& profile = preview.carrier.profile;
  json one = {{"carrier", preview.carrier.name}, {"menu", shown(preview.menu, profile)}};
  one["menu"]["segments_now"] = preview.menu_now.segments();
  if (!preview.detail) return one;
  one["detail"] = shown(*preview.detail, profile);
  if (preview.detail_now) one["detail"]["segments_now"] = preview.detail_now->segments();
  return one;
}

template <class Preview>
json by_carrier(const std::vector<Preview>& previews) {
  json carriers = json::array();
  for (const auto& one : previews) carriers.push_back(shown(one));
  return {{"carriers", std::move(carriers)}};
}

}  // namespace

json to_json(const std::vector<preview_answer>& answers) { return by_carrier(answers); }
json to_json(const std::vector<item_preview>& previews) { return by_carrier(previews); }

}  // namespace duanwen

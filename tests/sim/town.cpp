#include "tests/sim/town.hpp"

#include "gateway/smpp/text/text_codec.hpp"
#include "keywords/segments/segment.hpp"

namespace duanwen::sim {

directory_change small_town() {
  directory_change all;
  area district;
  district.id = "lq";
  district.name = "龙泉驿区";
  all.put_areas.push_back(district);
  department land;
  land.id = "guotu";
  land.name = "龙泉驿区国土资源局";
  land.short_name = town_keyword;
  land.area = district.id;
  land.keywords = {town_keyword};
  for (std::uint32_t n = 1; n <= items_in_town; ++n) {
    item one;
    one.number = n;
    one.title = "事项" + std::to_string(n);
    one.details = "带身份证到" + std::string(details_mark) + std::to_string(n) + "办。";
    land.items.push_back(one);
  }
  all.put_departments.push_back(land);
  return all;
}

std::vector<smpp::pdu> texted(const std::string& from, const std::string& text, std::size_t inquiry) {
  std::vector<smpp::pdu> pdus;
  const auto number = static_cast<std::uint8_t>(inquiry);
  for (auto& part : smpp::encode_segments(segment(text, tariff()), long_message_form::udh8, number)) {
    auto p = smpp::make_pdu(smpp::command::deliver_sm);
    p.source_addr = from;
    p.source_addr_npi = number;
    p.destination_addr = town_number;
    smpp::carry(p, std::move(part));
    pdus.push_back(std::move(p));
  }
  return pdus;
}

}  // namespace duanwen::sim

#include "gateway/sent_messages.hpp"

#include "gateway/smpp/message_id.hpp"

namespace duanwen {

sent_message sent_as(const outgoing_segment& segment, std::string message_id) {
  const auto& submit = segment.submit;
  sent_message one;
  one.message_id = std::move(message_id);
  one.source_addr = submit.source_addr;
  one.source_addr_ton = submit.source_addr_ton;
  one.source_addr_npi = submit.source_addr_npi;
  one.destination_addr = submit.destination_addr;
  one.dest_addr_ton = submit.dest_addr_ton;
  one.dest_addr_npi = submit.dest_addr_npi;
  one.data_coding = submit.data_coding;
  one.registered_delivery = submit.registered_delivery;
  one.plain = submit.esm_class == 0 && submit.tlvs.empty();
  one.part = segment.part;
  one.parts = segment.parts;
  return one;
}

sent_messages::key sent_messages::key_of(const sent_message& one) {
  return {one.carrier, smpp::folded_id(one.message_id), one.msisdn};
}

void sent_messages::forget(std::map<key, kept::iterator>::iterator place) {
  by_age_.erase(place->second);
  by_id_.erase(place);
}

void sent_messages::accepted(sent_message what) {
  if (remembered_max_ == 0) return;
  auto id = key_of(what);
  const auto same = by_id_.find(id);
  if (same != by_id_.end()) forget(same);
  if (by_age_.size() >= remembered_max_) forget(by_id_.find(key_of(by_age_.front())));
  by_id_.emplace(std::move(id), by_age_.insert(by_age_.end(), std::move(what)));
}

std::vector<sent_message> sent_messages::find(const std::string& carrier, const std::string& message_id,
                                              const std::string& msisdn) const {
  const auto id = smpp::folded_id(message_id);
  std::vector<sent_message> all;
  for (auto at = by_id_.lower_bound(key(carrier, id, msisdn)); at != by_id_.end(); ++at) {
    const auto& [its_carrier, its_id, its_msisdn] = at->first;
    if (its_carrier != carrier || its_id != id) break;
    if (!msisdn.empty() && its_msisdn != msisdn) break;
    all.push_back(*at->second);
  }
  return all;
}

std::vector<sent_message> sent_messages::newest(const std::string& carrier, const std::string& msisdn,
                                                std::size_t limit) const {
  std::vector<sent_message> all;
  for (auto at = by_age_.rbegin(); at != by_age_.rend() && all.size() < limit; ++at)
    if (at->carrier == carrier && (msisdn.empty() || at->msisdn == msisdn)) all.push_back(*at);
  return all;
}

}  // namespace duanwen

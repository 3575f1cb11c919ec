#include "gateway/carriers/sent_messages.hpp"

#include "gateway/smpp/pdu/message_id.hpp"

namespace duanwen {
namespace {

std::string key_of(const std::string& carrier, const std::string& message_id) {
  return carrier + '\n' + smpp::folded_id(message_id);
}

}  // namespace

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

void sent_messages::forget_oldest() {
  const auto& oldest = by_age_.front();
  const auto same_id = by_id_.find(key_of(oldest.carrier, oldest.message_id));
  same_id->second.erase(oldest.msisdn);
  if (same_id->second.empty()) by_id_.erase(same_id);
  by_age_.pop_front();
}

void sent_messages::accepted(sent_message what) {
  if (remembered_max_ == 0) return;
  const auto [place, is_new] = by_id_[key_of(what.carrier, what.message_id)].try_emplace(what.msisdn);
  if (!is_new) by_age_.erase(place->second);
  place->second = by_age_.insert(by_age_.end(), std::move(what));
  if (by_age_.size() > remembered_max_) forget_oldest();
}

std::vector<sent_message> sent_messages::find(const std::string& carrier, const std::string& message_id,
                                              const std::string& msisdn) const {
  std::vector<sent_message> all;
  const auto same_id = by_id_.find(key_of(carrier, message_id));
  if (same_id == by_id_.end()) return all;
  for (const auto& [whose, one] : same_id->second)
    if (msisdn.empty() || whose == msisdn) all.push_back(*one);
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

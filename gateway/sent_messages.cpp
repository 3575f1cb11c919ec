#include "gateway/sent_messages.hpp"

#include "gateway/smpp/message_id.hpp"

namespace duanwen {
namespace {

std::pair<std::string, std::string> key_of(const std::string& carrier, const std::string& message_id) {
  return {carrier, smpp::folded_id(message_id)};
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

void sent_messages::forget(std::multimap<key, kept::iterator>::iterator place) {
  by_age_.erase(place->second);
  by_id_.erase(place);
}

void sent_messages::accepted(sent_message what) {
  if (remembered_max_ == 0) return;
  const auto id = key_of(what.carrier, what.message_id);
  const auto same = by_id_.equal_range(id);
  for (auto at = same.first; at != same.second; ++at)
    if (at->second->msisdn == what.msisdn) {
      forget(at);
      break;
    }
  if (by_age_.size() >= remembered_max_) {
    const auto oldest = by_age_.begin();
    auto at = by_id_.lower_bound(key_of(oldest->carrier, oldest->message_id));
    while (at->second != oldest) ++at;
    forget(at);
  }
  by_id_.emplace(id, by_age_.insert(by_age_.end(), std::move(what)));
}

std::vector<sent_message> sent_messages::find(const std::string& carrier, const std::string& message_id,
                                              const std::string& msisdn) const {
  std::vector<sent_message> all;
  const auto same = by_id_.equal_range(key_of(carrier, message_id));
  for (auto at = same.first; at != same.second; ++at)
    if (msisdn.empty() || at->second->msisdn == msisdn) all.push_back(*at->second);
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

#include "gateway/carriers/inquiry_receipts.hpp"

#include <spdlog/spdlog.h>

#include "gateway/smpp/pdu/command_status.hpp"
#include "gateway/smpp/pdu/esm_class.hpp"
#include "gateway/smpp/pdu/message_state.hpp"
#include "gateway/smpp/pdu/status_lookup.hpp"
#include "gateway/upkeep/store_clock.hpp"

namespace duanwen {
namespace {

constexpr std::uint8_t receipt_mask = 0x03, receipt_always = 0x01;  // §5.2.17; 2 asks for failures alone

}  // namespace

std::optional<smpp::pdu> receipt_for(const smpp::pdu& submit, const std::string& message_id,
                                     unix_ms submitted, unix_ms done, const std::string& time_zone) {
  if ((submit.registered_delivery & receipt_mask) != receipt_always) return std::nullopt;
  auto receipt = smpp::make_pdu(smpp::command::deliver_sm);
  // From whom the message went to, to whom it came from.
  receipt.source_addr = submit.destination_addr;
  receipt.source_addr_ton = submit.dest_addr_ton;
  receipt.source_addr_npi = submit.dest_addr_npi;
  receipt.destination_addr = submit.source_addr;
  receipt.dest_addr_ton = submit.source_addr_ton;
  receipt.dest_addr_npi = submit.source_addr_npi;
  receipt.esm_class = smpp::esm_class::receipt;
  constexpr auto state = smpp::message_state::delivered;
  receipt.short_message =
      "id:" + message_id + " sub:001 dlvrd:001 submit date:" + minute_of(submitted, time_zone) +
      " done date:" + minute_of(done, time_zone) + " stat:" + smpp::stat_of(state) + " err:000 text:";
  receipt.tlvs.push_back({smpp::tag::receipted_message_id, message_id + '\0'});
  receipt.tlvs.push_back({smpp::tag::message_state, std::string(1, char{smpp::octet_of(state)})});
  return receipt;
}

void inquiry_receipts::offer(smpp::supervisor& carrier, smpp::pdu receipt) {
  auto& waiting = waiting_[&carrier];
  if (waiting.size() >= waiting_max_) {
    if (waiting.empty()) return;
    waiting.pop_front();
    spdlog::warn("{}: a receipt is given up, since smpp.receipts_waiting_max is reached",
                 carrier.settings().name);
  }
  waiting.push_back(std::move(receipt));
  pump(carrier);
}

void inquiry_receipts::pump(smpp::supervisor& carrier) {
  auto& waiting = waiting_[&carrier];
  while (!waiting.empty()) {
    smpp::link* by = carrier.with_room("");
    if (!by) return;
    const auto id = next_id_++;
    auto receipt = std::move(waiting.front());
    waiting.pop_front();
    sent_[id] = {&carrier, receipt};
    by->submit(std::move(receipt), {smpp::request_owner::receipts, id});
  }
}

void inquiry_receipts::completed(std::uint64_t id, const smpp::pdu& response) {
  if (response.command_status != smpp::esme::rok)
    spdlog::warn("a receipt was refused: {}", smpp::describe_status(response.command_status));
  sent_.erase(id);
}

void inquiry_receipts::lost(std::uint64_t id) {
  const auto found = sent_.find(id);
  if (found == sent_.end()) return;
  auto& waiting = waiting_[found->second.carrier];
  if (waiting.size() < waiting_max_) waiting.push_front(std::move(found->second.receipt));
  sent_.erase(found);
}

}  // namespace duanwen

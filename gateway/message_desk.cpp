#include "gateway/message_desk.hpp"

#include "gateway/smpp/command_status.hpp"
#include "gateway/smpp/message_state.hpp"
#include "gateway/store_clock.hpp"

namespace duanwen {
namespace {

smpp::pdu response_to(const smpp::pdu& asked, std::uint32_t command_status) {
  auto r = smpp::make_pdu(static_cast<smpp::command>(asked.command_id | smpp::response_bit),
                          asked.sequence_number, command_status);
  r.without_body = command_status != smpp::esme::rok;
  return r;
}

bool same_addresses(const smpp::pdu& one, const smpp::pdu& asked) {
  return one.source_addr == asked.source_addr && one.destination_addr == asked.destination_addr &&
         (asked.service_type.empty() || one.service_type == asked.service_type);
}

}  // namespace

void message_desk::taken(const std::string& message_id, const taken_inquiry& what) {
  if (ports_.remembered_max == 0) return;
  if (by_age_.size() >= ports_.remembered_max) {
    by_id_.erase(by_age_.front());
    by_age_.pop_front();
  }
  if (by_id_.try_emplace(message_id, what).second) by_age_.push_back(message_id);
}

smpp::pdu message_desk::answer(const std::string& carrier, const smpp::pdu& asked) {
  switch (asked.id()) {
    case smpp::command::query_sm:
      return query(carrier, asked);
    case smpp::command::cancel_sm:
      return response_to(asked, cancel(carrier, asked));
    default:
      return response_to(asked, smpp::esme::rreplacefail);
  }
}

taken_inquiry* message_desk::find(const std::string& carrier, const smpp::pdu& asked) {
  // Another carrier's inquiries are none of its business, nor are those of another sender than it names.
  const auto found = by_id_.find(asked.message_id);
  const bool its_own = found != by_id_.end() && found->second.carrier == carrier;
  return its_own && found->second.addresses.source_addr == asked.source_addr ? &found->second : nullptr;
}

smpp::pdu message_desk::query(const std::string& carrier, const smpp::pdu& asked) {
  const auto* one = find(carrier, asked);
  if (!one) return response_to(asked, smpp::esme::rqueryfail);
  auto r = response_to(asked, smpp::esme::rok);
  const bool waits =
      !one->cancelled && !one->outbox_id.empty() && ports_.waits(one->resident, one->outbox_id);
  r.message_id = asked.message_id;
  using enum smpp::message_state;
  r.message_state = smpp::octet_of(waits ? enroute : one->cancelled ? deleted : delivered);
  if (!waits) r.final_date = moment_of(one->at, ports_.time_zone);
  return r;
}

std::uint32_t message_desk::cancel(const std::string& carrier, const smpp::pdu& asked) {
  const auto withdrawn = [this](taken_inquiry& one) {
    const bool waited = !one.outbox_id.empty() && ports_.withdraw(one.resident, one.outbox_id);
    one.cancelled = one.cancelled || waited;
    return waited;
  };
  if (!asked.message_id.empty()) {
    auto* one = find(carrier, asked);
    return one && withdrawn(*one) ? smpp::esme::rok : smpp::esme::rcancelfail;
  }
  // §4.9.1: without an id, all that go between these addresses.
  bool any = false;
  for (auto& [id, one] : by_id_)
    if (one.carrier == carrier && same_addresses(one.addresses, asked)) any = withdrawn(one) || any;
  return any ? smpp::esme::rok : smpp::esme::rcancelfail;
}

}  // namespace duanwen

#include "tools/fake_carrier/centre.hpp"

#include <nlohmann/json.hpp>
#include <utility>

#include "gateway/smpp/pdu/esm_class.hpp"
#include "gateway/smpp/pdu/message_state.hpp"

namespace duanwen::fake_carrier {
namespace {

using smpp::command;

// SMPP 3.4 §5.1.3.
constexpr std::uint32_t ok = 0x00, invalid_command_id = 0x03, system_error = 0x08, invalid_password = 0x0E;
constexpr std::uint32_t invalid_system_id = 0x0F, throttled = 0x58, temporary_app_error = 0x64;

smpp::pdu response_to(const smpp::pdu& request, std::uint32_t status) {
  return smpp::make_pdu(static_cast<command>(request.command_id | smpp::response_bit),
                        request.sequence_number, status);
}

std::vector<std::string> recipients_of(const smpp::pdu& p) {
  if (p.id() == command::submit_sm) return {p.destination_addr};
  std::vector<std::string> all;
  for (const auto& to : p.dest_addresses) all.push_back(to.destination_addr);
  return all;
}

}  // namespace

centre::centre(account who, faults wrong, event_sink emit)
    : account_(std::move(who)), faults_(wrong), emit_(std::move(emit)) {}

void centre::command(const nlohmann::json& line) {
  if (line.contains("faults")) set_faults(line["faults"]);
  if (line.contains("text")) {
    const outgoing_text text{line.at("from"), line.at("to"), line.at("text")};
    for (auto& p : to_deliver_sm(text, next_reference_++)) waiting_.push_back(std::move(p));
    deliver_waiting();
  }
  if (line.value("drop", false)) {
    const auto links = bound_;
    for (const auto& entry : links) entry.first->close("dropped by command");
  }
}

void centre::set_faults(const nlohmann::json& named) {
  faults_.throttle = named.value("throttle", faults_.throttle);
  faults_.drop_after = named.value("drop_after", faults_.drop_after);
  faults_.no_answer = named.value("no_answer", faults_.no_answer);
  faults_.wrong_resp_id = named.value("wrong_resp_id", faults_.wrong_resp_id);
}

void centre::received(peer& from, const smpp::pdu& p) {
  switch (p.id()) {
    case command::bind_receiver:
    case command::bind_transmitter:
    case command::bind_transceiver:
      return bind(from, p);
    case command::submit_sm:
    case command::submit_multi:
      return take_submit(from, p);
    case command::deliver_sm_resp:
      return take_deliver_resp(from, p);
    case command::enquire_link:
      return answer(from, p, response_to(p, ok));
    case command::unbind:
      answer(from, p, response_to(p, ok));
      return from.close("unbound");
    default:
      if (p.is_response()) return;
      return answer(from, p, smpp::make_pdu(command::generic_nack, p.sequence_number, invalid_command_id));
  }
}

void centre::answer(peer& to, const smpp::pdu& request, smpp::pdu response) {
  if (faults_.no_answer) return;
  if (faults_.wrong_resp_id && request.id() == command::submit_sm)
    response = smpp::make_pdu(command::deliver_sm_resp, request.sequence_number);
  to.send(std::move(response));
}

void centre::bind(peer& from, const smpp::pdu& p) {
  std::uint32_t status = ok;
  if (!account_.system_id.empty() && p.system_id != account_.system_id)
    status = invalid_system_id;
  else if (!account_.password.empty() && p.password != account_.password)
    status = invalid_password;
  smpp::pdu response = response_to(p, status);
  response.system_id = "fake_carrier";
  response.without_body = status != ok;
  answer(from, p, std::move(response));
  emit_(
      {{"event", status == ok ? "bound" : "refused"}, {"system_id", p.system_id}, {"bind", name_of(p.id())}});
  if (status != ok) return from.close("bind refused");
  bound_[&from].receives = p.id() != command::bind_transmitter;
  deliver_waiting();
}

void centre::take_submit(peer& from, const smpp::pdu& p) {
  if (faults_.drop_after > 0 && --faults_.drop_after == 0) return from.close("dropped in place of an answer");
  smpp::pdu response = response_to(p, ok);
  if (faults_.throttle > 0) {
    --faults_.throttle;
    response.command_status = throttled;
    response.without_body = true;
    return answer(from, p, std::move(response));
  }
  response.message_id = std::to_string(next_message_id_++);
  const std::string message_id = response.message_id;
  answer(from, p, std::move(response));
  if (faults_.no_answer) return;
  show(p);
  if ((p.registered_delivery & 1) != 0) send_receipt(p, message_id);
}

void centre::show(const smpp::pdu& p) {
  for (const std::string& to : recipients_of(p)) {
    if (const auto reply = inbox_.add(p, to))
      emit_({{"event", "reply"},
             {"from", reply->from},
             {"to", reply->to},
             {"text", reply->text},
             {"segments", reply->segments},
             {"data_coding", reply->data_coding},
             {"bulk", reply->bulk}});
  }
}

// SMPP 3.4 appendix B.
void centre::send_receipt(const smpp::pdu& p, const std::string& message_id) {
  constexpr auto state = smpp::message_state::delivered;
  smpp::pdu receipt = smpp::make_pdu(command::deliver_sm);
  receipt.source_addr = p.destination_addr;
  receipt.destination_addr = p.source_addr;
  receipt.esm_class = smpp::esm_class::receipt;
  receipt.short_message = "id:" + message_id + " sub:001 dlvrd:001 stat:" + smpp::stat_of(state) + " err:000";
  receipt.tlvs.push_back({smpp::tag::receipted_message_id, message_id + '\0'});
  receipt.tlvs.push_back({smpp::tag::message_state, std::string(1, char{smpp::octet_of(state)})});
  waiting_.push_back(std::move(receipt));
  deliver_waiting();
}

void centre::deliver_waiting() {
  for (auto& [link, state] : bound_) {
    if (!state.receives) continue;
    for (; !waiting_.empty(); waiting_.pop_front()) {
      smpp::pdu p = waiting_.front();
      p.sequence_number = state.next_sequence_number++;
      link->send(p);
      state.unacknowledged.emplace(p.sequence_number, std::move(p));
    }
  }
}

void centre::take_deliver_resp(peer& from, const smpp::pdu& p) {
  const auto bound = bound_.find(&from);
  if (bound == bound_.end()) return;
  auto& open = bound->second.unacknowledged;
  const auto found = open.find(p.sequence_number);
  if (found == open.end()) return;
  emit_({{"event", "taken"}, {"from", found->second.source_addr}, {"status", p.command_status}});
  if (p.command_status == temporary_app_error || p.command_status == system_error)
    refused_.push_back(std::move(found->second));
  open.erase(found);
}

void centre::retry() {
  for (; !refused_.empty(); refused_.pop_front()) waiting_.push_back(std::move(refused_.front()));
  deliver_waiting();
}

void centre::closed(peer& gone) {
  const auto found = bound_.find(&gone);
  if (found == bound_.end()) return;
  for (auto& [sequence_number, p] : found->second.unacknowledged) waiting_.push_back(std::move(p));
  bound_.erase(found);
  emit_({{"event", "closed"}});
  deliver_waiting();
}

}  // namespace duanwen::fake_carrier

#include "gateway/carriers/message_desk.hpp"

#include <spdlog/spdlog.h>

#include <algorithm>

#include "gateway/smpp/pdu/command_status.hpp"
#include "gateway/smpp/pdu/message_state.hpp"
#include "gateway/smpp/text/text_codec.hpp"
#include "gateway/upkeep/store_clock.hpp"

namespace duanwen {
namespace {

smpp::pdu response_to(const smpp::pdu& question, std::uint32_t command_status) {
  auto r = smpp::make_pdu(static_cast<smpp::command>(question.command_id | smpp::response_bit),
                          question.sequence_number, command_status);
  r.without_body = command_status != smpp::esme::rok;
  return r;
}

bool same_addresses(const smpp::pdu& one, const smpp::pdu& question) {
  return one.source_addr == question.source_addr && one.destination_addr == question.destination_addr &&
         (question.service_type.empty() || one.service_type == question.service_type);
}

}  // namespace

void message_desk::taken(const std::string& message_id, const taken_inquiry& what) {
  if (ports_.remembered_max == 0) return;
  auto& same = by_id_[message_id];
  if (same.empty()) by_age_.push_back(message_id);
  same.push_back(what);
  ++remembered_;
  while (remembered_ > ports_.remembered_max) forget_oldest();
}

// All of a submit_multi at once, since what is asked about it means all of it.
void message_desk::forget_oldest() {
  const auto oldest = by_id_.find(by_age_.front());
  remembered_ -= oldest->second.size();
  by_id_.erase(oldest);
  by_age_.pop_front();
}

smpp::pdu message_desk::answer(const std::string& carrier, const smpp::pdu& question) {
  if (question.id() == smpp::command::query_sm) return query(carrier, question);
  return response_to(question, cancel(carrier, question));
}

std::vector<taken_inquiry*> message_desk::find(const std::string& carrier, const smpp::pdu& question) {
  // Another carrier's inquiries are none of its business, nor are those of another sender than it names.
  std::vector<taken_inquiry*> all;
  if (const auto found = by_id_.find(question.message_id); found != by_id_.end())
    for (auto& one : found->second)
      if (one.carrier == carrier && one.addresses.source_addr == question.source_addr) all.push_back(&one);
  return all;
}

bool message_desk::waits(const taken_inquiry& one) const {
  return !one.cancelled && !one.outbox_id.empty() && ports_.waits(one.resident, one.outbox_id);
}

smpp::pdu message_desk::query(const std::string& carrier, const smpp::pdu& question) {
  const auto all = find(carrier, question);
  if (all.empty()) return response_to(question, smpp::esme::rqueryfail);
  auto r = response_to(question, smpp::esme::rok);
  const bool any_waits = std::any_of(all.begin(), all.end(), [this](const auto* one) { return waits(*one); });
  const bool none_goes = std::all_of(all.begin(), all.end(), [](const auto* one) { return one->cancelled; });
  using enum smpp::message_state;
  r.message_id = question.message_id;
  r.message_state = smpp::octet_of(any_waits ? enroute : none_goes ? deleted : delivered);
  if (!any_waits) r.final_date = moment_of(all.front()->at, ports_.time_zone);
  return r;
}

std::uint32_t message_desk::cancel(const std::string& carrier, const smpp::pdu& question) {
  bool any = false;
  const auto withdraw = [&](taken_inquiry& one) {
    const bool waited = !one.outbox_id.empty() && ports_.withdraw(one.resident, one.outbox_id);
    one.cancelled = one.cancelled || waited;
    any = any || waited;
  };
  if (!question.message_id.empty()) {
    for (auto* one : find(carrier, question)) withdraw(*one);
  } else {
    // §4.9.1: without an id, all that go between these addresses.
    for (auto& [id, same] : by_id_)
      for (auto& one : same)
        if (one.carrier == carrier && same_addresses(one.addresses, question)) withdraw(one);
  }
  return any ? smpp::esme::rok : smpp::esme::rcancelfail;
}

boost::asio::awaitable<smpp::pdu> message_desk::replace(const carrier_settings& carrier, smpp::pdu question) {
  const auto refused = co_await replaced(carrier, question);
  if (refused.empty()) co_return response_to(question, smpp::esme::rok);
  spdlog::info("{}: replace_sm of {} is refused: {}", carrier.name, question.message_id, refused);
  co_return response_to(question, smpp::esme::rreplacefail);
}

// Why not, in words; "": it is.
boost::asio::awaitable<std::string> message_desk::replaced(const carrier_settings& carrier,
                                                           smpp::pdu question) {
  const auto all = find(carrier.name, question);
  if (all.empty()) co_return "no message of that sender is remembered under this id";
  const auto data_coding = all.front()->addresses.data_coding;
  const auto read = smpp::decode_text(question.short_message, data_coding, carrier.data_coding);
  if (!read.readable || read.text.empty()) co_return "its text is empty or cannot be read";
  std::vector<std::pair<conversation_key, std::string>> waiting;
  for (const auto* one : all)
    if (waits(*one)) waiting.emplace_back(one->resident, one->outbox_id);
  std::size_t done = 0;
  for (const auto& [resident, outbox_id] : waiting) {
    auto whose = resident;
    auto old = outbox_id, text = read.text;
    const auto id = co_await ports_.replace(std::move(whose), std::move(old), std::move(text));
    done += !id.empty();
    // Looked up again, since it may have been forgotten meanwhile.
    for (auto* one : find(carrier.name, question))
      if (!id.empty() && one->outbox_id == outbox_id) one->outbox_id = id;
  }
  co_return done > 0 ? "" : "the reply to it has left or begun to leave";
}

}  // namespace duanwen

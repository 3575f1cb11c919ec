// Questions of administrators to carriers, about messages that those accepted.
#include <algorithm>

#include "gateway/carriers/carriers.hpp"
#include "gateway/carriers/message_questions.hpp"

namespace duanwen {
namespace {

carrier_said not_asked(question_end how, std::string why) {
  carrier_said said;
  said.end = how;
  said.detail = std::move(why);
  return said;
}

std::string why_not_bound(const carrier_settings& carrier) {
  return carrier.mode == carrier_mode::listen
             ? carrier.name + " binds to us, so that we are its centre, and it has none that we could ask"
             : carrier.name + " has no link that is bound for sending";
}

}  // namespace

smpp::supervisor* carriers::supervisor_named(const std::string& carrier) {
  const auto found = std::find_if(supervisors_.begin(), supervisors_.end(),
                                  [&](const auto& s) { return s->settings().name == carrier; });
  return found == supervisors_.end() ? nullptr : found->get();
}

std::optional<std::vector<carrier_message>> carriers::messages(const std::string& carrier,
                                                               const std::string& msisdn, std::size_t limit) {
  if (!supervisor_named(carrier)) return std::nullopt;
  std::vector<carrier_message> all;
  for (auto& sent : ports_.sent.newest(carrier, msisdn, limit)) {
    carrier_message one;
    const auto receipt = reply_receipts_.told_of(carrier, sent.message_id, sent.msisdn);
    one.receipt = receipt ? smpp::name_of(*receipt) : "";
    one.message_id = std::move(sent.message_id);
    one.source = std::move(sent.source_addr);
    one.destination = std::move(sent.destination_addr);
    one.at = sent.at;
    one.part = sent.part;
    one.parts = sent.parts;
    all.push_back(std::move(one));
  }
  return all;
}

asio::awaitable<carrier_said> carriers::ask(carrier_question question) {
  const auto& name = question.carrier;
  auto* carrier = supervisor_named(name);
  if (!carrier) co_return not_asked(question_end::no_carrier, "there is no carrier " + name);
  const auto found = ports_.sent.find(name, question.message_id, question.msisdn);
  if (found.empty())
    co_return not_asked(question_end::no_message, "this process remembers no message " + question.message_id +
                                                      " that " + name + " accepted");
  if (found.size() > 1)
    co_return not_asked(question_end::several, "it went to several residents: say by to which one is meant");
  if (!carrier->has_centre())
    co_return not_asked(question_end::not_bound, why_not_bound(carrier->settings()));
  auto request = question_about(found.front(), question, carrier->settings());
  if (auto* unfit = std::get_if<std::string>(&request))
    co_return not_asked(question_end::unfit, std::move(*unfit));
  const auto until = ports_.rt.now() + ports_.settings.admin.carrier_timeout;
  auto pdu = std::move(std::get<smpp::pdu>(request));
  const auto answer = co_await questions_.ask(*carrier, std::move(pdu), until);
  if (answer.fate == question_fate::answered) co_return said_by(answer.response, question.what, name);
  if (answer.fate == question_fate::lost)
    co_return not_asked(question_end::lost,
                        name + " did not answer before its link fell, or within response_timeout_s");
  co_return not_asked(question_end::late, name + " did not answer within admin.carrier_timeout_s");
}

}  // namespace duanwen

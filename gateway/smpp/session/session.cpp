// The session as its owner sees it: connecting, submitting, timers, leaving. What the peer sends is in
// session_received.cpp.
#include "gateway/smpp/session/session.hpp"

#include <algorithm>
#include <utility>

#include "gateway/smpp/pdu/command_status.hpp"
#include "gateway/smpp/session/session_table.hpp"

namespace duanwen::smpp {
namespace {

constexpr std::uint8_t interface_version = 0x34;  // §5.2.4

}  // namespace

session::session(session_settings settings, std::uint32_t first_sequence_number)
    : settings_(std::move(settings)), next_sequence_number_(first_sequence_number) {}

bool session::is_bound() const {
  return state_ == session_state::bound_tx || state_ == session_state::bound_rx ||
         state_ == session_state::bound_trx;
}

bool session::can_transmit() const {
  const auto one_way = role_ == session_role::esme ? session_state::bound_tx : session_state::bound_rx;
  return state_ == session_state::bound_trx || state_ == one_way;
}

bool session::can_submit() const { return can_transmit() && window_.messages() < settings_.window; }

bool session::awaits_proof(std::uint32_t sequence_number) const {
  return unanswered_.contains(sequence_number) ||
         std::any_of(unproven_.rbegin(), unproven_.rend(),  // most ask for the one written just now
                     [&](const unproven& u) { return u.sequence_number == sequence_number; });
}

void session::connected(time_point now, actions& out) {
  if (state_ != session_state::closed) return;
  accepted(now);
  bind(now, out);
}

void session::accepted(time_point now) {
  if (state_ != session_state::closed) return;
  role_ = session_role::esme;
  state_ = session_state::open;
  connected_at_ = last_received_ = last_message_ = now;
  enquiring_ = false;
}

void session::accept(session_settings settings, time_point now, actions& out) {
  if (state_ != session_state::binding || bind_request_.command_id == 0) return;
  settings_ = std::move(settings);
  const pdu request = std::exchange(bind_request_, pdu{});
  if (request.id() == command::outbind) {
    bind(now, out);
    return;
  }
  pdu response = make_pdu(static_cast<command>(request.command_id | response_bit), request.sequence_number);
  response.system_id = settings_.system_id;
  if (request.interface_version >= interface_version)  // before 3.4 there are no optional parameters
    response.tlvs.push_back({tag::sc_interface_version, std::string(1, char{interface_version})});
  state_ = state_after(request.id());
  write(std::move(response), out);
  out.push_back(now_bound{request.system_id});
}

void session::refuse(std::uint32_t command_status, actions& out) {
  if (state_ != session_state::binding || bind_request_.command_id == 0) return;
  const pdu request = std::exchange(bind_request_, pdu{});
  // An outbind has no response; the peer learns it from the closed link.
  if (request.id() != command::outbind) respond(request, command_status, out);
  close("bind refused", command_status, out);
}

void session::submit(pdu p, request_token token, time_point now, actions& out) {
  if (!can_submit()) {
    out.push_back(lost{token});
    return;
  }
  last_message_ = now;
  request(std::move(p), token, now, out);
}

void session::respond(const pdu_header& request, std::uint32_t command_status, actions& out) {
  respond(request, command_status, std::string(), out);
}

void session::respond(const pdu_header& request, std::uint32_t command_status, std::string message_id,
                      actions& out) {
  if (state_ == session_state::closed || (request.command_id & response_bit) != 0) return;
  const auto request_id = static_cast<command>(request.command_id);
  if (!has_response(request_id)) {
    if (command_status != esme::rok)
      write(make_pdu(command::generic_nack, request.sequence_number, command_status), out);
    return;
  }
  const auto id = static_cast<command>(request.command_id | response_bit);
  pdu response = make_pdu(id, request.sequence_number, command_status);
  response.message_id = std::move(message_id);
  // §4.x.2 leave the body out of an error, but §4.6.2 and §4.7.2 have a message_id always.
  response.without_body =
      command_status != esme::rok && id != command::deliver_sm_resp && id != command::data_sm_resp;
  respond(std::move(response), out);
}

void session::respond(pdu response, actions& out) {
  if (state_ == session_state::closed) return;
  const auto answers = static_cast<command>(response.command_id & ~response_bit);
  if (is_message(answers)) {
    unproven_.push_back({response.sequence_number, ++responses_});
    if (const auto one = unanswered_.find(response.sequence_number); one != unanswered_.end())
      unanswered_.erase(one);
  }
  write(std::move(response), out);
}

void session::tick(time_point now, actions& out) {
  const auto due = [now](time_point since, std::chrono::seconds after) {
    return after.count() != 0 && now - since >= after;
  };
  give_up_questions(now, out);
  const bool unbound = state_ == session_state::open || state_ == session_state::binding;
  if (unbound && due(connected_at_, settings_.session_init_timeout)) {
    close("not bound in time", 0, out);
  } else if (state_ == session_state::unbinding && due(unbinding_since_, settings_.unbind_timeout)) {
    close("no answer to unbind in time", 0, out);
  } else if (settings_.response_timeout.count() != 0 &&
             window_.any_sent_before(now - settings_.response_timeout)) {
    close("no response in time", 0, out);
  } else if (is_bound() && due(last_message_, settings_.inactivity_timeout)) {
    out.push_back(note{"no message for so long that the session ends"});
    unbind(now, out);
  } else if (is_bound() && !enquiring_ && due(last_received_, settings_.enquire_link)) {
    ask_whether_alive(now, out);
  } else if (is_bound() && !unproven_.empty() && !window_.will_prove(unproven_.front().response)) {
    // Nothing else of ours is under way whose answer would show that our oldest response was read.
    ask_whether_alive(now, out);
  }
}

// No answer to one costs the question and not the link, which answers what matters.
void session::give_up_questions(time_point now, actions& out) {
  if (settings_.response_timeout.count() == 0) return;
  const auto is_one = [](std::uint32_t command_id) { return is_question(static_cast<command>(command_id)); };
  for (const auto& open : window_.take_sent_before(now - settings_.response_timeout, is_one))
    out.push_back(lost{open.token});
}

void session::ask_whether_alive(time_point now, actions& out) {
  enquiring_ = true;
  request(make_pdu(command::enquire_link), {}, now, out);
}

void session::prove_read(std::uint64_t responses, actions& out) {
  proven_read proven;
  for (; !unproven_.empty() && unproven_.front().response <= responses; unproven_.pop_front())
    proven.sequence_numbers.push_back(unproven_.front().sequence_number);
  // A number that the peer has used again meanwhile is proven with the later one.
  std::erase_if(proven.sequence_numbers, [this](std::uint32_t one) { return awaits_proof(one); });
  if (!proven.sequence_numbers.empty()) out.push_back(std::move(proven));
}

void session::stop(time_point now, actions& out) {
  if (is_bound()) {
    unbind(now, out);
  } else if (state_ != session_state::closed && state_ != session_state::unbinding) {
    close("stopped", 0, out);
  }
}

void session::disconnected(actions& out) {
  state_ = session_state::closed;
  give_up_requests(out);
}

std::uint32_t session::next_sequence_number() {
  std::uint32_t chosen = 0;
  do {
    chosen = next_sequence_number_;
    next_sequence_number_ = chosen >= sequence_number_max ? 1 : chosen + 1;
  } while (window_.has(chosen));
  return chosen;
}

void session::write(pdu p, actions& out) { out.push_back(write_pdu{std::move(p)}); }

void session::request(pdu p, request_token token, time_point now, actions& out) {
  p.sequence_number = next_sequence_number();
  window_.add(p.sequence_number, {p.command_id, token, now, responses_});
  write(std::move(p), out);
}

void session::bind(time_point now, actions& out) {
  state_ = session_state::binding;
  pdu p = make_pdu(settings_.bind);
  p.system_id = settings_.system_id;
  p.password = settings_.password.reveal();
  p.system_type = settings_.system_type;
  p.addr_ton = settings_.addr_ton;
  p.addr_npi = settings_.addr_npi;
  p.address_range = settings_.address_range;
  p.interface_version = interface_version;
  request(std::move(p), {}, now, out);
}

void session::unbind(time_point now, actions& out) {
  state_ = session_state::unbinding;
  unbinding_since_ = now;
  request(make_pdu(command::unbind), {}, now, out);
}

void session::close(std::string reason, std::uint32_t command_status, actions& out) {
  state_ = session_state::closed;
  give_up_requests(out);
  out.push_back(close_link{std::move(reason), command_status});
}

void session::give_up_requests(actions& out) {
  enquiring_ = false;
  unproven_.clear();
  unanswered_.clear();
  bind_request_ = pdu{};
  for (const outstanding_request& open : window_.take_all())
    if (!open.token.is_sessions_own()) out.push_back(lost{open.token});
}

}  // namespace duanwen::smpp

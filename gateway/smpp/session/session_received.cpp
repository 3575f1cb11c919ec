// The session as its peer meets it: each PDU that came is looked up in the state table or matched with the
// request that it answers.
#include <utility>

#include "gateway/smpp/pdu/command_status.hpp"
#include "gateway/smpp/pdu/status_lookup.hpp"
#include "gateway/smpp/session/session.hpp"
#include "gateway/smpp/session/session_table.hpp"

namespace duanwen::smpp {
namespace {

std::string spell(const pdu_header& h) {
  return std::string(name_of(static_cast<command>(h.command_id))) + " " + std::to_string(h.sequence_number);
}

bool is_bind(command id) {
  return id == command::bind_transmitter || id == command::bind_receiver || id == command::bind_transceiver;
}

// A nack says no whatever its status, and who asked tells refused from done by a status that is not 0.
std::uint32_t status_of_answer(const pdu& p) {
  const bool nacked = p.id() == command::generic_nack && p.command_status == esme::rok;
  return nacked ? esme::runknownerr : p.command_status;
}

}  // namespace

void session::received(const pdu& p, time_point now, actions& out) {
  if (state_ == session_state::closed) return;
  last_received_ = now;
  if (p.is_response()) {
    on_response(p, out);
  } else {
    on_request(p, now, out);
  }
}

void session::received_broken(const pdu_header& h, std::uint32_t command_status, time_point now,
                              actions& out) {
  if (state_ == session_state::closed) return;
  last_received_ = now;
  out.push_back(note{"unreadable " + spell(h) + ": " + describe_status(command_status), true});
  if ((h.command_id & response_bit) == 0) {
    respond(h, command_status, out);
    return;
  }
  // Its header still says which request was answered and how; a nack for a response would only confuse.
  pdu header_only;
  static_cast<pdu_header&>(header_only) = h;
  header_only.without_body = true;
  on_response(header_only, out);
}

void session::on_request(const pdu& p, time_point now, actions& out) {
  if (!is_known(p.id())) {
    respond(p, esme::rinvcmdid, out);
    return;
  }
  switch (reaction_to(p.id(), role_, state_)) {
    case reaction::ignore:
      break;
    case reaction::ask:
      // Who binds to us has us as its centre; who sends outbind wants us to bind to it.
      role_ = is_bind(p.id()) ? session_role::centre : session_role::esme;
      state_ = session_state::binding;
      bind_request_ = p;
      out.push_back(bind_asked{p});
      break;
    case reaction::deliver:
      last_message_ = now;
      if (is_message(p.id())) unanswered_.insert(p.sequence_number);
      out.push_back(deliver_pdu{p});
      break;
    case reaction::answer:
      respond(p, esme::rok, out);
      break;
    case reaction::leave:
      respond(p, esme::rok, out);
      close("unbound by the peer", 0, out);
      break;
    case reaction::tell:
      out.push_back(note{"came and has no use here: " + spell(p)});
      break;
    case reaction::later:
      respond(p, role_ == session_role::centre ? esme::rsyserr : esme::rx_t_appn, out);
      break;
    case reaction::already:
      respond(p, esme::ralybnd, out);
      break;
    case reaction::refuse:
      out.push_back(note{spell(p) + " while " + name_of(state_)});
      respond(p, esme::rinvbndsts, out);
      break;
  }
}

void session::on_response(const pdu& p, actions& out) {
  const auto request = window_.take(p.sequence_number);
  if (!request) {
    out.push_back(note{"answers nothing of ours: " + spell(p) + " " + describe_status(p.command_status)});
    return;
  }
  const auto command_id = static_cast<command>(request->command_id);
  prove_read(request->responses_before, out);
  if (p.command_id != (request->command_id | response_bit))
    out.push_back(
        note{spell(p) + " answers " + name_of(command_id) + ": " + describe_status(p.command_status)});
  if (is_bind(command_id)) {
    on_bind_response(p, out);
  } else if (command_id == command::unbind) {
    close("unbound", 0, out);
  } else if (command_id == command::enquire_link) {
    enquiring_ = false;  // Even a nack shows that the peer lives.
  } else {
    auto response = p;
    response.command_status = status_of_answer(p);
    out.push_back(completed{request->token, std::move(response)});
  }
}

void session::on_bind_response(const pdu& p, actions& out) {
  const auto status = status_of_answer(p);
  if (status == esme::rok) {
    state_ = state_after(settings_.bind);
    out.push_back(now_bound{p.system_id});
    return;
  }
  close("bind refused", status, out);
}

}  // namespace duanwen::smpp

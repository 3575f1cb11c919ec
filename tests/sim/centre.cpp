#include "tests/sim/centre.hpp"

#include <span>
#include <stdexcept>
#include <utility>

#include "gateway/smpp/pdu/command_status.hpp"
#include "gateway/smpp/wire/wire.hpp"

namespace duanwen::sim {

using smpp::command;

void centre::take(std::shared_ptr<test::sim_connection> connection, const std::string& name,
                  const std::string& pace) {
  auto l = std::make_shared<link>();
  l->connection = std::move(connection);
  l->name = name;
  l->pace = pace;
  constexpr std::size_t small = 40, large = 65536;
  l->connection->read_max = sky_.splits ? 1 + dice_.below(small) : large;
  links_.push_back(std::move(l));
}

void centre::serve() {
  for (const auto& l : std::vector(links_)) {
    read(l);
    if (l->alive && l->connection->closed_by_gateway) fell(l, "the gateway closing " + l->name);
  }
  std::erase_if(links_, [](const link_ptr& l) { return !l->alive; });
  const auto open = bound();
  if (open.empty()) return;
  for (; !waiting_.empty(); waiting_.pop_front())
    deliver_on(open[dice_.below(open.size())], std::move(waiting_.front()));
}

std::vector<centre::link_ptr> centre::bound() const {
  std::vector<link_ptr> found;
  for (const auto& l : links_)
    if (l->alive && l->bound) found.push_back(l);
  return found;
}

// Watched as it is written; it arrives later.
void centre::read(const link_ptr& l) {
  l->octets += std::exchange(l->connection->from_gateway, {});
  while (l->octets.size() >= smpp::header_octets) {
    const auto* begin = reinterpret_cast<const std::uint8_t*>(l->octets.data());
    const auto length = smpp::decode_header(std::span(begin, smpp::header_octets)).command_length;
    if (l->octets.size() < length) return;
    smpp::pdu p;
    if (smpp::decode(std::span(begin, length), p) != smpp::wire_status::ok)
      throw std::runtime_error("the gateway wrote a broken PDU");
    l->octets.erase(0, length);
    written(l, p);
    l->to_us = std::max(l->to_us, agenda_.now() + on_its_way());
    agenda_.at(l->to_us, [this, l, p] { arrived(l, p); });
  }
}

void centre::written(const link_ptr& l, const smpp::pdu& p) {
  if (p.id() == command::deliver_sm_resp) {
    watch_.rules.note(l->name + " writes deliver_sm_resp " + std::to_string(p.sequence_number) + " status " +
                      std::to_string(p.command_status));
    watch_.inquiries.response_written(p.sequence_number, p.command_status);
  }
  if (p.is_response()) return;
  watch_.links.written(l->name, l->pace, p, allows_, agenda_.now());
  if (p.id() != command::submit_sm) return;
  watch_.rules.note(l->name + " writes submit_sm " + std::to_string(p.sequence_number) + " to " +
                    p.destination_addr);
  watch_.replies.written(process_of(*l), p);
}

void centre::arrived(const link_ptr& l, const smpp::pdu& p) {
  if (l->deaf) return;
  switch (p.id()) {
    case command::bind_transceiver: {
      if (never_binds) return;
      auto r = smpp::make_pdu(command::bind_transceiver_resp, p.sequence_number);
      r.system_id = "sim";
      l->bound = l->alive;
      return answer(l, std::move(r), milliseconds(0));
    }
    case command::unbind:
      l->bound = false;
      return answer(l, smpp::make_pdu(command::unbind_resp, p.sequence_number), milliseconds(0));
    case command::enquire_link:
      return answer(l, smpp::make_pdu(command::enquire_link_resp, p.sequence_number), milliseconds(0));
    case command::submit_sm:
      return submitted(l, p);
    case command::deliver_sm_resp:
      return responded(l, p);
    default:
      watch_.rules.note(l->name + " sent " + smpp::name_of(p.id()));
  }
}

void centre::submitted(const link_ptr& l, const smpp::pdu& p) {
  auto r = smpp::make_pdu(command::submit_sm_resp, p.sequence_number);
  if (dice_.chance(sky_.falls_silent)) {
    l->deaf = true;
    return watch_.rules.note(l->name + " falls silent");
  }
  if (dice_.chance(sky_.throttles))
    r.command_status = smpp::esme::rthrottled;
  else if (dice_.chance(sky_.fails))
    r.command_status = smpp::esme::rsyserr;
  else if (dice_.chance(sky_.refuses))
    r.command_status = smpp::esme::rinvdstadr;
  watch_.rules.note(l->name + " takes submit_sm " + std::to_string(p.sequence_number) + " with status " +
                    std::to_string(r.command_status));
  if (r.command_status == 0) {
    watch_.replies.accepted(p);
    r.message_id = std::to_string(p.sequence_number);
  } else {
    watch_.replies.refused(p);
  }
  if (dice_.chance(sky_.answers_twice)) answer(l, r, dice_.within(milliseconds(0), sky_.answer_delay));
  answer(l, std::move(r), dice_.within(milliseconds(0), sky_.answer_delay));
}

void centre::responded(const link_ptr& l, const smpp::pdu& p) {
  const auto found = l->unacknowledged.find(p.sequence_number);
  if (found == l->unacknowledged.end()) return;
  watch_.inquiries.response_read(p.sequence_number, p.command_status);
  if (p.command_status == 0 && l->alive) watch_.doubts.read(process_of(*l), l->name, p.sequence_number);
  auto what = std::move(found->second);
  l->unacknowledged.erase(found);
  const bool again = p.command_status == 0 && dice_.chance(sky_.delivers_for_nothing);
  if (p.command_status == 0 && !again) return;
  if (again) watch_.inquiries.repeated_for_nothing(what.inquiry);
  constexpr milliseconds before_again{1000};
  agenda_.in(before_again, [this, what] { deliver(what); });
}

void centre::answer(const link_ptr& l, smpp::pdu response, milliseconds thinking) {
  agenda_.in(thinking, [this, l, response = std::move(response)] { send(l, response); });
}

void centre::send(const link_ptr& l, const smpp::pdu& p) {
  std::string octets;
  smpp::encode(p, octets);
  l->to_gateway = std::max(l->to_gateway, agenda_.now() + on_its_way());
  agenda_.at(l->to_gateway, [this, l, octets, p] {
    if (!l->alive) return;
    if (p.is_response()) watch_.links.answered(l->name, p.sequence_number);
    l->connection->send(octets);
  });
}

void centre::deliver(outgoing what) { waiting_.push_back(std::move(what)); }

void centre::deliver_on(const link_ptr& l, outgoing what) {
  auto p = what.message;
  p.sequence_number = next_number_++;
  watch_.rules.note(l->name + " is sent deliver_sm " + std::to_string(p.sequence_number) + ", inquiry " +
                    std::to_string(what.inquiry) + " part " + std::to_string(what.part));
  watch_.inquiries.delivered(p.sequence_number, what.inquiry, what.part);
  send(l, p);
  l->unacknowledged.emplace(p.sequence_number, std::move(what));
  // Nobody waits for ever: a link that does not answer is given up.
  constexpr milliseconds patience{20000};
  agenda_.in(patience, [this, l, number = p.sequence_number] {
    if (l->alive && l->unacknowledged.contains(number))
      fell(l, "the patience of the carrier with " + l->name);
  });
}

void centre::reset_one() {
  std::vector<link_ptr> living;
  for (const auto& l : links_)
    if (l->alive) living.push_back(l);
  if (!living.empty()) fell(living[dice_.below(living.size())], "a reset");
}

void centre::fell(const link_ptr& l, const std::string& why) {
  l->alive = l->bound = false;
  watch_.rules.note(l->name + " falls: " + why);
  watch_.doubts.fell(l->name);
  for (const auto& resident : watch_.links.fell(l->name)) watch_.replies.hit(resident, why);
  if (l->connection->closed_by_gateway) {
    // What it wrote before still arrives, and may answer what waits.
    return agenda_.at(std::max(l->to_us, agenda_.now()), [this, l] { give_back(*l); });
  }
  l->deaf = true;
  l->connection->to_gateway.clear();
  l->connection->close();
  give_back(*l);
}

void centre::give_back(link& l) {
  for (auto& [number, what] : std::exchange(l.unacknowledged, {})) waiting_.push_back(std::move(what));
}

}  // namespace duanwen::sim

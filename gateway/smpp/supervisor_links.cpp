// A carrier's links as the rest of the gateway uses them.
#include <algorithm>

#include "gateway/smpp/supervisor.hpp"

namespace duanwen::smpp {

void supervisor::stop_reading() {
  deaf_ = true;
  for (auto& s : slots_)
    if (s.current) s.current->stop_reading();
}

void supervisor::stop() {
  stopping_ = true;
  stopped_.notify();
  for (auto& s : slots_)
    if (s.current) s.current->stop();
}

void supervisor::reading_allowed() {
  for (auto& s : slots_)
    if (s.current) s.current->reading_allowed();
}

bool supervisor::bound() const {
  return std::any_of(slots_.begin(), slots_.end(),
                     [](const slot& s) { return s.current && s.current->can_transmit(); });
}

link* supervisor::with_room(const std::string& preferred) {
  const auto of_inquiry =
      std::find_if(slots_.begin(), slots_.end(), [&](const slot& s) { return s.name == preferred; });
  link* best = nullptr;
  for (auto& s : slots_) {
    if (!s.current || !s.current->can_submit()) continue;
    if (of_inquiry != slots_.end() && s.number == of_inquiry->number) return s.current.get();
    if (!best || s.current->window_used() < best->window_used()) best = s.current.get();
  }
  return best;
}

bool supervisor::has_centre() const {
  return std::any_of(slots_.begin(), slots_.end(), [](const slot& s) {
    return s.current && s.current->role() == session_role::esme && s.current->can_transmit();
  });
}

link* supervisor::to_centre() {
  link* best = nullptr;
  for (auto& s : slots_) {
    const bool asks = s.current && s.current->role() == session_role::esme && s.current->can_submit();
    if (asks && (!best || s.current->window_used() < best->window_used())) best = s.current.get();
  }
  return best;
}

read_proof supervisor::proof_of(const std::string& link, std::uint64_t bind_epoch,
                                std::uint32_t sequence_number) const {
  for (const auto& s : slots_)
    if (s.name == link && s.current && s.current->bind_epoch() == bind_epoch &&
        s.current->state() != session_state::closed)
      return s.current->awaits_proof(sequence_number) ? read_proof::open : read_proof::proven;
  return read_proof::never;
}

std::vector<link_status> supervisor::status() const {
  std::vector<link_status> all;
  for (const auto& s : slots_) {
    link_status one;
    one.name = s.name;
    one.state = s.current ? name_of(s.current->state()) : s.refused ? "refused" : "down";
    one.last_error = s.last_error;
    one.window_used = s.current ? s.current->window_used() : 0;
    all.push_back(one);
  }
  for (std::uint32_t number = 0; !dials() && number < carrier_.links; ++number) {
    const bool taken =
        std::any_of(slots_.begin(), slots_.end(), [&](const slot& s) { return s.number == number; });
    if (!taken) all.push_back({carrier_.name + "/" + std::to_string(number), "", "waiting", 0});
  }
  return all;
}

}  // namespace duanwen::smpp

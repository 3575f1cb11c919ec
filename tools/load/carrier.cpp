#include "tools/load/carrier.hpp"

#include <algorithm>
#include <utility>

namespace duanwen::load {
namespace {

namespace asio = boost::asio;
using asio::ip::tcp;
constexpr auto tick_length = std::chrono::milliseconds(1);
constexpr auto refused_again = std::chrono::milliseconds(500);

std::uint64_t token_of(part_of what) { return (std::uint64_t{what.resident} << 8) + what.part + 1; }

part_of part_of_token(std::uint64_t token) {
  return {static_cast<std::uint32_t>(token >> 8), static_cast<std::uint32_t>(token & 0xFF) - 1};
}

}  // namespace

carrier::carrier(asio::io_context& io, carrier_plan plan, crowd& texting, std::function<void()> first_bound)
    : acceptor_(io, tcp::endpoint(asio::ip::address_v4::loopback(), plan.port)),
      timer_(io),
      plan_(plan),
      crowd_(texting),
      first_bound_(std::move(first_bound)) {
  accept();
  tick();
}

void carrier::accept() {
  acceptor_.async_accept([this](const boost::system::error_code& error, tcp::socket socket) {
    if (error) return;
    std::make_shared<connection>(std::move(socket), events())->start();
    accept();
  });
}

connection_events carrier::events() {
  connection_events e;
  e.bound = [this](connection& by) {
    links_.push_back(by.shared_from_this());
    if (began_ == time_point{}) {
      began_ = now();
      first_bound_();
    }
    pump();
  };
  e.submitted = [this](connection& by, const smpp::pdu& p) {
    auto& latest = latest_[&by];
    if (const auto who = crowd_.resident_of(p.destination_addr)) latest.push_back(*who);
    if (latest.size() > plan_.peer_window) latest.pop_front();
    if (crowd_.replied(p, now())) pump();
  };
  e.acknowledged = [this](std::uint64_t token, std::uint32_t command_status) {
    const auto what = part_of_token(token);
    if (command_status != 0) {
      crowd_.refused(what);
      refused_.push_back({now() + refused_again, what});
    } else if (crowd_.acknowledged(what, now())) {
      pump();
    }
  };
  e.lost = [this](std::uint64_t token) { again_.push_back(part_of_token(token)); };
  e.closed = [this](connection& gone) { lost(gone); };
  return e;
}

void carrier::lost(connection& gone) {
  // The peer may not have read our last responses: no more than its window.
  if (!peer_dies_)
    for (const auto who : latest_[&gone]) crowd_.may_double(who);
  latest_.erase(&gone);
  if (std::erase_if(links_, [&](const auto& l) { return l.get() == &gone; }) == 0) return;
  ++links_lost_;
  pump();
}

void carrier::cut() {
  for (const auto& l : std::vector(links_)) l->cut();
}

// For a rate, and for what was refused; a window moves by itself.
void carrier::tick() {
  timer_.expires_after(tick_length);
  timer_.async_wait([this](const boost::system::error_code& error) {
    if (error) return;
    if (plan_.rate > 0) crowd_.pulse().beat(now());
    for (; !refused_.empty() && refused_.front().due <= now(); refused_.pop_front())
      again_.push_back(refused_.front().what);
    pump();
    tick();
  });
}

std::size_t carrier::due_by_rate(time_point at) const {
  if (plan_.rate == 0) return SIZE_MAX;
  const auto due = std::chrono::duration<double>(at - began_).count() * plan_.rate;
  return static_cast<std::size_t>(std::max(0.0, due - static_cast<double>(texted_)));
}

void carrier::pump() {
  if (links_.empty() || std::exchange(pumping_, true)) return;
  for (; !again_.empty() && !links_.empty(); again_.pop_front()) deliver(again_.front());
  auto due = due_by_rate(now());
  for (; texting_ && due > 0 && crowd_.open() < plan_.window && !links_.empty(); --due) {
    // By a rate an inquiry is late from the moment when it was due, whatever held it up.
    const auto intended =
        plan_.rate == 0
            ? now()
            : began_ + std::chrono::duration_cast<time_point::duration>(
                           std::chrono::duration<double>(static_cast<double>(texted_) / plan_.rate));
    const auto who = crowd_.next(intended);
    if (!who) break;
    ++texted_;
    for (std::uint32_t part = 0; part < crowd_.parts_of(*who); ++part) deliver({*who, part});
  }
  pumping_ = false;
}

void carrier::deliver(part_of what) {
  links_[next_link_++ % links_.size()]->deliver(crowd_.deliver_sm(what), token_of(what));
}

}  // namespace duanwen::load

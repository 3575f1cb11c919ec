#pragma once
// Broken gateways, stores and wires: what the checkers of simulations have to notice.

#include <functional>
#include <span>
#include <utility>

#include "gateway/smpp/wire/wire.hpp"
#include "tests/sim/world.hpp"

namespace duanwen::sim {

/// Rewrites each PDU that the gateway wrote; `rewrite` appends what is to stand on the wire instead.
template <class Rewrite>
std::function<void(test::sim_connection&)> on_the_wire(Rewrite rewrite) {
  return [rewrite](test::sim_connection& c) mutable {
    const auto written = std::exchange(c.from_gateway, {});
    for (std::size_t at = 0; at < written.size();) {
      const std::span octets(reinterpret_cast<const std::uint8_t*>(written.data()) + at, written.size() - at);
      const auto length = smpp::decode_header(octets).command_length;
      smpp::pdu p;
      smpp::decode(octets.first(length), p);
      rewrite(c, p);
      at += length;
    }
  };
}

inline void append(std::string& octets, const smpp::pdu& p) { smpp::encode(p, octets); }

/// A store that hands everything on, for others to be worse than.
template <class Form>
class liar : public test::passing_store<Form> {
 public:
  explicit liar(store& truth) : truth_(truth) {}
  bool up() const override { return truth_.up(); }
  std::uint64_t links_made() const override { return truth_.links_made(); }
  std::string trouble() const override { return truth_.trouble(); }
  template <class T, class... Arguments, class... Given>
  answer<T> pass(answer<T> (store::*call)(Arguments...), Given&&... given) {
    return (truth_.*call)(std::forward<Given>(given)...);
  }

 protected:
  store& truth_;
};

template <class Form>
mutation lying() {
  mutation m;
  m.lying_store = [](store& truth) { return std::make_unique<Form>(truth); };
  return m;
}

/// Says committed and did nothing.
struct commits_nothing final : liar<commits_nothing> {
  using liar::liar;
  answer<commit_result> commit(inquiry_commit) override {
    commit_result done;
    done.outbox_id = "1";
    co_return done;
  }
};

/// Is away for every commit.
struct commits_never final : liar<commits_never> {
  using liar::liar;
  answer<commit_result> commit(inquiry_commit) override {
    co_return failed<commit_result>(make_error_code(storage_errc::unavailable));
  }
};

/// Says finished and keeps the entry.
struct finishes_nothing final : liar<finishes_nothing> {
  using liar::liar;
  answer<bool> finish(reply_finish) override { co_return true; }
};

/// Is away for four finishes of five: honest, and it makes many replies wait for their end.
struct finishes_seldom final : liar<finishes_seldom> {
  using liar::liar;
  answer<bool> finish(reply_finish f) override {
    constexpr int done_once_in = 5;
    if (++asked_ % done_once_in != 0) co_return failed<bool>(make_error_code(storage_errc::unavailable));
    co_return co_await truth_.finish(std::move(f));
  }
  int asked_ = 0;
};

/// Keeps the conversation but not the reply.
struct forgets_replies final : liar<forgets_replies> {
  using liar::liar;
  answer<commit_result> commit(inquiry_commit c) override {
    c.answer.reset();
    return truth_.commit(std::move(c));
  }
};

/// Knows no redelivery: every arrival looks like none before.
struct knows_no_redelivery final : liar<knows_no_redelivery> {
  using liar::liar;
  answer<commit_result> commit(inquiry_commit c) override {
    for (auto& a : c.arrivals) a.hash = ++last_;
    return truth_.commit(std::move(c));
  }
  std::uint64_t last_ = 0;
};

/// Keeps in doubt what was proven read.
struct keeps_doubts final : liar<keeps_doubts> {
  using liar::liar;
  answer<bool> finish(reply_finish f) override {
    f.proven_read.clear();
    return truth_.finish(std::move(f));
  }
};

/// Never says that the wait for a part is over.
struct waits_for_ever final : liar<waits_for_ever> {
  using liar::liar;
  answer<std::vector<due_parts>> take_due_parts(std::uint32_t) override {
    co_return std::vector<due_parts>();
  }
};

}  // namespace duanwen::sim

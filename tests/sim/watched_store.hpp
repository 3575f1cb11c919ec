#pragma once
// One process's way to the shared store: the watches learn of each effect at the moment when it happens.

#include <functional>
#include <map>
#include <string>
#include <utility>

#include "tests/sim/doubt_watch.hpp"
#include "tests/sim/inquiry_watch.hpp"
#include "tests/sim/reply_watch.hpp"
#include "tests/support/stores/passing_store.hpp"

namespace duanwen::sim {

/// Who watches, and until when each process has its lease.
struct store_watches {
  verdict& rules;
  inquiry_watch& inquiries;
  reply_watch& replies;
  doubt_watch& doubts;
  std::function<unix_ms()> now;
  unix_ms lease_ms = 0;
  std::map<std::string, unix_ms> leases{};
};

class watched_store : public test::passing_store<watched_store> {
 public:
  watched_store(store& inner, store_watches& watches) : inner_(inner), watches_(watches) {}

  bool up() const override { return inner_.up(); }
  std::uint64_t links_made() const override { return inner_.links_made(); }
  std::string trouble() const override { return inner_.trouble(); }
  answer<commit_result> commit(inquiry_commit c) override;
  answer<bool> finish(reply_finish f) override;
  answer<add_part_result> add_part(parts_key key, stored_part part) override;
  answer<unix_ms> renew_lease(std::string process) override;
  answer<std::uint32_t> take_over(std::string dead, std::string heir, std::uint32_t bucket,
                                  std::uint32_t limit) override;

  template <class T, class... Arguments, class... Given>
  answer<T> pass(answer<T> (store::*call)(Arguments...), Given&&... given) {
    return (inner_.*call)(std::forward<Given>(given)...);
  }

 protected:
  void note(const std::string& line) {
    if (watches_.rules.keeps_log()) watches_.rules.note(line);
  }
  store& inner_;
  store_watches& watches_;
};

}  // namespace duanwen::sim

#pragma once
// A Store that can be cut off from what it stands on, as a process is when it is killed.

#include <functional>
#include <utility>

#include "tests/support/stores/passing_store.hpp"

namespace duanwen::test {

class cut_store final : public passing_store<cut_store> {
 public:
  explicit cut_store(store& inner) : inner_(inner) {}
  void cut() { cut_ = true; }
  std::function<void(const inquiry_commit&)> asked;  ///< hears of every commit before it is done
  std::size_t commits_of_unknown_outcome = 0;        ///< so many take effect, and nobody hears of it
  std::function<answer<bool>()> till_heard;          ///< awaited when a commit took effect, before it is told
  std::size_t take_overs_of_unknown_outcome = 0;     ///< the same
  std::size_t parts_of_unknown_outcome = 0;          ///< the same
  std::function<void()> part_asked;                  ///< hears of every part before it is stored
  bool only_commits = false;                         ///< all else fails
  std::size_t outbox_reads = 0;                      ///< pages that were asked for

  bool up() const override { return !cut_ && inner_.up(); }
  std::uint64_t links_made() const override { return inner_.links_made(); }
  std::string trouble() const override { return cut_ ? "cut off" : inner_.trouble(); }
  answer<commit_result> commit(inquiry_commit c) override {
    if (asked) asked(c);
    auto done = cut_ ? refuse<commit_result>() : inner_.commit(std::move(c));
    if (till_heard) return late(std::move(done));
    if (commits_of_unknown_outcome == 0) return done;
    --commits_of_unknown_outcome;
    return of_unknown_outcome(std::move(done));
  }
  answer<add_part_result> add_part(parts_key key, stored_part part) override {
    if (part_asked) part_asked();
    auto done = pass(&store::add_part, std::move(key), std::move(part));
    if (parts_of_unknown_outcome == 0) return done;
    --parts_of_unknown_outcome;
    return of_unknown_outcome(std::move(done));
  }
  answer<std::uint32_t> take_over(std::string dead, std::string heir, std::uint32_t bucket,
                                  std::uint32_t limit) override {
    auto done = pass(&store::take_over, std::move(dead), std::move(heir), bucket, limit);
    if (take_overs_of_unknown_outcome == 0) return done;
    --take_overs_of_unknown_outcome;
    return of_unknown_outcome(std::move(done));
  }

  answer<std::vector<outbox_entry>> read_outbox(std::string process, std::uint32_t bucket,
                                                std::string after_id, std::uint32_t limit) override {
    ++outbox_reads;
    return pass(&store::read_outbox, std::move(process), bucket, std::move(after_id), limit);
  }

  template <class T, class... Arguments, class... Given>
  answer<T> pass(answer<T> (store::*call)(Arguments...), Given&&... given) {
    return cut_ || only_commits ? refuse<T>() : (inner_.*call)(std::forward<Given>(given)...);
  }
  answer<bool> requeue_dead_letter(std::string id, std::string process) override {
    return pass(&store::requeue_dead_letter, std::move(id), std::move(process));
  }
  answer<bool> delete_dead_letter(std::string id) override {
    return pass(&store::delete_dead_letter, std::move(id));
  }
  answer<std::vector<outbox_entry>> waiting_replies(std::uint32_t limit) override {
    return pass(&store::waiting_replies, limit);
  }

 private:
  template <class T>
  static answer<T> refuse() {
    co_return failed<T>(make_error_code(storage_errc::unavailable));
  }
  template <class T>
  static answer<T> of_unknown_outcome(answer<T> done) {
    co_await std::move(done);
    co_return failed<T>(make_error_code(storage_errc::unknown_outcome));
  }
  answer<commit_result> late(answer<commit_result> done) {
    auto what = co_await std::move(done);
    co_await till_heard();
    co_return what;
  }
  store& inner_;
  bool cut_ = false;
};

}  // namespace duanwen::test

#pragma once
// Does random operations on one form of the Store, and says in words what was asked and what it answered. The
// words of two forms that behave alike are the same.

#include <string>
#include <string_view>
#include <vector>

#include "tests/support/stores/any_store.hpp"
#include "tests/support/stores/store_draw.hpp"
#include "tests/support/stores/store_names.hpp"

namespace duanwen::test {

class store_player {
 public:
  explicit store_player(any_store& played) : played_(played) {}

  /// One operation; which one and on what follows from `seed` and from what was seen before.
  std::string play(std::uint32_t seed);
  /// All that the Store can be asked for without changing it, a line a question.
  std::vector<std::string> everything();

 private:
  // One inquiry and its end: store_player_inquiry.cpp.
  std::string commits(store_draw& draw);
  std::string finishes(store_draw& draw);
  std::string load_conversation(store_draw& draw);
  std::string add_part(store_draw& draw);
  std::string take_due_parts(store_draw& draw);
  inquiry_commit random_commit(store_draw& draw);
  reply_finish random_finish(store_draw& draw, const store_names::entry& entry);
  std::string shown(const inquiry_commit& c);
  std::string shown(const result<commit_result>& done, const inquiry_commit& c);
  std::string shown(const conversation_key& key, const result<stored_conversation>& standing);

  // What goes on beside it: store_player_upkeep.cpp.
  std::string read_outbox(store_draw& draw);
  std::string replaces(store_draw& draw);
  std::string lease(store_draw& draw);
  std::string take_over(store_draw& draw);
  std::string share_counts(store_draw& draw);

  // What administrators look up: store_player_traces.cpp.
  std::string administrate(store_draw& draw);
  std::string note_receipts(store_draw& draw);
  std::string traces(const std::string& msisdn);
  std::string unmatched(const std::string& from, const std::string& to);
  std::string audit(std::uint32_t limit);

  std::string write_directory(store_draw& draw);
  std::string token(store_draw& draw);
  std::string dead_letter(store_draw& draw);
  std::string reading(store_draw& draw);
  std::string outbox(const std::string& process, std::uint32_t bucket, const std::string& after,
                     std::uint32_t limit);
  std::string directory();
  std::string tokens();
  std::string ledger(const std::string& from, const std::string& to);
  std::string dead_letters(std::uint32_t limit);
  std::string counts();
  std::string waiting(std::uint32_t limit);
  std::string dead_processes();

  store& kept() { return played_.kept(); }
  template <class T>
  result<T> ask(answer<T> call) {
    return run_coroutine(played_.io(), std::move(call));
  }

  any_store& played_;
  store_names names_;
};

}  // namespace duanwen::test

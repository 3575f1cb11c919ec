#pragma once
// A Store that can be cut off from what it stands on, as a process is when it is killed.

#include <utility>

#include "tests/support/passing_store.hpp"

namespace duanwen::test {

class cut_store final : public passing_store<cut_store> {
 public:
  explicit cut_store(store& inner) : inner_(inner) {}
  void cut() { cut_ = true; }

  bool up() const override { return !cut_ && inner_.up(); }
  std::string trouble() const override { return cut_ ? "cut off" : inner_.trouble(); }

  template <class T, class... Arguments, class... Given>
  answer<T> pass(answer<T> (store::*call)(Arguments...), Given&&... given) {
    return cut_ ? refuse<T>() : (inner_.*call)(std::forward<Given>(given)...);
  }

 private:
  template <class T>
  static answer<T> refuse() {
    co_return failed<T>(make_error_code(storage_errc::unavailable));
  }
  store& inner_;
  bool cut_ = false;
};

}  // namespace duanwen::test

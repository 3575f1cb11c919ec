#pragma once
// What a random operation on a store is about: few of everything, so that operations meet; and with marks
// that a key or a script could trip over.

#include <random>
#include <string>
#include <vector>

#include "tests/support/stores/store_samples.hpp"

namespace duanwen::test {

class store_draw {
 public:
  explicit store_draw(std::uint32_t seed) : random_(seed) {}

  std::uint32_t below(std::uint32_t limit) { return static_cast<std::uint32_t>(random_() % limit); }
  bool once_in(std::uint32_t times) { return below(times) == 0; }
  template <class T>
  const T& of(const std::vector<T>& all) {
    return all[below(static_cast<std::uint32_t>(all.size()))];
  }

  conversation_key resident() { return of(residents()); }
  std::string process() { return of(processes()); }
  std::string day() { return of(days()); }
  std::string department() { return of(std::vector<std::string>{"lq", "a:b", ""}); }
  /// One of few, so that the same comes again, on another link, bind, and under another number.
  delivery arrival() {
    const auto link = of(std::vector<std::string>{"mobile/0", "mo:bile/1"});
    return delivery(1 + below(4), link, 1 + below(2), 1 + below(2));
  }
  std::vector<delivery> arrivals() {
    std::vector<delivery> all(once_in(6) ? 2 : 1);
    for (auto& one : all) one = arrival();
    return all;
  }
  parts_key parts(const conversation_key& key) {
    auto p = sample_parts(once_in(6) ? 8 : 7, once_in(6) ? 1 : 2, key);
    p.carrier = "mo:bile";
    return p;
  }

  static const std::vector<conversation_key>& residents() {
    static const std::vector<conversation_key> all = {
        {"10690001", "8613800138000"},
        {"10690002", "8613800138000"},         // the same resident at another number
        {"10690001", same_bucket_as_first()},  // a neighbour
        {"1069{b}:", "86138%"},                // somebody of another bucket, and odd
    };
    return all;
  }
  static const std::vector<std::string>& processes() {
    static const std::vector<std::string> all = {"p1", "p:2", "{b00}"};
    return all;
  }
  static const std::vector<std::string>& days() {
    static const std::vector<std::string> all = {"2026-02-28", "2026-03-01", "2026-03-02"};
    return all;
  }

 private:
  static std::string same_bucket_as_first() {
    const auto wanted = bucket_of("8613800138000");
    auto number = 8613800138001;
    while (bucket_of(std::to_string(number)) != wanted) ++number;
    return std::to_string(number);
  }
  std::mt19937 random_;
};

}  // namespace duanwen::test

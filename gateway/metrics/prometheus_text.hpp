#pragma once
// Prometheus' text format 0.0.4: families, samples, escaping. Pure.

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

#include "gateway/metrics/histogram.hpp"

namespace duanwen {

class prometheus_text {
 public:
  using labels = std::initializer_list<std::pair<std::string_view, std::string_view>>;

  /// The samples that follow are of it. `type`: counter, gauge or histogram.
  void family(std::string_view name, std::string_view type, std::string_view help);
  void sample(labels which, std::uint64_t value);
  void fraction(labels which, double value);
  void samples(const histogram& of);

  std::string take() { return std::move(text_); }

 private:
  void line(std::string_view suffix, labels which, std::string_view value);

  std::string text_, name_;
};

}  // namespace duanwen

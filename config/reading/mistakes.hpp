#pragma once
// Collects mistakes, and knows in which line each key stands.

#include <map>
#include <string>
#include <vector>

#include "config/reading/load.hpp"

namespace duanwen {

class mistake_list {
 public:
  explicit mistake_list(std::string file) : file_(std::move(file)) {}

  /// `line` 0: the value comes from the environment.
  void set_line(const std::string& key, std::uint32_t line) { lines_[key] = line; }
  /// The line is that of `key`, or of the innermost section round it that the file has.
  void add(const std::string& key, std::string message);
  /// Whether something is wrong with `key` itself already, so that it need not be judged further.
  bool about(const std::string& key) const;
  /// In the order of the file; what has no line comes last.
  std::vector<config_mistake> take();

 private:
  std::uint32_t line_of(std::string key) const;
  std::string file_;
  std::map<std::string, std::uint32_t> lines_;
  std::vector<config_mistake> mistakes_;
};

}  // namespace duanwen

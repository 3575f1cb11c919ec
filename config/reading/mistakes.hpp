#pragma once
// Collects mistakes, and knows in which line each key stands.

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace duanwen {

struct config_mistake {
  std::string file;
  std::uint32_t line = 0;  ///< 1-based; a missing key has its section's; 0: not in the file (environment)
  std::string key;         ///< carrier[2].window
  std::string message;     ///< what is wrong and what to write instead
};

/// duanwen.toml:12: carrier[2].window: …, as people look for it.
std::string in_words(const config_mistake& mistake);

class mistake_list {
 public:
  explicit mistake_list(std::string file) : file_(std::move(file)) {}

  /// `line` 0: the value comes from the environment.
  void set_line(const std::string& key, std::uint32_t line) { lines_[key] = line; }
  /// The line is that of `key`, or of the innermost section round it that the file has.
  void add(const std::string& key, std::string message);
  /// The same for what is unusual and may be meant.
  void warn(const std::string& key, std::string message);
  /// Whether something is wrong with `key` itself already, so that it need not be judged further.
  bool about(const std::string& key) const;
  /// In the order of the file; what has no line comes last.
  std::vector<config_mistake> take();
  std::vector<config_mistake> take_warnings();  ///< the same of what was warned of

 private:
  std::uint32_t line_of(std::string key) const;
  std::string file_;
  std::map<std::string, std::uint32_t> lines_;
  std::vector<config_mistake> mistakes_, warnings_;
};

}  // namespace duanwen

#pragma once
// What Redis says and is told, as octets (RESP 2). No socket, no clock; hiredis appears in redis_resp.cpp
// alone.

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace duanwen {

/// The name of a command and its arguments; any octets.
using redis_command = std::vector<std::string>;

/// Appends the octets of `command` to `out`.
void append_command(std::string& out, const redis_command& command);

struct resp_value {
  enum class kind { nothing, text, number, list, error };
  kind is = kind::nothing;
  std::string text;  ///< of a text, a status or an error
  std::int64_t number = 0;
  std::vector<resp_value> items;
  resp_value() = default;
  static resp_value of_text(kind k, std::string text);
  static resp_value of_number(std::int64_t number);
  static resp_value of_list(std::vector<resp_value> items);
  bool is_error() const { return is == kind::error; }
};

/// Octets as they come → values, one after another.
class resp_reader {
 public:
  resp_reader();
  ~resp_reader();
  resp_reader(resp_reader&&) noexcept;
  resp_reader& operator=(resp_reader&&) noexcept;

  void feed(std::string_view octets);
  /// The next value that is whole; none while octets are missing, and none ever again once broken().
  std::optional<resp_value> next();
  /// What came is not RESP; the link is of no use any more.
  bool broken() const { return broken_; }

 private:
  struct hidden;
  std::unique_ptr<hidden> hidden_;
  bool broken_ = false;
};

}  // namespace duanwen

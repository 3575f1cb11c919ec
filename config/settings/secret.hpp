#pragma once
// A value that never prints: passwords and tokens are redacted by type, not by care.

#include <ostream>
#include <string>
#include <utility>

namespace duanwen {

class secret {
 public:
  secret() = default;
  explicit secret(std::string value) : value_(std::move(value)) {}
  /// The only way to the value; call it where it is put on the wire and nowhere else.
  const std::string& reveal() const { return value_; }
  bool empty() const { return value_.empty(); }
  friend std::ostream& operator<<(std::ostream& out, const secret&) { return out << "***"; }
  friend bool operator==(const secret&, const secret&) = default;

 private:
  std::string value_;
};

}  // namespace duanwen

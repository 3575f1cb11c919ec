#pragma once
// Numbers and texts as compact octets, one after another. Pure.

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace duanwen {

inline constexpr std::uint64_t number_max = std::numeric_limits<std::uint32_t>::max();

class octet_writer {
 public:
  void number(std::uint64_t n);  ///< seven bits an octet, the lowest first
  void text(std::string_view t);
  std::string take() { return std::move(octets_); }

 private:
  std::string octets_;
};

/// After the first thing that cannot be read everything is 0 or empty, and ok() is false.
class octet_reader {
 public:
  explicit octet_reader(std::string_view octets) : rest_(octets) {}
  std::uint64_t number(std::uint64_t most = UINT64_MAX);
  std::string text();
  /// A count of things that take at least one octet each, so that a lie cannot ask for much memory.
  std::size_t count() { return static_cast<std::size_t>(number(rest_.size())); }
  bool ok() const { return ok_; }
  bool at_end() const { return ok_ && rest_.empty(); }

 private:
  std::uint64_t fail();
  std::string_view rest_;
  bool ok_ = true;
};

/// `value`, if the octets were read to their end and held nothing else.
template <class T>
std::optional<T> whole(const octet_reader& in, T value) {
  return in.at_end() ? std::optional(std::move(value)) : std::nullopt;
}

}  // namespace duanwen

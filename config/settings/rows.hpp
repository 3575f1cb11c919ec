#pragma once
// What a key of the configuration is: its name, the member it fills, what it may be. Tables of these rows are
// all that reading, checking and documenting the settings need.

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "config/settings/config.hpp"

namespace duanwen {

/// An enumeration seen as the position of its value in the row's words.
struct worded {
  std::size_t index = 0;
  std::function<void(std::size_t)> set;
};

/// Where a value goes.
using slot = std::variant<std::string*, secret*, bool*, std::uint8_t*, std::uint16_t*, std::uint32_t*,
                          std::size_t*, seconds*, milliseconds*, std::vector<std::string>*,
                          std::map<std::string, std::string>*, std::map<std::uint8_t, std::string>*, worded>;

/// What a value must be.
struct rule {
  std::string_view key;
  std::int64_t least = 0, most = 0;     ///< of a number; the octets of a text; the entries of a list or table
  std::vector<std::string_view> words;  ///< a text (or each entry) must be one of these, where there are any
  bool required = false;
};

template <class Section>
struct row {
  rule what;
  std::function<slot(Section&)> where;
};

/// `access` is a member pointer, or a function from the section to the member.
template <class Section, class Access>
row<Section> key(std::string_view name, Access access, std::int64_t least, std::int64_t most,
                 std::vector<std::string_view> words = {}) {
  return {rule{name, least, most, std::move(words), false},
          [access](Section& section) -> slot { return &std::invoke(access, section); }};
}

template <class Section, class Access>
row<Section> flag(std::string_view name, Access access) {
  return key<Section>(name, access, 0, 1);
}

/// An enumeration whose values, from 0, are spelled as `words`.
template <class Section, class Access>
row<Section> one_of(std::string_view name, Access access, std::vector<std::string_view> words) {
  return {rule{name, 0, 64, std::move(words), false}, [access](Section& section) -> slot {
            auto& member = std::invoke(access, section);
            using enumeration = std::remove_reference_t<decltype(member)>;
            return worded{static_cast<std::size_t>(member),
                          [&member](std::size_t index) { member = static_cast<enumeration>(index); }};
          }};
}

template <class Section>
row<Section> required(row<Section> r) {
  r.what.required = true;
  return r;
}

}  // namespace duanwen

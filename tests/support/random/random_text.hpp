#pragma once
// Texts that nobody would think of, and texts as residents might send them.

#include <random>
#include <string>
#include <vector>

namespace duanwen::test {

/// One of `list`.
template <class T>
const T& any_of(std::mt19937& random, const std::vector<T>& list) {
  return list[random() % list.size()];
}

/// Any octets, up to `most`.
std::string random_octets(std::mt19937& random, std::size_t most);

/// Well-formed UTF-8 of up to `most` characters, in one of several mixes: GSM 03.38 only, Chinese, or
/// anything with marks, joiners, emoji and what is beyond U+FFFF.
std::string random_characters(std::mt19937& random, std::size_t most);

/// Numbers, commands, `words` and noise, one behind the other.
std::string random_request(std::mt19937& random, const std::vector<std::string>& words);

}  // namespace duanwen::test

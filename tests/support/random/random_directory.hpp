#pragma once
// Small directories with anything in them that may be served: check_directory() finds nothing wrong.

#include <random>
#include <string>
#include <vector>

#include "keywords/directory/directory.hpp"
#include "keywords/segments/tariff.hpp"

namespace duanwen::test {

directory random_directory(std::mt19937& random);

/// Keywords, names and titles: what leads somewhere.
std::vector<std::string> words_of(const directory& document);

tariff random_tariff(std::mt19937& random, std::uint32_t reserve_characters_max);

}  // namespace duanwen::test

#pragma once
// The words that everyday_words looks up, parted by |.

#include <span>
#include <string_view>

namespace duanwen::everyday {

/// Words of one row are one word to the index. Those of Sichuan stand beside those of the offices.
std::span<const std::string_view> rows();
/// The same of what is no affair of the offices, so that its parts do not pass for one.
std::span<const std::string_view> strangers();
/// What says nothing about what is wanted.
std::span<const std::string_view> fillers();

}  // namespace duanwen::everyday

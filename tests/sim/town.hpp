#pragma once
// The directory of simulations and the texts that ask for it.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "gateway/smpp/pdu/pdu.hpp"
#include "storage/records.hpp"

namespace duanwen::sim {

inline constexpr std::uint32_t items_in_town = 12;
inline constexpr const char* town_keyword = "龙泉国土";
inline constexpr const char* town_number = "10690001";

/// Only the details of an item say this.
inline constexpr std::string_view details_mark = "窗口";
inline bool tells_details(std::string_view text) { return text.find(details_mark) != std::string_view::npos; }

directory_change small_town();

/// A text as the deliver_sm that carry it: one, or several when it is long. Their octets are those of no
/// other `inquiry`, since the same octets on another link would be taken for a redelivery.
std::vector<smpp::pdu> texted(const std::string& from, const std::string& text, std::size_t inquiry);

}  // namespace duanwen::sim

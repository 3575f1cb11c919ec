#pragma once
// Puts the parts of long messages together.

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <tuple>

#include "gateway/smpp/pdu/pdu.hpp"
#include "gateway/smpp/text/text_codec.hpp"

namespace duanwen::sim {

class whole_messages {
 public:
  /// The text that `submit_sm`, one of those of `sender`, makes whole; none: parts are missing.
  std::optional<std::string> add(const std::string& sender, const smpp::pdu& submit_sm) {
    const auto data = smpp::split_user_data(submit_sm);
    std::string octets(data.octets);
    if (data.part) {
      const std::tuple place(sender, submit_sm.destination_addr, data.part->reference);
      auto& coming = coming_[place];
      coming[data.part->index] = octets;
      if (coming.size() < data.part->total) return std::nullopt;
      octets.clear();
      for (const auto& [index, one] : coming) octets += one;
      coming_.erase(place);
    }
    return smpp::decode_text(octets, submit_sm.data_coding, {}).text;
  }

 private:
  std::map<std::tuple<std::string, std::string, std::uint32_t>, std::map<std::uint32_t, std::string>> coming_;
};

}  // namespace duanwen::sim

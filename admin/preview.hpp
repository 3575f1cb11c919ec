#pragma once
// What a text would be answered, and what that would cost by each carrier; nothing is sent or stored.

#include <map>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "config/config.hpp"
#include "keywords/conversation.hpp"
#include "keywords/decide.hpp"

namespace duanwen {

struct preview_question {
  conversation now_at;     ///< where the resident stands
  inquiry asked;           ///< with the department of the sub-extension that it came to
  const wording& words;    ///< of the service number
  const config& settings;  ///< its carriers, one answer each; without any, one by the default tariff
};

struct preview_answer {
  std::string carrier;  ///< "" = the default tariff, no carrier being configured
  decision decided;
  packed_reply packed;
  std::uint64_t cost_li = 0;
};

/// Pure.
std::vector<preview_answer> preview(const snapshot& directory, const preview_question& question);

/// {"carriers": [{"carrier", "outcome", "matched", "messages": [{"text", "alphabet", "segments": […]}],
/// "segments", "cost_li", "saved_segments"}]}
nlohmann::json to_json(const std::vector<preview_answer>& answers);

}  // namespace duanwen

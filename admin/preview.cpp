#include "admin/preview.hpp"

#include <nlohmann/json.hpp>

namespace duanwen {

namespace {

using nlohmann::json;

preview_answer preview_by(const carrier_settings& carrier, const snapshot& directory,
                          const preview_question& question) {
  const reply_style style{question.words, carrier.profile, question.settings.conversation.reply_segments_max};
  preview_answer answer;
  answer.carrier = carrier.name;
  answer.decided = decide(directory, question.now_at, question.asked, style);
  answer.packed = pack(answer.decided.answer, carrier.profile);
  answer.cost_li = std::uint64_t{answer.packed.segments} * carrier.profile.segment_price_li;
  return answer;
}

json shown(const packed_message& message) {
  return {{"text", message.text},
          {"alphabet", name_of(message.parts.used)},
          {"segments", message.parts.segments}};
}

json shown(const preview_answer& answer) {
  json messages = json::array();
  for (const auto& message : answer.packed.messages) messages.push_back(shown(message));
  return {{"carrier", answer.carrier},
          {"outcome", name_of(answer.decided.result)},
          {"matched", name_of(answer.decided.matched)},
          {"messages", std::move(messages)},
          {"segments", answer.packed.segments},
          {"saved_segments", answer.packed.segments_one_by_one - answer.packed.segments},
          {"cost_li", answer.cost_li}};
}

}  // namespace

std::vector<preview_answer> preview(const snapshot& directory, const preview_question& question) {
  std::vector<preview_answer> answers;
  for (const auto& carrier : question.settings.carriers)
    answers.push_back(preview_by(carrier, directory, question));
  if (answers.empty()) answers.push_back(preview_by(carrier_settings{}, directory, question));
  return answers;
}

json to_json(const std::vector<preview_answer>& answers) {
  json carriers = json::array();
  for (const auto& answer : answers) carriers.push_back(shown(answer));
  return {{"carriers", std::move(carriers)}};
}

}  // namespace duanwen

#include "gateway/carriers/open_questions.hpp"

#include <utility>

#include "gateway/runtime/sleep.hpp"

namespace duanwen {

asio::awaitable<centre_answer> open_questions::ask(smpp::supervisor& carrier, smpp::pdu question,
                                                   time_point until) {
  const auto token = next_token_++;
  auto& mine = open_[token];  // a map: it stays where it is
  mine.carrier = &carrier;
  mine.question = std::move(question);
  if (stopping_) lost(token);
  pump(carrier);
  while (!mine.over && runtime_.now() < until) co_await sleep_until(runtime_, until, changed_);
  auto answer = std::move(mine.answer);
  open_.erase(token);
  co_return answer;
}

void open_questions::pump(smpp::supervisor& carrier) {
  for (auto& [token, one] : open_) {
    if (one.carrier != &carrier || one.sent || one.over) continue;
    smpp::link* by = carrier.to_centre();
    if (!by) return;
    one.sent = true;
    by->submit(std::exchange(one.question, smpp::pdu{}), token);
  }
}

void open_questions::end(std::uint64_t token, question_fate fate, const smpp::pdu& response) {
  const auto found = open_.find(token);
  if (found == open_.end()) return;
  found->second.over = true;
  found->second.answer.fate = fate;
  found->second.answer.response = response;
  changed_.notify();
}

void open_questions::completed(std::uint64_t token, const smpp::pdu& response) {
  end(token, question_fate::answered, response);
}

void open_questions::lost(std::uint64_t token) { end(token, question_fate::lost, {}); }

void open_questions::stop() {
  stopping_ = true;
  for (const auto& [token, one] : open_)
    if (!one.over) lost(token);
}

}  // namespace duanwen

#include "gateway/carriers/open_questions.hpp"

#include <utility>

#include "gateway/runtime/sleep.hpp"

namespace duanwen {

asio::awaitable<centre_answer> open_questions::ask(smpp::supervisor& carrier, smpp::pdu question,
                                                   time_point until) {
  const auto id = next_id_++;
  auto& mine = open_[id];  // a map: it stays where it is
  mine.carrier = &carrier;
  mine.question = std::move(question);
  if (stopping_) lost(id);
  pump(carrier);
  while (!mine.over && runtime_.now() < until) co_await sleep_until(runtime_, until, changed_);
  auto answer = std::move(mine.answer);
  open_.erase(id);
  co_return answer;
}

void open_questions::pump(smpp::supervisor& carrier) {
  for (auto& [id, one] : open_) {
    if (one.carrier != &carrier || one.sent || one.over) continue;
    smpp::link* by = carrier.to_centre();
    if (!by) return;
    one.sent = true;
    by->submit(std::exchange(one.question, smpp::pdu{}), {smpp::request_owner::questions, id});
  }
}

void open_questions::end(std::uint64_t id, question_fate fate, const smpp::pdu& response) {
  const auto found = open_.find(id);
  if (found == open_.end()) return;
  found->second.over = true;
  found->second.answer.fate = fate;
  found->second.answer.response = response;
  changed_.notify();
}

void open_questions::completed(std::uint64_t id, const smpp::pdu& response) {
  end(id, question_fate::answered, response);
}

void open_questions::lost(std::uint64_t id) { end(id, question_fate::lost, {}); }

void open_questions::stop() {
  stopping_ = true;
  for (const auto& [id, one] : open_)
    if (!one.over) lost(id);
}

}  // namespace duanwen

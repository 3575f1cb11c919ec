#pragma once
// Questions to carriers whose ESME we are, about messages that they accepted (SMPP 3.4 §4.8 to §4.10). One
// waits for a link with room, goes before replies, and ends answered, lost or too late. io thread only.

#include <cstdint>
#include <map>

#include "gateway/runtime/runtime.hpp"
#include "gateway/runtime/wakeup.hpp"
#include "gateway/smpp/supervisor.hpp"

namespace duanwen {

enum class question_fate : std::uint8_t {
  late,      ///< no answer came in time; one that comes still is passed over
  lost,      ///< its link fell, it was not answered within carrier.response_timeout_s, or we stop
  answered,  ///< also by an error or a nack
};

struct centre_answer {
  question_fate fate = question_fate::late;
  smpp::pdu response;
  centre_answer() = default;
};

class open_questions {
 public:
  explicit open_questions(runtime& rt) : runtime_(rt), changed_(rt.executor()) {}

  asio::awaitable<centre_answer> ask(smpp::supervisor& carrier, smpp::pdu question, time_point until);
  void pump(smpp::supervisor& carrier);  ///< a link of it has room
  void completed(std::uint64_t id, const smpp::pdu& response);
  void lost(std::uint64_t id);
  void stop();  ///< what waits is lost, and what comes still

 private:
  struct open_question {
    smpp::supervisor* carrier = nullptr;
    smpp::pdu question;
    bool sent = false, over = false;
    centre_answer answer;
  };
  void end(std::uint64_t id, question_fate fate, const smpp::pdu& response);

  runtime& runtime_;
  wakeup changed_;
  std::map<std::uint64_t, open_question> open_;  // by id of its request_token, oldest first
  std::uint64_t next_id_ = 1;
  bool stopping_ = false;
};

}  // namespace duanwen

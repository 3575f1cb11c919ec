#pragma once
// A carrier played over a simulated connection: binds whoever dials, delivers texts, collects what is
// submitted.

#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "gateway/smpp/pdu/pdu.hpp"
#include "tests/support/simulated/sim_runtime.hpp"

namespace duanwen::test {

/// What the carrier bills: one segment for one recipient, or several inside a message_payload.
struct taken_segment {
  std::string destination;
  smpp::pdu submit;
  bool bulk = false;  ///< inside a submit_multi
};

class sim_carrier {
 public:
  explicit sim_carrier(std::shared_ptr<sim_connection> c) : connection_(std::move(c)) {}

  /// Reads what the gateway wrote since the last call and answers it: binds and enquire_links at once,
  /// submit_sm and submit_multi with `submit_status` when `answers_submits`.
  void serve();
  std::uint32_t deliver(const std::string& from, const std::string& to,
                        const std::string& text);  ///< its sequence_number
  std::uint32_t deliver(smpp::pdu message);
  /// As a carrier that dialled the gateway: binds to it, and texts by submit_sm.
  void bind(smpp::command how, const std::string& system_id, const std::string& password = "secret",
            std::uint8_t interface_version = 0x34);
  std::uint32_t submit(const std::string& from, const std::string& to, const std::string& text,
                       std::uint8_t registered_delivery = 0);
  void say(const smpp::pdu& p) { send(p); }  ///< under its own sequence_number, as a response has to be
  void answer_submits();                     ///< those held back while answers_submits was false

  bool answers_submits = true;
  bool knows_multi = true;         ///< false: submit_multi gets a generic_nack
  std::uint32_t multi_status = 0;  ///< of a submit_multi as a whole
  std::uint32_t submit_status = 0, bind_status = 0;
  std::uint32_t next_sequence_number = 1;
  std::string bound_as;  ///< system_id of the bind
  /// The status for one recipient, in place of submit_status.
  std::function<std::uint32_t(const std::string& destination)> judge;
  std::vector<smpp::pdu> submits;          ///< all submit_sm and submit_multi, or deliver_sm where we dialled
  std::vector<taken_segment> taken;        ///< what was answered ESME_ROK
  std::vector<smpp::pdu> responses;        ///< deliver_sm_resp, or submit_sm_resp where we dialled
  std::vector<smpp::pdu> binds;            ///< bind_*, or bind_*_resp where we dialled
  std::vector<smpp::pdu> others;           ///< what is none of these
  std::string last_text() const;           ///< of the last submit, decoded
  std::vector<std::string> texts() const;  ///< of each submit, decoded
  sim_connection& connection() { return *connection_; }

 private:
  void send(const smpp::pdu& p);
  void take(const smpp::pdu& p);
  void answer(const smpp::pdu& submit);
  std::uint32_t status_for(const std::string& destination) const {
    return judge ? judge(destination) : submit_status;
  }
  std::shared_ptr<sim_connection> connection_;
  std::deque<smpp::pdu> unanswered_;
};

}  // namespace duanwen::test

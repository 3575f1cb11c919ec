#pragma once
// A message centre with its faults: which texts wait for which link, and what submit_sm is answered. No
// socket.

#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "gateway/smpp/pdu/pdu.hpp"
#include "tools/fake_carrier/messages.hpp"

namespace duanwen::fake_carrier {

/// What the centre does wrong, to see what its peer makes of it.
struct faults {
  std::uint32_t throttle = 0;    ///< so many submit_sm are answered ESME_RTHROTTLED
  std::uint32_t drop_after = 0;  ///< the link is closed in place of the answer to the n-th submit_sm from now
  bool no_answer = false;        ///< a black hole: nothing is answered any more, bind and enquire_link too
  bool wrong_resp_id = false;    ///< submit_sm is answered with a deliver_sm_resp
};

struct account {
  std::string system_id, password;  ///< empty: anything is let in
};

/// One link, as the centre sees it.
class peer {
 public:
  virtual ~peer() = default;
  virtual void send(smpp::pdu p) = 0;
  virtual void close(const std::string& reason) = 0;
};

class centre {
 public:
  using event_sink = std::function<void(const nlohmann::json& event)>;
  centre(account who, faults wrong, event_sink emit);

  /// {"from","to","text"} is texted; {"faults": {…}} sets those named; {"drop": true} closes every link.
  void command(const nlohmann::json& line);
  void received(peer& from, const smpp::pdu& p);
  void closed(peer& gone);  ///< what it had not acknowledged goes to the next that binds
  void retry();             ///< sends what was refused for now; call about once a second

 private:
  struct binding {
    bool receives = false;
    std::uint32_t next_sequence_number = 1;
    std::map<std::uint32_t, smpp::pdu> unacknowledged;
  };

  void bind(peer& from, const smpp::pdu& p);
  void take_submit(peer& from, const smpp::pdu& p);
  void take_deliver_resp(peer& from, const smpp::pdu& p);
  void show(const smpp::pdu& p);
  void send_receipt(const smpp::pdu& p, const std::string& message_id);
  void set_faults(const nlohmann::json& named);
  void deliver_waiting();
  void answer(peer& to, const smpp::pdu& request, smpp::pdu response);

  account account_;
  faults faults_;
  event_sink emit_;
  inbox inbox_;
  std::map<peer*, binding> bound_;
  std::deque<smpp::pdu> waiting_, refused_;
  std::uint32_t next_message_id_ = 1;
  std::uint16_t next_reference_ = 1;
};

}  // namespace duanwen::fake_carrier

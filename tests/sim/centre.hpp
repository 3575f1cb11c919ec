#pragma once
// A carrier of a simulation: takes whoever dials, delivers what residents text until it is told OK, and
// answers submit_sm as badly as the weather says.

#include <deque>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "gateway/smpp/pdu/pdu.hpp"
#include "tests/sim/agenda.hpp"
#include "tests/sim/doubt_watch.hpp"
#include "tests/sim/inquiry_watch.hpp"
#include "tests/sim/link_watch.hpp"
#include "tests/sim/reply_watch.hpp"
#include "tests/sim/weather.hpp"
#include "tests/support/simulated/sim_runtime.hpp"

namespace duanwen::sim {

struct watches {
  verdict& rules;
  inquiry_watch& inquiries;
  reply_watch& replies;
  doubt_watch& doubts;
  link_watch& links;
};

/// One deliver_sm and whose it is; the same octets whenever it is delivered.
struct outgoing {
  std::size_t inquiry = 0, part = 0;
  smpp::pdu message;
};

class centre {
 public:
  centre(link_rules allows, watches who, agenda& plan, dice& chance, const weather& sky,
         std::uint32_t& next_sequence_number)
      : allows_(allows),
        watch_(who),
        agenda_(plan),
        dice_(chance),
        sky_(sky),
        next_number_(next_sequence_number) {}

  /// Somebody dialled: a link of `process`, which shares its rate with the process' other links to us.
  void take(std::shared_ptr<test::sim_connection> connection, const std::string& name,
            const std::string& pace);
  void deliver(outgoing what);
  void serve();              ///< reads what was written since, sends what waits
  void reset_one();          ///< of the links, with all that is on its way
  bool never_binds = false;  ///< a fault that does not end

 private:
  struct link {
    std::shared_ptr<test::sim_connection> connection;
    std::string name, pace, octets;
    bool alive = true, bound = false;
    bool deaf = false;                     // nothing that arrives is read any more
    milliseconds to_us{0}, to_gateway{0};  // the last octets under way arrive then
    std::map<std::uint32_t, outgoing> unacknowledged;
  };
  using link_ptr = std::shared_ptr<link>;
  static std::string process_of(const link& l) { return l.pace.substr(0, l.pace.find('.')); }

  void read(const link_ptr& l);
  void written(const link_ptr& l, const smpp::pdu& p);
  void arrived(const link_ptr& l, const smpp::pdu& p);
  void submitted(const link_ptr& l, const smpp::pdu& p);
  void responded(const link_ptr& l, const smpp::pdu& p);
  void answer(const link_ptr& l, smpp::pdu response, milliseconds thinking);
  void send(const link_ptr& l, const smpp::pdu& p);
  void deliver_on(const link_ptr& l, outgoing what);
  void fell(const link_ptr& l, const std::string& why);
  void give_back(link& l);
  std::vector<link_ptr> bound() const;
  milliseconds on_its_way() { return dice_.within(milliseconds(0), sky_.network_delay); }

  link_rules allows_;
  watches watch_;
  agenda& agenda_;
  dice& dice_;
  const weather& sky_;
  std::uint32_t& next_number_;  // no two deliver_sm of a simulation have the same
  std::vector<link_ptr> links_;
  std::deque<outgoing> waiting_;
};

}  // namespace duanwen::sim

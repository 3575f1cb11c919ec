#pragma once
// Fixture: a carrier that dials the gateway.

#include "gateway/smpp/pdu/command_status.hpp"
#include "tests/unit/gateway/walks/walk.hpp"

namespace duanwen::test {

using namespace smpp::esme;
using smpp::command;

inline constexpr std::uint16_t port = 2775;

class walk_listen : public walk {
 protected:
  walk_listen() {
    auto& c = settings.carriers[0];
    c.mode = carrier_mode::listen;
    c.listen = "0.0.0.0:2775";
    c.system_id = "mobile";
    c.password = secret("secret");
  }
  sim_carrier& dial(command how, const std::string& system_id = "mobile",
                    const std::string& password = "secret", const std::string& address = "10.0.0.1") {
    auto& caller = daemon().dial_in(port, address);
    caller.bind(how, system_id, password);
    daemon().step();
    return caller;
  }
  static std::uint32_t told(const sim_carrier& caller) { return caller.binds.at(0).command_status; }
};

}  // namespace duanwen::test

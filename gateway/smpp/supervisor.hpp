#pragma once
// One carrier's links. Where we dial: dial, bind, run, back off with jitter, dial again. Where the carrier
// dials us: a seat for each bind. io thread only.

#include <cstdint>
#include <list>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "config/settings/config.hpp"
#include "gateway/runtime/backoff.hpp"
#include "gateway/runtime/runtime.hpp"
#include "gateway/smpp/link.hpp"

namespace duanwen::smpp {

/// One link of a carrier as administrators see it.
struct link_status {
  std::string name, last_error;
  std::string state;  ///< of the session, or down, refused (by a carrier that will not have us), waiting (to
                      ///< be dialled)
  std::size_t window_used = 0;
};

/// Whether the peer read our response to a message of its.
enum class read_proof { proven, open, never };  // never: that bind is over, and with it the answer

class supervisor {
 public:
  supervisor(runtime& rt, const carrier_settings& carrier, const dial_settings& dial,
             const smpp_settings& smpp, link_events events);

  void start();  ///< begins to dial; what fails is tried again until stop()
  void stop_reading();
  void stop();  ///< unbinds every link and takes no further one
  bool all_ended() const { return running_ == 0 && (dials() || slots_.empty()); }
  void reading_allowed();

  /// The carrier dialled us and asks to bind, or us to bind to it: gives `by` a seat, or says why it has none
  /// (SMPP 3.4 §5.1.3). Who it is was proven before.
  std::uint32_t admit(link& by, const pdu& request);
  void left(const link& by, const link_end& end);  ///< a link that was admitted has ended

  bool bound() const;                                    ///< some link can take replies
  time_point down_since() const { return down_since_; }  ///< only meaningful while bound() is false
  /// A bound link whose window has room: of the pair of the one named `preferred`, else the least used; null
  /// when there is none.
  link* with_room(const std::string& preferred);
  /// The least used bound link on which the carrier is our centre and that has room, to ask it something;
  /// null when there is none.
  link* to_centre();
  bool has_centre() const;  ///< there is such a link, with room or without
  read_proof proof_of(const std::string& link, std::uint64_t bind_epoch, std::uint32_t sequence_number) const;
  std::vector<link_status> status() const;
  const carrier_settings& settings() const { return carrier_; }

 private:
  struct slot {
    std::string name;
    std::uint32_t number;  // the links of a pair have one number
    command bind;
    bool transmits;
    std::shared_ptr<link> current;  // null between two links
    std::string last_error;
    bool refused = false;
  };
  bool dials() const { return carrier_.mode == carrier_mode::connect; }
  slot make_slot(std::uint32_t number, command bind, session_role role) const;
  std::optional<std::uint32_t> free_number(command bind) const;
  command bind_after_outbind() const;
  asio::awaitable<void> keep_up(slot& s);
  asio::awaitable<link_end> dial_once(slot& s);
  std::chrono::milliseconds wait_after(slot& s, const link_end& end, backoff& waits);

  runtime& runtime_;
  const carrier_settings& carrier_;
  const dial_settings& dial_;
  const smpp_settings& smpp_;
  link_events events_;
  std::list<slot> slots_;  // a list, so that a dialler's slot stays where it is
  wakeup stopped_;
  time_point down_since_;
  bool stopping_ = false, deaf_ = false;
  std::size_t running_ = 0;
};

/// How a link to or from a carrier behaves that is bound as `bind`.
session_settings session_of(const carrier_settings& carrier, const smpp_settings& smpp, command bind);

/// What a carrier's settings say of TLS; none where it goes without.
std::optional<tls_files> tls_of(const carrier_settings& carrier);

}  // namespace duanwen::smpp

#pragma once
// All carriers: their supervisors and listeners, and what passes between links, inquiries and outbound. io
// thread only.

#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "admin/views/carrier_messages.hpp"
#include "admin/views/carrier_status.hpp"
#include "gateway/carriers/inquiry_centre.hpp"
#include "gateway/carriers/open_questions.hpp"
#include "gateway/carriers/reply_receipts.hpp"
#include "gateway/carriers/sent_messages.hpp"
#include "gateway/inquiries/inquiry.hpp"
#include "gateway/outbox/outbox_feed.hpp"
#include "gateway/replies/outbound.hpp"
#include "gateway/replies/read_proofs.hpp"
#include "gateway/smpp/listener.hpp"
#include "gateway/smpp/supervisor.hpp"

namespace duanwen {

/// The parts of the gateway that carriers use; all outlive them.
struct carrier_ports {
  runtime& rt;
  duanwen::store& store;
  const store_clock& clock;
  const config& settings;
  duanwen::inquiries& inquiries;
  duanwen::outbound& outbound;
  outbox_feed& outbox;
  const sent_messages& sent;
  read_proofs& proofs;
  duanwen::metrics& metrics;
  std::string process;
};

class carriers {
 public:
  explicit carriers(carrier_ports ports);

  void start();         ///< dials and listens
  void stop_reading();  ///< takes no further inquiry; what is in flight is still answered
  void stop();          ///< unbinds
  bool ended() const;
  bool any_bound() const;
  std::size_t inquiries_in_flight() const { return in_flight_; }
  std::vector<carrier_status> status() const;  ///< as the administrator sees them
  /// Once nothing more is written to the arrivals of an inquiry: they are in doubt until the carrier has read
  /// it, and its answer goes to outbound.
  void hand_on(inquiry_end& end, std::optional<time_point> arrived = {});

  // Questions of administrators about messages that carriers accepted: carriers_admin.cpp.
  /// The newest of a carrier, of a resident where `msisdn` is not ""; none: there is no such carrier.
  std::optional<std::vector<carrier_message>> messages(const std::string& carrier, const std::string& msisdn,
                                                       std::size_t limit);
  /// Waits at most admin.carrier_timeout_s.
  asio::awaitable<carrier_said> ask(carrier_question question);

 private:
  void make_listeners();
  smpp::link_events events_for(const carrier_settings& carrier);
  smpp::supervisor& supervisor_of(const carrier_settings& carrier);
  smpp::supervisor* supervisor_named(const std::string& carrier);  // null: there is none
  void completed(const carrier_settings& carrier, smpp::link& by, smpp::request_token token,
                 const smpp::pdu& response);
  void lost(smpp::request_token token);
  void room_at(const carrier_settings& carrier);  // some link of it may take something
  void delivered(const carrier_settings& carrier, smpp::link& by, smpp::pdu message);
  bool refused_for_its_times(const carrier_settings& carrier, smpp::link& by, const smpp::pdu& message);
  void work(asio::awaitable<void> answering);  // what has to be answered before we stop
  asio::awaitable<void> answer(std::weak_ptr<smpp::link> by, smpp::pdu message, arrival_place place,
                               time_point arrived);
  asio::awaitable<void> answer_multi(std::weak_ptr<smpp::link> by, smpp::pdu message, arrival_place place,
                                     time_point arrived);
  asio::awaitable<void> answer_replace(std::weak_ptr<smpp::link> by, smpp::pdu message,
                                       const carrier_settings& carrier);
  void await_proofs(const inquiry_end& end);
  smpp::read_proof proof_of(const doubtful_arrival& arrival) const;
  void answered();

  carrier_ports ports_;
  std::vector<std::unique_ptr<smpp::supervisor>> supervisors_;
  std::vector<std::unique_ptr<smpp::listener>> listeners_;
  inquiry_centre centre_;
  reply_receipts reply_receipts_;
  open_questions questions_;
  std::size_t in_flight_ = 0;
};

}  // namespace duanwen

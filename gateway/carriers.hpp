#pragma once
// All carriers: their supervisors, and what passes between links, inquiries and outbound. io thread only.

#include <functional>
#include <memory>
#include <vector>

#include "admin/carrier_status.hpp"
#include "gateway/inquiry.hpp"
#include "gateway/outbound.hpp"
#include "gateway/outbox_feed.hpp"
#include "gateway/smpp/supervisor.hpp"

namespace duanwen {

class carriers {
 public:
  carriers(runtime& rt, const config& settings, inquiries& asked, outbound& out, outbox_feed& waiting,
           metrics& seen);

  void start();         ///< dials
  void stop_reading();  ///< takes no further inquiry; what is in flight is still answered
  void stop();          ///< unbinds
  bool ended() const;
  bool any_bound() const;
  std::size_t inquiries_in_flight() const { return in_flight_; }
  std::vector<carrier_status> status() const;  ///< as the administrator sees them

 private:
  smpp::link_events events_for(const carrier_settings& carrier);
  void delivered(const carrier_settings& carrier, smpp::link& by, smpp::pdu message);
  asio::awaitable<void> answer(std::weak_ptr<smpp::link> by, smpp::pdu message, arrival_place place,
                               time_point arrived);
  void answered();

  runtime& runtime_;
  const config& settings_;
  inquiries& inquiries_;
  outbound& out_;
  outbox_feed& waiting_;
  metrics& seen_;
  std::vector<std::unique_ptr<smpp::supervisor>> supervisors_;
  std::size_t in_flight_ = 0;
};

}  // namespace duanwen

#pragma once
// Us as the centre of carriers that bound to us: message_ids and receipts for their inquiries, submit_multi,
// and their questions about what they submitted. io thread only.

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "gateway/carriers/inquiry_receipts.hpp"
#include "gateway/carriers/message_desk.hpp"
#include "gateway/inquiries/inquiry.hpp"
#include "gateway/outbox/outbox_feed.hpp"
#include "gateway/outbox/reply_replacer.hpp"
#include "gateway/replies/outbound.hpp"
#include "gateway/smpp/supervisor.hpp"

namespace duanwen {

/// The parts of the gateway that the centre uses; all outlive it.
struct inquiry_centre_ports {
  runtime& rt;
  duanwen::store& store;
  const store_clock& clock;
  const config& settings;
  duanwen::inquiries& inquiries;
  duanwen::outbound& outbound;
  outbox_feed& outbox;
  std::string process;
};

class inquiry_centre {
 public:
  explicit inquiry_centre(inquiry_centre_ports ports);

  /// Responds to the submit_sm or data_sm `message` of `carrier`: a message_id and a receipt where it is
  /// safe.
  void respond(smpp::supervisor& carrier, smpp::link& by, const smpp::pdu& message, const inquiry_end& end);
  /// Answers a submit_multi: an inquiry for each of our numbers, under one message_id; what fails is named in
  /// the response (SMPP 3.4 §4.5.2). Their ends are to be handed on.
  asio::awaitable<std::vector<inquiry_end>> answer_multi(smpp::supervisor& carrier,
                                                         std::weak_ptr<smpp::link> by, smpp::pdu message,
                                                         arrival_place place);
  /// The response to a query_sm or cancel_sm of `carrier`.
  smpp::pdu answer(const carrier_settings& carrier, const smpp::pdu& question) {
    return desk_.answer(carrier.name, question);
  }
  /// The same to a replace_sm.
  asio::awaitable<smpp::pdu> replace(const carrier_settings& carrier, smpp::pdu question) {
    return desk_.replace(carrier, std::move(question));
  }
  inquiry_receipts& receipts() { return receipts_; }  ///< for links that have room, and their responses

 private:
  message_desk::ports desk_ports();
  std::string next_message_id();
  void remember(const carrier_settings& carrier, const smpp::pdu& message, const std::string& message_id,
                const inquiry_end& end);
  void give_receipt(smpp::supervisor& carrier, smpp::link& by, const smpp::pdu& message,
                    const std::string& message_id);

  inquiry_centre_ports ports_;
  inquiry_receipts receipts_;
  reply_replacer replacer_;
  message_desk desk_;
  std::uint64_t next_message_;  // begins anywhere, so that ids of two processes differ
};

}  // namespace duanwen

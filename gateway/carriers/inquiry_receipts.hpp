#pragma once
// Receipts for inquiries that a carrier bound to us has submitted with registered_delivery. An inquiry has
// reached whom it was sent to when it is safe in the store, so its receipt says DELIVRD then; one that is
// refused is told so by its response and has none. They wait in memory for a link that can receive, and do
// not outlive the process. io thread only.

#include <cstdint>
#include <deque>
#include <map>
#include <string>

#include "gateway/smpp/supervisor.hpp"
#include "storage/records.hpp"

namespace duanwen {

class inquiry_receipts {
 public:
  explicit inquiry_receipts(std::uint32_t waiting_max) : waiting_max_(waiting_max) {}

  void offer(smpp::supervisor& carrier, smpp::pdu receipt);
  void pump(smpp::supervisor& carrier);  ///< a link of it can receive
  void completed(std::uint64_t id, const smpp::pdu& response);
  void lost(std::uint64_t id);
  bool idle() const { return sent_.empty(); }

 private:
  struct on_its_way {
    smpp::supervisor* carrier;
    smpp::pdu receipt;
  };
  std::size_t waiting_max_;
  std::map<smpp::supervisor*, std::deque<smpp::pdu>> waiting_;
  std::map<std::uint64_t, on_its_way> sent_;  // by id of its request_token
  std::uint64_t next_id_ = 1;
};

/// The receipt for `submit`, which got `message_id`; SMPP 3.4 appendix B, §5.2.12, §5.3.2.12. Times are of
/// `time_zone`. None when it did not ask for one of success (registered_delivery, §5.2.17).
std::optional<smpp::pdu> receipt_for(const smpp::pdu& submit, const std::string& message_id,
                                     unix_ms submitted, unix_ms done, const std::string& time_zone);

}  // namespace duanwen

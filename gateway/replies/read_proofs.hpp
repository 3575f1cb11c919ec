#pragma once
// Responses to inquiries, from when they are written until the store has forgotten that it is in doubt
// whether the carrier read them. io thread only.

#include <chrono>
#include <cstdint>
#include <map>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "gateway/runtime/runtime.hpp"
#include "gateway/runtime/wakeup.hpp"
#include "storage/store.hpp"

namespace duanwen {

class read_proofs {
 public:
  /// What the store did not take it is told again while fewer than `untold_max` residents wait for that; what
  /// is beyond stays in doubt for outbox.redelivery_window_s.
  read_proofs(runtime& rt, store& store, std::string process, std::size_t untold_max);

  /// The response to `arrival` was written under `sequence_number` and is not proven read yet.
  void await(const conversation_key& resident, const delivery& arrival, std::uint32_t sequence_number);
  /// The carrier has read the responses of these sequence numbers on this link.
  void proven(const std::string& link, std::uint64_t bind_epoch,
              const std::vector<std::uint32_t>& sequence_numbers);
  /// The carrier has read the response to `arrival`.
  void read(const conversation_key& resident, delivery arrival);
  /// What the store was not told of this resident, for whoever tells it something of them anyway.
  std::vector<delivery> take(const conversation_key& resident);

  asio::awaitable<void> run();  ///< tells the store what nobody took; until stop()
  void stop();                  ///< tells it at once, also of what is still proven
  bool idle() const { return telling_ == 0 && untold_.empty(); }

 private:
  using place = std::tuple<std::string, std::uint64_t, std::uint32_t>;  // link, bind epoch, sequence number
  void keep(const conversation_key& resident, std::vector<delivery> read, std::chrono::milliseconds wait);
  void tell(const conversation_key& resident);
  asio::awaitable<void> tell_store(reply_finish f);

  runtime& runtime_;
  store& store_;
  std::string process_;
  std::size_t untold_max_;
  // Of a submit_multi, or where a peer numbers badly, several came at one place.
  std::map<place, std::vector<std::pair<conversation_key, delivery>>> open_;
  std::map<conversation_key, std::vector<delivery>> untold_;
  std::multimap<time_point, conversation_key> due_;  // when untold ones are told
  wakeup changed_;
  std::size_t telling_ = 0;
  bool stopping_ = false;
};

}  // namespace duanwen

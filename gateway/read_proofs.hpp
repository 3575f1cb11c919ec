#pragma once
// Responses to inquiries of which it is still in doubt whether the carrier read them: forgotten in the store
// when the link proves it. Replies on the inquiry's own link prove it too, which outbound sees; this is for
// the links that carry no replies (the receivers of pairs) and for inquiries that get none. io thread only.

#include <cstdint>
#include <map>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "gateway/runtime.hpp"
#include "storage/store.hpp"

namespace duanwen {

class read_proofs {
 public:
  read_proofs(runtime& rt, store& kept, std::string process);

  /// The response to `arrival` was written and is not proven read yet.
  void await(const conversation_key& resident, const delivery& arrival);
  /// The carrier has read the responses of these sequence numbers on this link.
  void proven(const std::string& link, std::uint64_t bind_epoch,
              const std::vector<std::uint32_t>& sequence_numbers);
  void forget(const conversation_key& resident, std::vector<delivery> read);
  std::size_t waiting() const { return open_.size(); }
  bool idle() const { return forgetting_ == 0; }

 private:
  using place = std::tuple<std::string, std::uint64_t, std::uint32_t>;  // link, bind epoch, sequence number
  asio::awaitable<void> forget_in_store(reply_finish f);

  runtime& runtime_;
  store& kept_;
  std::string process_;
  std::map<place, std::pair<conversation_key, delivery>> open_;
  std::size_t forgetting_ = 0;
};

}  // namespace duanwen

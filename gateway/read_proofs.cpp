#include "gateway/read_proofs.hpp"

#include <spdlog/spdlog.h>

#include <boost/asio/co_spawn.hpp>
#include <limits>

namespace duanwen {

read_proofs::read_proofs(runtime& rt, store& kept, std::string process)
    : runtime_(rt), kept_(kept), process_(std::move(process)) {}

void read_proofs::await(const conversation_key& resident, const delivery& arrival) {
  // An earlier bind of this link can prove nothing any more: what is in doubt of it stays so.
  const auto mine = open_.lower_bound(place(arrival.link, arrival.bind_epoch, 0));
  open_.erase(open_.lower_bound(place(arrival.link, 0, 0)), mine);
  constexpr auto last = std::numeric_limits<std::uint32_t>::max();
  const auto behind = open_.upper_bound(place(arrival.link, arrival.bind_epoch, last));
  open_.erase(behind,
              open_.upper_bound(place(arrival.link, std::numeric_limits<std::uint64_t>::max(), last)));
  open_[place(arrival.link, arrival.bind_epoch, arrival.sequence_number)] = {resident, arrival};
}

void read_proofs::proven(const std::string& link, std::uint64_t bind_epoch,
                         const std::vector<std::uint32_t>& sequence_numbers) {
  std::map<conversation_key, std::vector<delivery>> by_resident;
  for (const auto sequence_number : sequence_numbers) {
    const auto found = open_.find(place(link, bind_epoch, sequence_number));
    if (found == open_.end()) continue;
    by_resident[found->second.first].push_back(std::move(found->second.second));
    open_.erase(found);
  }
  for (auto& [resident, read] : by_resident) forget(resident, std::move(read));
}

void read_proofs::forget(const conversation_key& resident, std::vector<delivery> read) {
  reply_finish f;
  f.key = resident;
  f.process = process_;
  f.proven_read = std::move(read);
  ++forgetting_;
  asio::co_spawn(runtime_.executor(), forget_in_store(std::move(f)),
                 [this](const std::exception_ptr& failure) {
                   --forgetting_;
                   if (failure) spdlog::critical("forgetting what was read ended by a bug");
                 });
}

asio::awaitable<void> read_proofs::forget_in_store(reply_finish f) {
  // Where the store is away the record stays in doubt for outbox.redelivery_window_s, as after a crash.
  const auto done = co_await kept_.finish(std::move(f));
  if (done.has_error()) spdlog::debug("what was read stays in doubt: {}", done.error().message());
}

}  // namespace duanwen

#pragma once
// Two texts of one resident queue behind each other, in the order in which they came. io thread only.

#include <deque>
#include <map>
#include <memory>
#include <utility>

#include "gateway/runtime/wakeup.hpp"

namespace duanwen {

template <class Key>
class keyed_lock {
 public:
  explicit keyed_lock(boost::asio::any_io_executor ex) : executor_(std::move(ex)) {}

  /// Held until it is destroyed; then the next in the queue has its turn.
  class guard {
   public:
    guard(keyed_lock& owner, Key key) : owner_(&owner), key_(std::move(key)) {}
    guard(guard&& other) noexcept
        : owner_(std::exchange(other.owner_, nullptr)), key_(std::move(other.key_)) {}
    guard& operator=(guard&&) = delete;
    ~guard() {
      if (owner_) owner_->release(key_);
    }

   private:
    keyed_lock* owner_;
    Key key_;
  };

  boost::asio::awaitable<guard> lock(Key key) {
    auto& queue = queues_[key];
    auto turn = std::make_shared<wakeup>(executor_);
    queue.push_back(turn);
    while (queues_[key].front() != turn) co_await turn->wait();
    co_return guard(*this, std::move(key));
  }

 private:
  void release(const Key& key) {
    const auto found = queues_.find(key);
    found->second.pop_front();
    if (found->second.empty())
      queues_.erase(found);
    else
      found->second.front()->notify();
  }

  boost::asio::any_io_executor executor_;
  std::map<Key, std::deque<std::shared_ptr<wakeup>>> queues_;
};

}  // namespace duanwen

#pragma once
// Commits that begin in different turns of the loop.

#include <boost/asio/post.hpp>
#include <boost/asio/use_awaitable.hpp>

#include "storage/store.hpp"

namespace duanwen::test {

inline answer<commit_result> commit_after(int turns, store& kept, inquiry_commit c) {
  for (int i = 0; i < turns; ++i) co_await boost::asio::post(boost::asio::use_awaitable);
  co_return co_await kept.commit(std::move(c));
}

}  // namespace duanwen::test

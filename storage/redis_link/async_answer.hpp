#pragma once
// From a function that calls back to a coroutine that waits. For .cpp files: it brings much of Asio with it.

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/async_result.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <functional>
#include <memory>
#include <utility>

#include "storage/error.hpp"

namespace duanwen {

/// Runs `begin` with a function to call once with the result. The coroutine goes on in a later turn of the
/// loop, never inside whoever called back.
template <class T>
boost::asio::awaitable<result<T>> async_answer(boost::asio::any_io_executor io,
                                               std::function<void(std::function<void(result<T>)>)> begin) {
  auto initiate = [](auto waiting, boost::asio::any_io_executor where,
                     std::function<void(std::function<void(result<T>)>)> work) {
    auto kept = std::make_shared<decltype(waiting)>(std::move(waiting));
    work([kept, where](result<T> outcome) {
      boost::asio::post(where, [kept, outcome = std::move(outcome)]() mutable {
        auto resume = std::move(*kept);
        resume(std::move(outcome));
      });
    });
  };
  return boost::asio::async_initiate<const boost::asio::use_awaitable_t<>, void(result<T>)>(
      initiate, boost::asio::use_awaitable, std::move(io), std::move(begin));
}

}  // namespace duanwen

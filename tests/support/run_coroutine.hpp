#pragma once
// Runs one coroutine to its end on an io_context of its own, and gives what it returned.

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/use_future.hpp>

namespace duanwen::test {

template <class T>
T run_coroutine(boost::asio::io_context& io, boost::asio::awaitable<T> task) {
  auto future = boost::asio::co_spawn(io, std::move(task), boost::asio::use_future);
  io.restart();
  while (future.wait_for(std::chrono::seconds(0)) != std::future_status::ready && io.run_one() > 0) {
  }
  return future.get();
}

template <class T>
T run_coroutine(boost::asio::awaitable<T> task) {
  boost::asio::io_context io;
  return run_coroutine(io, std::move(task));
}

}  // namespace duanwen::test

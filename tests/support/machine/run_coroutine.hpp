#pragma once
// Runs coroutines to their end on an io_context, and gives what they returned.

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/use_future.hpp>
#include <chrono>
#include <future>
#include <utility>
#include <vector>

namespace duanwen::test {

template <class T>
T run_coroutine(boost::asio::io_context& io, boost::asio::awaitable<T> task) {
  auto future = boost::asio::co_spawn(io, std::move(task), boost::asio::use_future);
  io.restart();
  while (future.wait_for(std::chrono::seconds(0)) != std::future_status::ready && io.run_one() > 0) {
  }
  return future.get();
}

/// All of them begin in the same turn of the loop, in their order.
template <class T>
std::vector<T> run_together(boost::asio::io_context& io, std::vector<boost::asio::awaitable<T>> tasks) {
  std::vector<std::future<T>> futures;
  for (auto& task : tasks)
    futures.push_back(boost::asio::co_spawn(io, std::move(task), boost::asio::use_future));
  io.restart();
  std::vector<T> values;
  for (auto& future : futures) {
    while (future.wait_for(std::chrono::seconds(0)) != std::future_status::ready && io.run_one() > 0) {
    }
    values.push_back(future.get());
  }
  return values;
}

template <class T>
T run_coroutine(boost::asio::awaitable<T> task) {
  boost::asio::io_context io;
  return run_coroutine(io, std::move(task));
}

}  // namespace duanwen::test

#pragma once
// Runs coroutines to their end on an io_context, and gives what they returned. What comes to no end fails the
// test within seconds.

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/use_future.hpp>
#include <chrono>
#include <future>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace duanwen::test {

/// Runs handlers until `holds`, at most for half a minute, which no test needs that passes.
template <class Condition>
void run_until(boost::asio::io_context& io, Condition holds, const char* awaited) {
  constexpr auto at_most = std::chrono::seconds(30);
  const auto end = std::chrono::steady_clock::now() + at_most;
  io.restart();
  while (!holds())
    if (io.run_one_until(end) == 0)
      throw std::runtime_error(
          std::string(io.stopped() ? "nothing is left that could bring " : "half a minute did not bring ") +
          awaited);
}

template <class T>
bool is_ready(const std::future<T>& future) {
  return future.wait_for(std::chrono::seconds(0)) == std::future_status::ready;
}

template <class T>
T run_coroutine(boost::asio::io_context& io, boost::asio::awaitable<T> task) {
  auto future = boost::asio::co_spawn(io, std::move(task), boost::asio::use_future);
  run_until(
      io, [&future] { return is_ready(future); }, "the end of a coroutine");
  return future.get();
}

/// All of them begin in the same turn of the loop, in their order.
template <class T>
std::vector<T> run_together(boost::asio::io_context& io, std::vector<boost::asio::awaitable<T>> tasks) {
  std::vector<std::future<T>> futures;
  for (auto& task : tasks)
    futures.push_back(boost::asio::co_spawn(io, std::move(task), boost::asio::use_future));
  std::vector<T> values;
  for (auto& future : futures) {
    run_until(
        io, [&future] { return is_ready(future); }, "the end of a coroutine");
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

// Redis as coroutines see it.
#include <memory>

#include "storage/redis_link/async_answer.hpp"
#include "storage/redis_link/redis_client.hpp"
#include "storage/redis_link/redis_error.hpp"

namespace duanwen {
namespace {

result<resp_value> judged(result<resp_value> said) {
  if (said.has_error()) return said;
  return as_answer(std::move(*said));
}

/// Values of commands under way; complete when the last came.
struct gathering {
  std::vector<resp_value> values;
  std::size_t missing = 0;
  boost::system::error_code failure;
  std::function<void(result<std::vector<resp_value>>)> done;

  void take(std::size_t i, result<resp_value> said) {
    if (said.has_error())
      failure = said.error();
    else
      values[i] = std::move(*said);
    if (--missing == 0) tell();
  }
  void tell() {
    if (failure)
      done(failure);
    else
      done(std::move(values));
  }
};

using values_done = std::function<void(result<std::vector<resp_value>>)>;

/// `ask` begins the i-th of them.
void gather(std::size_t count, values_done done,
            const std::function<void(std::size_t i, redis_client::handler)>& ask) {
  const auto all = std::make_shared<gathering>();
  all->values.resize(count);
  all->missing = count;
  all->done = std::move(done);
  if (count == 0) all->tell();
  for (std::size_t i = 0; i < count; ++i)
    ask(i, [all, i](result<resp_value> said) { all->take(i, judged(std::move(said))); });
}

}  // namespace

boost::asio::awaitable<result<resp_value>> redis_client::call(redis_command command) {
  return async_answer<resp_value>(executor(), [this, command = std::move(command)](handler done) {
    send(command, [done = std::move(done)](result<resp_value> said) { done(judged(std::move(said))); });
  });
}

boost::asio::awaitable<result<resp_value>> redis_client::call(script_call call) {
  return async_answer<resp_value>(executor(), [this, call = std::move(call)](handler done) {
    run(call, [done = std::move(done)](result<resp_value> said) { done(judged(std::move(said))); });
  });
}

boost::asio::awaitable<result<std::vector<resp_value>>> redis_client::call_all(
    std::vector<redis_command> commands) {
  return async_answer<std::vector<resp_value>>(
      executor(), [this, commands = std::move(commands)](values_done done) {
        gather(commands.size(), std::move(done),
               [this, &commands](std::size_t i, handler one) { send(commands[i], std::move(one)); });
      });
}

boost::asio::awaitable<result<std::vector<resp_value>>> redis_client::call_all(
    std::vector<script_call> calls) {
  return async_answer<std::vector<resp_value>>(
      executor(), [this, calls = std::move(calls)](values_done done) {
        gather(calls.size(), std::move(done),
               [this, &calls](std::size_t i, handler one) { run(calls[i], std::move(one)); });
      });
}

}  // namespace duanwen

// The connection as coroutines see it.
#include <memory>

#include "storage/async_answer.hpp"
#include "storage/redis_connection.hpp"
#include "storage/redis_error.hpp"

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

}  // namespace

boost::asio::awaitable<result<resp_value>> redis_connection::call(redis_command command) {
  return async_answer<resp_value>(executor(), [this, command = std::move(command)](handler done) {
    send(command, [done = std::move(done)](result<resp_value> said) { done(judged(std::move(said))); });
  });
}

boost::asio::awaitable<result<resp_value>> redis_connection::call(const redis_script& script,
                                                                  std::vector<std::string> arguments) {
  return async_answer<resp_value>(
      executor(), [this, &script, arguments = std::move(arguments)](handler done) {
        run(script, arguments,
            [done = std::move(done)](result<resp_value> said) { done(judged(std::move(said))); });
      });
}

boost::asio::awaitable<result<std::vector<resp_value>>> redis_connection::call_all(
    std::vector<redis_command> commands) {
  using all_done = std::function<void(result<std::vector<resp_value>>)>;
  return async_answer<std::vector<resp_value>>(
      executor(), [this, commands = std::move(commands)](all_done done) {
        const auto all = std::make_shared<gathering>();
        all->values.resize(commands.size());
        all->missing = commands.size();
        all->done = std::move(done);
        if (commands.empty()) all->tell();
        for (std::size_t i = 0; i < commands.size(); ++i)
          send(commands[i], [all, i](result<resp_value> said) { all->take(i, judged(std::move(said))); });
      });
}

}  // namespace duanwen

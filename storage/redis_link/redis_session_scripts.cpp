// Scripts on one link: those the server does not know, and those whose writes its replicas must have.
#include <boost/asio/post.hpp>
#include <utility>

#include "storage/redis_link/redis_error.hpp"
#include "storage/redis_link/redis_session.hpp"

namespace duanwen {
namespace {

redis_command command_of(const script_call& call, std::string_view verb, std::string_view what) {
  redis_command command{std::string(verb), std::string(what), std::to_string(call.keys.size())};
  command.insert(command.end(), call.keys.begin(), call.keys.end());
  command.insert(command.end(), call.arguments.begin(), call.arguments.end());
  return command;
}

}  // namespace

void redis_session::run(script_call call, bool asking, handler done) {
  // A node that is asked beside its turn is asked once; so it gets what it understands in any case.
  if (asking) return run_by_source(std::move(call), true, std::move(done));
  const auto by_digest = command_of(call, "EVALSHA", call.script->sha1);
  send(by_digest,
       [self = shared_from_this(), call = std::move(call), done = std::move(done)](result<resp_value> said) {
         // Nothing was done. The server was restarted or flushed; with its source it knows the script again.
         if (said.has_value() && said->is_error() && said->text.starts_with("NOSCRIPT"))
           self->run_by_source(call, false, done);
         else
           self->judge_run(call, std::move(said), done);
       });
}

void redis_session::run_by_source(script_call call, bool asking, handler done) {
  if (asking) send({"ASKING"}, [](const result<resp_value>&) {});
  const auto by_source = command_of(call, "EVAL", call.script->source);
  send(by_source, [self = shared_from_this(), call = std::move(call), done = std::move(done)](
                      result<resp_value> said) { self->judge_run(call, std::move(said), done); });
}

void redis_session::judge_run(const script_call& call, result<resp_value> said, handler done) {
  if (said.has_error()) return done(std::move(said));
  if (!said->is_error()) {
    if (call.replicas == 0) return done(std::move(said));
    return when_replicated(call.replicas, std::move(*said), std::move(done));
  }
  const bool moved = said->text.starts_with("MOVED ") || said->text.starts_with("ASK ");
  if (!moved)
    trouble_of_calls_.say("Redis on " + std::string(call.script->name) + ": " + printable_error(said->text));
  // Another server may be the master by now.
  if (said->text.starts_with("READONLY"))
    boost::asio::post(io, [self = shared_from_this()] { self->drop("it is a replica"); });
  done(std::move(said));
}

// One WAIT for all that was answered before it: answers come in order, so whatever is in unsafe_ when it is
// answered was written before it was asked.
void redis_session::when_replicated(std::uint32_t replicas, resp_value said, handler done) {
  unsafe_.push_back(unsafe{replicas, std::move(said), std::move(done)});
  if (unsafe_.size() > 1) return;
  // Half of what the link itself waits, so that a missing replica does not make it fall.
  const auto patience = std::to_string(settings_.command_timeout.count() / 2);
  send({"WAIT", std::to_string(replicas), patience},
       [self = shared_from_this()](const result<resp_value>& acked) {
         const auto count = acked.has_value() && !acked->is_error() ? acked->number : 0;
         for (auto& one : std::exchange(self->unsafe_, {}))
           if (count >= one.replicas)
             one.done(std::move(one.said));
           else
             one.done(storage_errc::unknown_outcome);
       });
}

}  // namespace duanwen

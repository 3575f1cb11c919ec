#include "storage/redis_link/redis_connection.hpp"

#include <algorithm>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>

#include "storage/redis_link/redis_examiner.hpp"
#include "storage/redis_link/redis_session.hpp"

namespace duanwen {

redis_connection::redis_connection(boost::asio::any_io_executor io, redis_endpoint where,
                                   const redis_settings& settings, std::vector<redis_greeting> greetings,
                                   std::shared_ptr<redis_examiner> examiner)
    : redis_connection(
          std::move(io), [where = std::move(where)](std::string&) { return std::optional(where); }, settings,
          std::move(greetings), std::move(examiner)) {}

redis_connection::redis_connection(boost::asio::any_io_executor io, redis_locator where,
                                   const redis_settings& settings, std::vector<redis_greeting> greetings,
                                   std::shared_ptr<redis_examiner> examiner)
    : examiner_(std::move(examiner)) {
  if (examiner_) std::ranges::move(examiner_->questions(), std::back_inserter(greetings));
  session_ = std::make_shared<redis_session>(std::move(io), std::move(where), settings, std::move(greetings));
}

std::vector<std::string> redis_connection::risks() const {
  return examiner_ ? examiner_->risks() : std::vector<std::string>();
}

redis_connection::~redis_connection() { session_->stop(); }

void redis_connection::start() {
  boost::asio::co_spawn(session_->io, session_->keep_up(), boost::asio::detached);
}
void redis_connection::stop() { session_->stop(); }
bool redis_connection::up() const { return session_->up; }
std::string redis_connection::trouble() const { return session_->trouble; }
std::uint64_t redis_connection::links_made() const { return session_->links_made; }
boost::asio::any_io_executor redis_connection::executor() const { return session_->io; }
std::chrono::microseconds redis_connection::latency() const { return session_->latency; }
void redis_connection::move(const std::string& why) { session_->move(why); }

void redis_connection::send(redis_command command, handler done) { session_->send(command, std::move(done)); }

void redis_connection::run(script_call call, handler done) {
  session_->run(std::move(call), false, std::move(done));
}

void redis_connection::send_asking(const redis_command& command, handler done) {
  session_->send({"ASKING"}, [](const result<resp_value>&) {});
  session_->send(command, std::move(done));
}

void redis_connection::run_asking(script_call call, handler done) {
  session_->run(std::move(call), true, std::move(done));
}

}  // namespace duanwen

#include "tests/support/redis/redis_user.hpp"

#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>

namespace duanwen::test {
namespace {

constexpr auto ask_again = std::chrono::milliseconds(20);

store_limits limits_of(const redis_settings& settings) {
  config c;
  c.redis = settings;
  return store_limits(c);
}

bool may_heal(boost::system::error_code ec) {
  return ec == storage_errc::unavailable || ec == storage_errc::unknown_outcome;
}

}  // namespace

redis_user::redis_user(const std::string& url, redis_settings settings)
    : settings_(settings),
      client_(make_redis_client(io_.get_executor(), parse_redis_url(url).value(), settings)),
      kept_(*client_, limits_of(settings)) {
  client_->start();
}

bool redis_user::run_until(const std::function<bool()>& condition) {
  const auto end = std::chrono::steady_clock::now() + std::chrono::minutes(1);
  io_.restart();
  while (!condition() && std::chrono::steady_clock::now() < end)
    io_.run_one_for(std::chrono::milliseconds(100));
  return condition();
}

answer<commit_result> redis_user::held(inquiry_commit c) {
  boost::asio::steady_timer pause(io_);
  while (true) {
    auto again = c;
    auto done = co_await kept_.commit(std::move(again));
    if (done.has_value() || given_up_ || !may_heal(done.error())) co_return done;
    pause.expires_after(ask_again);
    co_await pause.async_wait(boost::asio::use_awaitable);
  }
}

commit_result redis_user::hold(inquiry_commit c) { return run(held(std::move(c))).value(); }

answer<bool> redis_user::ask_on(conversation_key key, const std::function<bool(std::size_t)>& enough) {
  auto& mine = committed_[key];
  while (!enough(count_)) {
    const auto number = static_cast<std::uint32_t>(mine.texts.size() + 1);
    auto c = sample_commit(number, number, mine.revision, key);
    auto text = c.answer->answer.blocks.front().text;
    const auto done = co_await held(std::move(c));
    if (done.has_error()) co_return failed<bool>(done.error());
    if (done->status != commit_status::committed) co_return false;
    mine.revision = done->actual.revision;
    mine.texts.push_back(std::move(text));
    ++count_;
  }
  co_return true;
}

void redis_user::commit_under_load(std::size_t residents, const std::function<bool(std::size_t)>& enough) {
  std::vector<answer<bool>> all;
  for (std::size_t i = 0; i < residents; ++i)
    all.push_back(ask_on(resident("86138001" + std::to_string(10000 + i)), enough));
  for (const auto& done : run_together(io_, std::move(all)))
    EXPECT_TRUE(done.has_value() && *done) << "somebody else touched a conversation, or it was lost";
}

void redis_user::commit_during(const std::function<void()>& operators) {
  constexpr std::size_t residents = 100, before = 300, after = 500;
  const auto begin = count_;
  const auto watched = [&] {
    try {
      operators();
    } catch (...) {
      given_up_ = true;
      throw;
    }
  };
  std::future<void> order;
  std::optional<std::size_t> done;  // how many were committed when the operators were
  commit_under_load(residents, [&](std::size_t committed) {
    if (committed < begin + before) return false;
    if (!order.valid()) order = std::async(std::launch::async, watched);
    if (!done && order.wait_for(std::chrono::seconds(0)) == std::future_status::ready) done = committed;
    return done && committed >= *done + after;
  });
  order.get();
}

void redis_user::expect_nothing_lost() {
  std::map<conversation_key, std::vector<std::string>> waiting;
  for (std::uint32_t bucket = 0; bucket < bucket_count; ++bucket)
    for (const auto& e : run(kept_.read_outbox("p1", bucket, "", 1000000)).value())
      waiting[e.key].push_back(e.answer.blocks.front().text);
  for (const auto& [key, its] : committed_) {
    EXPECT_EQ(waiting[key], its.texts) << key.msisdn;
    EXPECT_EQ(run(kept_.load_conversation(key)).value().revision, its.revision) << key.msisdn;
  }
}

void expect_done_once(redis_user& user, const inquiry_commit& c) {
  const auto bucket = bucket_of(c.key.msisdn);
  const auto waiting = user.run(user.kept().read_outbox(c.process, bucket, "", 100)).value();
  ASSERT_EQ(waiting.size(), 1u);
  EXPECT_EQ(waiting[0].answer, c.answer->answer);
  EXPECT_EQ(user.run(user.kept().load_conversation(c.key)).value().state, c.next);
  const auto sums = user.run(user.kept().ledger(c.day, c.day)).value();
  ASSERT_EQ(sums.size(), 1u);
  EXPECT_EQ(sums[0].inquiries, 1u);
}

void expect_not_done(redis_user& user, const inquiry_commit& c) {
  const auto bucket = bucket_of(c.key.msisdn);
  EXPECT_TRUE(user.run(user.kept().read_outbox(c.process, bucket, "", 100)).value().empty());
  EXPECT_EQ(user.run(user.kept().load_conversation(c.key)).value().revision, 0u);
  EXPECT_TRUE(user.run(user.kept().ledger(c.day, c.day)).value().empty());
}

}  // namespace duanwen::test

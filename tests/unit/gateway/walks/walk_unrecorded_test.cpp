// Replies that carriers were sent and whose end the store has not recorded: so many come twice after a kill,
// and their number is bounded.
#include <spdlog/sinks/ostream_sink.h>
#include <spdlog/spdlog.h>

#include <boost/asio/co_spawn.hpp>
#include <functional>
#include <map>
#include <sstream>

#include "gateway/smpp/pdu/command_status.hpp"
#include "tests/unit/gateway/walks/walk.hpp"

namespace duanwen::test {
namespace {

class walk_unrecorded : public walk {
 protected:
  walk_unrecorded() {
    settings.outbox.unrecorded_max = 3;
    settings.carriers[0].window = 20;
  }
  sim_carrier& carrier() { return daemon().carrier(); }
  static std::string resident_number(int i) { return "1380000" + std::to_string(1000 + i); }
  void texts_from(int first, int count, const std::string& what = "龙泉国土1") {
    for (int i = first; i < first + count; ++i) carrier().deliver(resident_number(i), number, what);
    daemon().step();
  }
  void only_commits(bool only) { daemon().line().only_commits = only; }
  std::string gauges() {
    const auto page = daemon().the_core().metrics_text();
    std::string found;
    for (const auto* name : {"\nduanwen_replies_unrecorded ", "\nduanwen_replies_held "}) {
      const auto at = page.find(name);
      found += page.substr(at + 1, page.find('\n', at + 1) - at);
    }
    return found;
  }
  static std::string gauges_of(int unrecorded, int held) {
    return "duanwen_replies_unrecorded " + std::to_string(unrecorded) + "\nduanwen_replies_held " +
           std::to_string(held) + "\n";
  }
};

TEST_F(walk_unrecorded, no_more_leave_while_the_store_records_none) {
  only_commits(true);
  texts_from(0, 8);
  EXPECT_EQ(carrier().responses.size(), 8u) << "inquiries are told OK all the same";
  EXPECT_EQ(carrier().submits.size(), 3u);
  EXPECT_EQ(gauges(), gauges_of(3, 1));
  only_commits(false);
  daemon().advance(1s);
  EXPECT_EQ(carrier().submits.size(), 8u);
  EXPECT_EQ(outbox_size(), 0u);
  EXPECT_EQ(gauges(), gauges_of(0, 0));
}

TEST_F(walk_unrecorded, a_stop_waits_until_the_store_has_recorded_what_was_sent) {
  only_commits(true);
  texts_from(0, 2);
  EXPECT_EQ(carrier().submits.size(), 2u);
  bool stopped = false;
  std::function<void(const char*)> any_phase = [](const char*) {};
  boost::asio::co_spawn(runtime.executor(), daemon().the_core().stop(std::move(any_phase)),
                        [&stopped](const std::exception_ptr&) { stopped = true; });
  daemon().advance(1s);
  EXPECT_FALSE(stopped);
  EXPECT_EQ(outbox_size(), 2u);
  only_commits(false);
  daemon().advance(3s);
  EXPECT_TRUE(stopped);
  EXPECT_EQ(outbox_size(), 0u);
}

TEST_F(walk_unrecorded, what_the_carrier_has_not_answered_counts_among_them) {
  carrier().answers_submits = false;
  texts_from(0, 8);
  EXPECT_EQ(carrier().submits.size(), 3u);
  EXPECT_EQ(gauges(), gauges_of(3, 1));
  carrier().answers_submits = true;
  carrier().answer_submits();
  daemon().advance(100ms);
  EXPECT_EQ(carrier().submits.size(), 8u);
  EXPECT_EQ(outbox_size(), 0u);
}

TEST_F(walk_unrecorded, a_kill_doubles_no_more_than_these) {
  only_commits(true);
  texts_from(0, 8);
  std::map<std::string, int> told;
  for (const auto& p : carrier().submits) ++told[p.destination_addr];
  started.reset();
  daemon().advance(1s);
  for (const auto& p : carrier().submits) ++told[p.destination_addr];
  int doubled = 0;
  for (const auto& [to, times] : told) doubled += times - 1;
  EXPECT_EQ(told.size(), 8u);
  EXPECT_EQ(doubled, 3);
  EXPECT_EQ(outbox_size(), 0u);
}

TEST_F(walk_unrecorded, order_to_one_resident_is_kept) {
  only_commits(true);
  texts_from(0, 4);
  for (const auto* what : {"龙泉国土", "龙泉国土2", "龙泉国土"}) texts_from(9, 1, what);
  EXPECT_EQ(carrier().submits.size(), 3u);
  only_commits(false);
  daemon().advance(1s);
  std::vector<std::string> told;
  for (std::size_t i = 0; i < carrier().submits.size(); ++i)
    if (carrier().submits[i].destination_addr == resident_number(9)) told.push_back(carrier().texts()[i]);
  EXPECT_THAT(told, testing::ElementsAre(testing::HasSubstr("事项3"), testing::HasSubstr("窗口2"),
                                         testing::HasSubstr("事项3")));
}

TEST_F(walk_unrecorded, each_of_those_that_left_as_one_counts) {
  settings.carriers[0].window = 1;
  carrier().answers_submits = false;
  texts_from(0, 1);
  for (const auto* what : {"龙泉国土1", "龙泉国土2", "龙泉国土3", "龙泉国土1"}) texts_from(9, 1, what);
  only_commits(true);
  carrier().answers_submits = true;
  carrier().answer_submits();
  daemon().step();
  EXPECT_EQ(carrier().submits.size(), 1u) << "three as one would be four in all";
  only_commits(false);
  daemon().advance(1s);
  EXPECT_EQ(carrier().submits.size(), 3u) << "no more than three leave as one";
  EXPECT_EQ(outbox_size(), 0u);
}

TEST_F(walk_unrecorded, each_recipient_of_a_submit_multi_counts) {
  settings.carriers[0].window = 1;
  settings.carriers[0].submit_multi_max = 50;
  carrier().answers_submits = false;
  texts_from(0, 8);
  carrier().answers_submits = true;
  carrier().answer_submits();
  daemon().advance(1s);
  std::vector<std::size_t> recipients;
  for (const auto& p : carrier().submits) recipients.push_back(p.dest_addresses.size());
  EXPECT_THAT(recipients, testing::ElementsAre(0, 3, 3, 0));
}

TEST_F(walk_unrecorded, what_waits_to_be_tried_again_holds_nobody_up) {
  carrier().judge = [](const std::string& to) { return to < resident_number(3) ? smpp::esme::rsyserr : 0u; };
  texts_from(0, 8);
  EXPECT_EQ(carrier().taken.size(), 5u);
  EXPECT_EQ(outbox_size(), 3u);
  EXPECT_EQ(gauges(), gauges_of(0, 0));
}

TEST_F(walk_unrecorded, a_link_that_falls_holds_nobody_up) {
  carrier().answers_submits = false;
  texts_from(0, 8);
  carrier().connection().close();
  daemon().advance(2s);
  EXPECT_EQ(carrier().taken.size(), 8u);
  EXPECT_EQ(outbox_size(), 0u);
}

TEST_F(walk_unrecorded, what_left_in_part_by_a_carrier_that_falls_holds_no_other_carrier_up) {
  settings.outbox.unrecorded_max = 1;
  settings.carriers[0].throughput = 1;  // so that the second part waits
  settings.carriers[0].failover = 5s;
  settings.carriers[0].profile.reserve_characters = 60;  // every menu has parts
  settings.carriers.push_back(settings.carriers[0]);
  settings.carriers[1].name = "unicom";
  auto& falls = daemon().carrier(0);
  falls.answers_submits = false;
  falls.deliver(resident_number(0), number, "龙泉国土");
  daemon().step();
  ASSERT_EQ(falls.submits.size(), 1u);
  daemon().carrier(1).deliver(resident_number(1), number, "龙泉国土");
  daemon().step();
  EXPECT_EQ(daemon().carrier(1).submits.size(), 0u);
  daemon().bind_status = smpp::esme::rbindfail;  // it does not come back
  falls.answer_submits();
  daemon().step();
  falls.connection().close();
  daemon().advance(15s);
  EXPECT_EQ(falls.submits.size(), 1u);
  EXPECT_EQ(daemon().carrier(1).taken.size(), 4u);
  EXPECT_EQ(outbox_size(), 0u);
}

TEST_F(walk_unrecorded, the_log_says_once_that_replies_are_held_and_once_that_they_leave_again) {
  std::ostringstream said;
  const auto before = spdlog::default_logger();
  spdlog::set_default_logger(
      std::make_shared<spdlog::logger>("", std::make_shared<spdlog::sinks::ostream_sink_st>(said)));
  only_commits(true);
  texts_from(0, 8);
  texts_from(8, 8);
  only_commits(false);
  daemon().advance(1s);
  spdlog::set_default_logger(before);
  const auto count = [text = said.str()](const std::string& what) {
    std::size_t found = 0;
    for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + 1)) ++found;
    return found;
  };
  EXPECT_EQ(count("replies are held: 3 were sent"), 1u) << said.str();
  EXPECT_EQ(count("replies leave again"), 1u) << said.str();
}

}  // namespace
}  // namespace duanwen::test

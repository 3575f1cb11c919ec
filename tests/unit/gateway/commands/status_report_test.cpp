// What duanwen status prints, from what a daemon tells.
#include "gateway/commands/status_report.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "admin/views/status_json.hpp"

namespace duanwen::test {
namespace {

using ::testing::HasSubstr;
using namespace std::chrono_literals;

gateway_status one_carrier() {
  gateway_status s;
  s.pid = 4711;
  s.up = 3h + 12min;
  s.store.emplace();
  s.store->outbox_entries = 12;
  s.store->dead_letters = 1;
  auto& mobile = s.carriers.emplace_back();
  mobile.name = "mobile";
  mobile.segments_per_second = 50;
  mobile.waiting = 4;
  mobile.inquiries = 100;
  mobile.replies = 90;
  mobile.links = {{"mobile/0", "bound_trx", 3, 10}, {"mobile/1", "down", 0, 10, "Connection refused"}};
  return s;
}

std::string report(const gateway_status& now) { return status_report(json_of(now), nullptr, 0ms); }

TEST(status_report, shows_links_windows_limits_waiting_and_errors) {
  EXPECT_EQ(
      report(one_carrier()),
      "duanwen 4711: ready, up 3 h 12 min\n"
      "store: it answers\n"
      "waiting: 12 replies in the store, 1 dead letter; in this process 0 inquiries, 0 replies, 0 of them "
      "sent and not recorded\n"
      "\n"
      "carrier  link      state      window  in/s  out/s  limit/s  waiting  last error\n"
      "mobile   mobile/0  bound_trx  3/10    -     -      50       4\n"
      "         mobile/1  down       0/10                                   Connection refused\n");
}

TEST(status_report, reckons_rates_from_the_look_before) {
  const auto before = one_carrier();
  auto now = before;
  now.carriers[0].inquiries += 5;
  now.carriers[0].replies += 20;
  EXPECT_THAT(status_report(json_of(now), json_of(before), 2000ms), HasSubstr("  2.5   10.0   50 "));
  EXPECT_THAT(status_report(json_of(before), json_of(now), 2000ms), HasSubstr("  -     -      50 "))
      << "counts of another process";
  auto renamed = before;
  renamed.carriers[0].name = "unicom";
  EXPECT_THAT(status_report(json_of(now), json_of(renamed), 2000ms), HasSubstr("  -     -      50 "));
}

TEST(status_report, says_what_is_wrong) {
  auto s = one_carrier();
  s.not_ready = "no carrier is bound";
  s.store_trouble = "connection refused";
  s.risks = {"appendfsync is everysec"};
  s.store.reset();
  s.replies_unrecorded = 1000;
  s.replies_held = true;
  s.carriers[0].paused = s.carriers[0].resting = s.carriers[0].fuse_tripped = true;
  s.carriers[0].segments_per_hour = 100;
  s.carriers[0].segments_per_second = 0;
  const auto text = report(s);
  EXPECT_THAT(text, HasSubstr(": not ready: no carrier is bound, up"));
  EXPECT_THAT(text, HasSubstr("store: away: connection refused\n"));
  EXPECT_THAT(text, HasSubstr("store: keeps less than is promised: appendfsync is everysec\n"));
  EXPECT_THAT(text, HasSubstr("waiting: replies are not counted yet; "));
  EXPECT_THAT(text, HasSubstr("1000 of them sent and not recorded: others are held"));
  EXPECT_THAT(text, HasSubstr("\nmobile (paused) (resting) (fuse)  mobile/0"));
}

TEST(status_report, tells_times_as_people_do) {
  const auto after = [](std::chrono::seconds up) {
    auto s = one_carrier();
    s.up = up;
    const auto text = report(s);
    return text.substr(0, text.find('\n'));
  };
  EXPECT_THAT(after(59s), HasSubstr("up 59 s"));
  EXPECT_THAT(after(60s), HasSubstr("up 1 min"));
  EXPECT_THAT(after(3600s), HasSubstr("up 1 h 0 min"));
  EXPECT_THAT(after(86400s + 7200s), HasSubstr("up 1 d 2 h"));
}

TEST(status_report, keeps_columns_where_names_are_wide) {
  // 移动 takes four columns of a terminal.
  auto s = one_carrier();
  s.carriers[0].name = "移动";
  EXPECT_THAT(report(s), HasSubstr("\n移动     mobile/0  bound"));
}

}  // namespace
}  // namespace duanwen::test

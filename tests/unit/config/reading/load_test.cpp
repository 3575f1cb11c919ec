// Values, environment and secrets.
#include "config/reading/load.hpp"

#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>

#include "tests/unit/config/support.hpp"

namespace duanwen {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(LoadConfig, AnEmptyFileIsAllDefaults) {
  // Every key may be left out.
  const auto read = parse("");
  EXPECT_THAT(lines(read.mistakes), IsEmpty());
  EXPECT_EQ(read.settings.redis.hold, seconds(8));
  EXPECT_THAT(read.settings.carriers, IsEmpty());
}

TEST(LoadConfig, ReadsEveryKindOfValue) {
  // Text, number, time, flag, enumeration, list, and both kinds of table reach their members.
  const auto read = parse(R"(
[gateway]
data_dir = "/tmp/d"
max_inquiries_in_flight = 7
stop_timeout_s = 9
[log]
json = true
level = "warning"
[[service]]
number = "1069"
extensions = { "03" = "lq-guotu" }
[[carrier]]
name = "m"
system_id = "s"
port = 12775
billing = "70/67"
long_messages = "sar"
signature = "[]"
allowed_from = ["10.0.0.0/8", "2001:db8::/32"]
data_coding = { 0 = "latin1", 200 = "gsm7-packed" }
when_unavailable = "close"
[[route]]
prefix = "86138"
carriers = ["m"]
)");
  EXPECT_THAT(lines(read.mistakes), IsEmpty());
  const auto& s = read.settings;
  EXPECT_EQ(s.gateway.data_dir, "/tmp/d");
  EXPECT_EQ(s.gateway.max_inquiries_in_flight, 7u);
  EXPECT_EQ(s.gateway.stop_timeout, seconds(9));
  EXPECT_TRUE(s.log.json);
  EXPECT_EQ(s.log.level, "warning");
  EXPECT_EQ(s.services.at(0).extensions.at("03"), "lq-guotu");
  const auto& c = s.carriers.at(0);
  EXPECT_EQ(c.port, 12775);
  EXPECT_EQ(c.profile.billing, billing_rule::seventy_67);
  EXPECT_EQ(c.profile.long_messages, long_message_form::sar);
  EXPECT_EQ(c.profile.signature, "[]");
  EXPECT_THAT(c.allowed_from, ElementsAre("10.0.0.0/8", "2001:db8::/32"));
  EXPECT_EQ(c.data_coding.at(0), "latin1");
  EXPECT_EQ(c.data_coding.at(200), "gsm7-packed");
  EXPECT_EQ(c.when_unavailable, unavailable_policy::close);
  EXPECT_THAT(s.routes.at(0).carriers, ElementsAre("m"));
}

TEST(LoadConfig, TheEnvironmentWins) {
  // Sections by their name, carriers and services by theirs; also for keys that the file leaves out.
  const auto read = parse(R"(
[redis]
url = "embedded"
[[service]]
number = "1069"
[[carrier]]
name = "mobile-2"
port = 1
)",
                          {{"DUANWEN_REDIS_URL", "redis://127.0.0.1:6379/0"},
                           {"DUANWEN_DIAL_BACKOFF_MIN_MS", "250"},
                           {"DUANWEN_LOG_JSON", "true"},
                           {"DUANWEN_SERVICE_1069_WORDING", "en"},
                           {"DUANWEN_CARRIER_MOBILE_2_SYSTEM_ID", "us"},
                           {"DUANWEN_CARRIER_MOBILE_2_PASSWORD", "pw"},
                           {"DUANWEN_CARRIER_MOBILE_2_WHEN_UNAVAILABLE", "hold"},
                           {"DUANWEN_CARRIER_MOBILE_2_ALLOWED_FROM", R"(["10.0.0.0/8"])"}});
  EXPECT_THAT(lines(read.mistakes), IsEmpty());
  EXPECT_EQ(read.settings.redis.url, "redis://127.0.0.1:6379/0");
  EXPECT_EQ(read.settings.dial.backoff_min, milliseconds(250));
  EXPECT_TRUE(read.settings.log.json);
  EXPECT_EQ(read.settings.services.at(0).wording, "en");
  const auto& c = read.settings.carriers.at(0);
  EXPECT_EQ(c.system_id, "us");
  EXPECT_EQ(c.password.reveal(), "pw");
  EXPECT_EQ(c.when_unavailable, unavailable_policy::hold);
  EXPECT_THAT(c.allowed_from, ElementsAre("10.0.0.0/8"));
}

TEST(LoadConfig, WhatTheEnvironmentSaysWrongNamesItsVariable) {
  // Line 0, since it is not in the file; and a value cannot smuggle in further keys.
  const auto read = parse("", {{"DUANWEN_REDIS_HOLD_S", "soon"}, {"DUANWEN_LOG_JSON", "true\nx = 1"}});
  EXPECT_THAT(lines(read.mistakes),
              ElementsAre("0 redis.hold_s: DUANWEN_REDIS_HOLD_S in the environment cannot be read as TOML",
                          "0 log.json: DUANWEN_LOG_JSON in the environment must be one value"));
}

TEST(LoadConfig, ASecretMayComeFromElsewhere) {
  // From a variable, or from a file beside the configuration without its last line feed.
  const auto folder = std::filesystem::path(testing::TempDir()) / "duanwen_secret_test";
  std::filesystem::create_directories(folder);
  std::ofstream(folder / "pw") << "filed\n";
  const auto toml = R"(
[[carrier]]
name = "a"
system_id = "s"
password = { env = "PW" }
[[carrier]]
name = "b"
system_id = "s"
password = { file = "pw" }
)";
  const auto read = parse_config(toml, (folder / "duanwen.toml").string(), variables({{"PW", "fromenv"}}));
  std::filesystem::remove_all(folder);
  EXPECT_THAT(lines(read.mistakes), IsEmpty());
  EXPECT_EQ(read.settings.carriers.at(0).password.reveal(), "fromenv");
  EXPECT_EQ(read.settings.carriers.at(1).password.reveal(), "filed");
}

TEST(LoadConfig, AFileThatIsNotThereIsAMistake) {
  // Not an exception, and not an empty configuration; a folder is no file either.
  EXPECT_THAT(lines(load_config("/nowhere/duanwen.toml", variables({})).mistakes),
              ElementsAre("0 : cannot be read"));
  EXPECT_THAT(lines(load_config("/tmp", variables({})).mistakes), ElementsAre("0 : cannot be read"));
}

TEST(LoadConfig, AServiceNeedsItsWording) {
  // A language without a file is found when the configuration is read, not when a resident texts.
  const auto path = testing::TempDir() + "duanwen_wording_test.toml";
  std::ofstream(path) << "[[service]]\nnumber = \"1069\"\nwording = \"xx-none\"\n";
  const auto read = load_config(path, variables({}));
  std::filesystem::remove(path);
  EXPECT_THAT(lines(read.mistakes), ElementsAre("3 service[0].wording: there is no wording/xx-none.toml "
                                                "beside the configuration"));
}

}  // namespace
}  // namespace duanwen

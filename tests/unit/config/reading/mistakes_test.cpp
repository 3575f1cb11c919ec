// Every mistake of a file is told in one run, with its line and key.
#include <gmock/gmock.h>

#include "tests/unit/config/support.hpp"

namespace duanwen {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

TEST(Mistakes, AreToldAllAtOnce) {
  // One of each kind in one file: all of them come back, in the order of the lines.
  const auto read = parse(R"([gateway]
data_dri = "/x"
stop_timeout_s = "30"
max_inquiries_in_flight = 0
[log]
level = "loud"
[rediss]
[[service]]
wording = "zh-CN"
[[carrier]]
name = "m"
port = 70000
mode = "dial"
data_coding = { 8 = "utf9" }
[[carrier]]
name = "m"
system_id = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef!"
[[route]]
prefix = "86138"
carriers = ["m", "absent", "gone"]
)");
  EXPECT_THAT(
      lines(read.mistakes),
      ElementsAre(
          "2 gateway.data_dri: unknown key; did you mean data_dir?",
          "3 gateway.stop_timeout_s: must be a whole number from 1 to 3600",
          "4 gateway.max_inquiries_in_flight: must be a whole number from 1 to 1000000",
          "6 log.level: must be one of trace, debug, info, warning, error, off",
          "7 rediss: unknown key; did you mean redis?", "8 service[0].number: is missing and has no default",
          "10 carrier[0].system_id: is missing and has no default",
          "12 carrier[0].port: must be a whole number from 1 to 65535",
          "13 carrier[0].mode: must be one of connect, listen",
          "14 carrier[0].data_coding: 8 must be one of gsm7, gsm7-packed, ascii, latin1, utf8, ucs2, gbk",
          "16 carrier[1].name: m is there twice", "17 carrier[1].system_id: must have 1 to 64 octets, not 65",
          "20 route[0].carriers: there is no carrier absent",
          "20 route[0].carriers: there is no carrier gone"));
}

TEST(Mistakes, BracketsOfSections) {
  // [carrier] for [[carrier]] and the other way round are explained.
  EXPECT_THAT(lines(parse("[carrier]\nname = \"m\"\n[[redis]]\nhold_s = 1\n").mistakes),
              ElementsAre("1 carrier: must be written as [[carrier]], once for each",
                          "3 redis: must be written as [redis], once"));
}

TEST(Mistakes, ASlipOfSyntaxHasItsLine) {
  // What TOML itself refuses stands alone, since nothing behind it can be told apart.
  const auto mistakes = parse("[redis]\nhold_s = 8\nhold_s = 9\n").mistakes;
  ASSERT_EQ(mistakes.size(), 1u);
  EXPECT_EQ(mistakes[0].line, 3u);
}

TEST(Mistakes, NeverRepeatASecret) {
  // Neither a password nor the address of Redis, which may hold one.
  const auto read = parse(R"([redis]
url = "redis://:hunter2@/x"
[[carrier]]
name = "m"
system_id = "s"
password = "hunter2-too-long-by-far-for-any-account-that-was-ever-given-out-to-us"
)");
  ASSERT_EQ(read.mistakes.size(), 2u);
  for (const auto& line : lines(read.mistakes)) EXPECT_THAT(line, testing::Not(HasSubstr("hunter2")));
}

TEST(Mistakes, ASecretThatIsNotThere) {
  // The variable or file is named.
  const auto read = parse(R"([[carrier]]
name = "m"
system_id = "s"
password = { env = "ABSENT" }
[[carrier]]
name = "n"
system_id = "s"
password = { file = "/nowhere/pw" }
[[carrier]]
name = "o"
system_id = "s"
password = { vault = "x" }
)");
  EXPECT_THAT(
      lines(read.mistakes),
      ElementsAre("4 carrier[0].password: the variable ABSENT is not set",
                  "8 carrier[1].password: cannot read the file /nowhere/pw",
                  "12 carrier[2].password: must be a text, { env = \"NAME\" } or { file = \"path\" }"));
}

TEST(Mistakes, AdminBeyondLoopbackNeedsTls) {
  // Tokens would go over the wire in the clear.
  EXPECT_THAT(lines(parse("[admin]\nlisten = \"0.0.0.0:8080\"\n").mistakes),
              ElementsAre("2 admin.listen: is reachable from other machines, which needs tls_certificate and "
                          "tls_key"));
  EXPECT_THAT(lines(parse("[admin]\nlisten = \"8080\"\ntls_key = \"k\"\n").mistakes),
              ElementsAre("2 admin.listen: must be host:port, as 127.0.0.1:8080 or [::1]:8080; write "
                          "\"127.0.0.1:8080\"",
                          "3 admin.tls_key: needs tls_certificate as well"));
  for (const auto* fine : {"127.0.0.1:0", "127.8.9.1:80", "localhost:8080", "[::1]:8080"})
    EXPECT_THAT(lines(parse("[admin]\nlisten = \"" + std::string(fine) + "\"\n").mistakes), IsEmpty())
        << fine;
  EXPECT_THAT(lines(parse("[admin]\nlisten=\"[::]:1\"\ntls_certificate=\"c\"\ntls_key=\"k\"\n").mistakes),
              IsEmpty());
}

TEST(Mistakes, FormsOfRedisUrl) {
  // Every form of the documentation is known, and what is malformed is refused.
  const auto of = [](const std::string& url) {
    return lines(parse("[redis]\nurl = \"" + url + "\"\n").mistakes);
  };
  for (const auto* fine :
       {"embedded", "redis://h", "redis://h:1", "redis://:pw@h:6379/2", "redis://u:p@[::1]:1",
        "rediss://h:6380/0", "unix:///run/redis.sock", "sentinel://a:1,b:2/main", "cluster://a:1,b:2"})
    EXPECT_THAT(of(fine), IsEmpty()) << fine;
  for (const auto* wrong : {"", "redis", "http://h:1", "redis://", "redis://h:x", "redis://h:1/db",
                            "unix://x", "redis://h:70000", "sentinel://a:1,b:2", "cluster://a"})
    EXPECT_EQ(of(wrong).size(), 1u) << wrong;
}

TEST(Mistakes, NumbersThatResidentsTextAreUnique) {
  // A number with its extension may not be another number, and both are digits.
  const auto read = parse(R"([[service]]
number = "1069"
extensions = { "03" = "a", "x" = "b", "4" = "" }
[[service]]
number = "106903"
[[service]]
number = "1069"
[[service]]
number = "+1069"
)");
  EXPECT_THAT(
      lines(read.mistakes),
      ElementsAre("3 service[0].extensions: 4 needs a department's id",
                  "3 service[0].extensions: the extension \"x\" must be digits, with the number not over 20",
                  "5 service[1].number: 106903 is there twice", "7 service[2].number: 1069 is there twice",
                  "9 service[3].number: must be digits; write \"1069\""));
}

TEST(Mistakes, ValuesThatMustFitTogether) {
  // Limits that contradict each other, a time zone nobody has, a signature of one bracket, a network that is
  // none.
  const auto read = parse(R"([gateway]
time_zone = "Asia/Shanghia"
country_code = "+86"
[outbox]
retry_first_s = 400
retry_max_s = 300
[dial]
backoff_min_ms = 31000
[[carrier]]
name = "m"
system_id = "s"
signature = "【"
allowed_from = ["10.0.0.0/33", "here"]
tls_certificate = "c"
[[route]]
prefix = "+86"
carriers = []
)");
  EXPECT_THAT(
      lines(read.mistakes),
      ElementsAre("2 gateway.time_zone: must be a known time zone, as Asia/Shanghai",
                  "3 gateway.country_code: must be digits, as 86",
                  "5 outbox.retry_first_s: is above retry_max_s",
                  "8 dial.backoff_min_ms: is above backoff_max_s",
                  "12 carrier[0].signature: must be an opening and a closing bracket, as \"【】\" or \"[]\", "
                  "or \"\"",
                  "13 carrier[0].allowed_from: 10.0.0.0/33 must be a network, as 10.0.0.0/8",
                  "13 carrier[0].allowed_from: here must be a network, as 10.0.0.0/8",
                  "14 carrier[0].tls_certificate: needs tls_key as well",
                  "16 route[0].prefix: must be digits with the country code, as 86138; write \"86\"",
                  "17 route[0].carriers: may not be empty"));
}

}  // namespace
}  // namespace duanwen

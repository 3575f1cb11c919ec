// Hosts and listen addresses as they are meant and as people write them.
#include "config/addresses/host.hpp"

#include <gtest/gtest.h>

#include "config/addresses/address.hpp"
#include "config/addresses/as_meant.hpp"
#include "config/addresses/listen_address.hpp"

namespace duanwen {
namespace {

constexpr auto by_example = "must be a name or an address, as smpp.example.com, 192.0.2.10 or 2001:db8::10";

std::string instead(const std::string& host, const std::string& port = "") {
  return "must be a name or an address and nothing else; write \"" + host + '"' +
         (port.empty() ? "" : " and port = " + port);
}

TEST(Hosts, NamesAndAddresses) {
  const auto long_label = std::string(63, 'a') + ".example";
  for (const auto* fine : {"127.0.0.1", "::1", "2001:db8::10", "::ffff:192.0.2.1", "fe80::1%eth0", "smpp",
                           "a", "smpp.example.com", "smpp.example.com.", "SMPP-1.example", "sms_gw",
                           "3com.example", "xn--fiqs8s", long_label.c_str()})
    EXPECT_EQ(judge_host(fine), "") << fine;
}

TEST(Hosts, WhatIsPlainlyMeantIsWhatToWrite) {
  // Brackets, schemes, ports, paths, users, blanks of every kind, full-width characters.
  EXPECT_EQ(judge_host("[::1]"), instead("::1"));
  EXPECT_EQ(judge_host("[::1]:2775"), instead("::1", "2775"));
  EXPECT_EQ(judge_host("smpp://x"), instead("x"));
  EXPECT_EQ(judge_host("smpps://user@smpp.example.com:3550/path?q"), instead("smpp.example.com", "3550"));
  EXPECT_EQ(judge_host("1.2.3.4:2775"), instead("1.2.3.4", "2775"));
  EXPECT_EQ(judge_host("smpp.example.com:2775"), instead("smpp.example.com", "2775"));
  EXPECT_EQ(judge_host("1.2.3.4/24"), instead("1.2.3.4"));
  EXPECT_EQ(judge_host("1.2.3.4:"), instead("1.2.3.4"));
  for (const auto* blank : {" 1.2.3.4", "1.2.3.4 ", "\t1.2.3.4\t", "1.2.3.4\xC2\xA0", "　1.2.3.4",
                            "\xEF\xBB\xBF"
                            "1.2.3.4"})
    EXPECT_EQ(judge_host(blank), instead("1.2.3.4")) << blank;
  EXPECT_EQ(judge_host("１２７．０．０．１"), instead("127.0.0.1"));
  EXPECT_EQ(judge_host("127。0。0。1：2775"), instead("127.0.0.1", "2775"));
  EXPECT_EQ(judge_host("ｓｍｐｐ．Ｅｘａｍｐｌｅ"), instead("smpp.Example"));
}

TEST(Hosts, WhatIsNeitherIsTold) {
  const auto too_long_label = std::string(64, 'a'), too_long = std::string(254, 'a');
  for (const auto* wrong : {"1.2.3",
                            "1.2.3.400",
                            "1.2.3.4.5",
                            "010.0.0.1",
                            "1234",
                            "a..b",
                            ".a",
                            "-a",
                            "a-",
                            "a b",
                            "移动",
                            "*",
                            "a,b",
                            "::1::2",
                            "1.2.3.4%eth0",
                            "fe80::1%",
                            too_long_label.c_str(),
                            too_long.c_str(),
                            "[::1",
                            "smpp://",
                            "a;b"})
    EXPECT_EQ(judge_host(wrong), by_example) << wrong;
}

TEST(ListenAddresses, AreThoseOfThisMachine) {
  const listen_rule carriers{"0.0.0.0", 2775, false, false}, admin{"127.0.0.1", 8080, true, true};
  for (const auto* fine : {"0.0.0.0:2775", "127.0.0.1:1", "[::]:2775", "[::1]:65535", "localhost:2775"}) {
    EXPECT_FALSE(judge_listen(fine, carriers)) << fine;
    EXPECT_FALSE(judge_listen(fine, admin)) << fine;
  }
  EXPECT_FALSE(judge_listen("gateway.example:8080", admin));
  EXPECT_FALSE(judge_listen("127.0.0.1:0", admin));
  EXPECT_EQ(judge_listen("gateway.example:2775", carriers), ", by an address of this machine and no name");
  EXPECT_EQ(judge_listen("127.0.0.1:0", carriers), "; write \"127.0.0.1:2775\"");
}

TEST(ListenAddresses, WhatIsPlainlyMeantIsWhatToWrite) {
  const listen_rule rule{"0.0.0.0", 2775, false, false};
  const std::pair<const char*, const char*> written[] = {{"2775", "0.0.0.0:2775"},
                                                         {":2776", "0.0.0.0:2776"},
                                                         {"*:2775", "0.0.0.0:2775"},
                                                         {"0.0.0.0", "0.0.0.0:2775"},
                                                         {"::1:2776", "[::1]:2776"},
                                                         {":::2776", "[::]:2776"},
                                                         {"::", "[::]:2775"},
                                                         {"[::]", "[::]:2775"},
                                                         {"2001:db8::1", "[2001:db8::1]:2775"},
                                                         {"0.0.0.0:2775 ", "0.0.0.0:2775"},
                                                         {"\t0.0.0.0:2775", "0.0.0.0:2775"},
                                                         {"smpp://0.0.0.0:2776/", "0.0.0.0:2776"},
                                                         {"0.0.0.0：2775", "0.0.0.0:2775"}};
  for (const auto& [wrong, right] : written)
    EXPECT_EQ(judge_listen(wrong, rule), "; write \"" + std::string(right) + '"') << wrong;
  for (const auto* wrong : {"", " ", "0.0.0.0:x", "0.0.0.0:70000", "1.2.3:2775", "a b:2775"})
    EXPECT_EQ(judge_listen(wrong, rule), "") << wrong;
}

TEST(Networks, WhatIsPlainlyMeantIsWhatToWrite) {
  EXPECT_EQ(judge_network("10.0.0.0/8"), "");
  EXPECT_EQ(judge_network("2001:db8::/32"), "");
  EXPECT_EQ(judge_network(" 10.0.0.0/8"),
            " 10.0.0.0/8 must be a network, as 10.0.0.0/8; write \"10.0.0.0/8\"");
  EXPECT_EQ(judge_network("[::1]"), "[::1] must be a network, as 10.0.0.0/8; write \"::1\"");
  EXPECT_EQ(judge_network("10.0.0.0 / 8"),
            "10.0.0.0 / 8 must be a network, as 10.0.0.0/8; write \"10.0.0.0/8\"");
  EXPECT_EQ(judge_network(""), "\"\" must be a network, as 10.0.0.0/8");
  EXPECT_EQ(judge_network("10.0.0.0/33"), "10.0.0.0/33 must be a network, as 10.0.0.0/8");
}

TEST(Digits, AsPeopleWriteNumbers) {
  EXPECT_EQ(digits_meant("+86 138"), "86138");
  EXPECT_EQ(digits_meant("0086-138"), "86138");
  EXPECT_EQ(digits_meant(" １０６９ "), "1069");
  EXPECT_EQ(digits_meant("1069"), "1069");
}

TEST(Paths, AreThoseOfFiles) {
  for (const auto* fine : {"", "/etc/x.pem", "x.pem", "/a b/c"}) EXPECT_EQ(judge_path(fine), "") << fine;
  EXPECT_EQ(judge_path("/etc/x.pem "), "begins or ends with a blank; write \"/etc/x.pem\"");
  EXPECT_EQ(judge_path("file:///etc/x.pem"), "must be a path; write \"/etc/x.pem\"");
  EXPECT_EQ(judge_path("~/x.pem"), "is not completed by a shell; write the folder that ~ stands for");
}

}  // namespace
}  // namespace duanwen

// Whom we never answer.
#include "gateway/inquiries/senders.hpp"

#include <gtest/gtest.h>

#include "config/addresses/port_range.hpp"

namespace duanwen {
namespace {

config two_services() {
  config settings;
  settings.services.resize(2);
  settings.services[0].number = "10690001";
  settings.services[0].extensions["03"] = "guotu";
  settings.services[1].number = "12345";
  return settings;
}

TEST(senders, every_form_of_a_number_of_ours_is_ours) {
  const auto settings = two_services();
  for (const std::string number :
       {"10690001", "1069000103", "1069000177", "10690001123456", "12345", "1234501"})
    for (const std::string before : {"", "+", "86", "+86", "0086", "00"})
      EXPECT_TRUE(is_own_number(settings, before + number)) << before + number;
}

TEST(senders, a_number_that_begins_like_ours_is_its_holders) {
  auto settings = two_services();
  settings.services[1].number = "13800";
  for (const auto* number : {"13800000001", "8613800000001", "+8613800000001", "1069000", "10690002", "",
                             "86", "1234", "CMCC", "106900010x"})
    EXPECT_FALSE(is_own_number(settings, number)) << number;
}

TEST(senders, that_are_listed_are_ignored_in_every_form) {
  service_settings service;
  service.ignored_senders = {"106*", "9588800"};
  for (const auto* number : {"10650001", "1069088812345", "8610650001", "+8610650001", "008610650001",
                             "+10650001", "9588800", "869588800"})
    EXPECT_TRUE(is_ignored_sender(service, number, "86")) << number;
  for (const auto* number : {"13800000001", "95888001", "8613810600000", "+4910650001", "10", ""})
    EXPECT_FALSE(is_ignored_sender(service, number, "86")) << number;
  EXPECT_TRUE(is_ignored_sender(service_settings(), "10657000", "86"));
  EXPECT_TRUE(is_ignored_sender(service_settings(), "100869999", "86"));
}

TEST(senders, ports_are_listed_one_by_one_or_as_ranges) {
  service_settings service;
  EXPECT_FALSE(has_ignored_port(service, {}));
  for (const int port : {1, 226, 2948, 5505, 9204, 49999, 65535})
    EXPECT_TRUE(has_ignored_port(service, {static_cast<std::uint16_t>(port)})) << port;
  service.ignored_ports = {"2948", "9200-9207"};
  EXPECT_TRUE(has_ignored_port(service, {1, 2948}));
  EXPECT_TRUE(has_ignored_port(service, {9207}));
  EXPECT_FALSE(has_ignored_port(service, {9208, 226}));
  for (const auto* wrong : {"", "0", "65536", "9207-9200", "a", "1-", "-1", "1-2-3", "99999999999"})
    EXPECT_FALSE(parse_port_range(wrong)) << wrong;
}

}  // namespace
}  // namespace duanwen

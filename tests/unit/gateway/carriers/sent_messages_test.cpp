// What is remembered of messages that carriers accepted.
#include "gateway/carriers/sent_messages.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace duanwen {
namespace {

using ::testing::ElementsAre;

sent_message sent_to(const std::string& msisdn, const std::string& id,
                     const std::string& carrier = "mobile") {
  sent_message one;
  one.carrier = carrier;
  one.message_id = id;
  one.msisdn = msisdn;
  return one;
}

std::vector<std::string> ids_of(const std::vector<sent_message>& all) {
  std::vector<std::string> ids;
  for (const auto& one : all) ids.push_back(one.message_id);
  return ids;
}

TEST(sent_messages, are_found_by_carrier_and_id_in_either_case) {
  sent_messages all(10);
  all.accepted(sent_to("8613800000001", "00ab"));
  all.accepted(sent_to("8613800000002", "00ab", "unicom"));
  ASSERT_EQ(all.find("mobile", "AB", "").size(), 1u);
  EXPECT_EQ(all.find("mobile", "AB", "")[0].message_id, "00ab") << "as the carrier spelled it";
  EXPECT_EQ(all.find("unicom", "00ab", "")[0].msisdn, "8613800000002");
  EXPECT_TRUE(all.find("telecom", "00ab", "").empty());
  EXPECT_TRUE(all.find("mobile", "00ac", "").empty());
}

TEST(sent_messages, of_one_id_are_told_apart_by_resident) {
  sent_messages all(10);
  all.accepted(sent_to("8613800000001", "7"));
  all.accepted(sent_to("8613800000002", "7"));
  EXPECT_EQ(all.find("mobile", "7", "").size(), 2u);
  EXPECT_EQ(all.find("mobile", "7", "8613800000002").size(), 1u);
  EXPECT_TRUE(all.find("mobile", "7", "8613800000003").empty());
}

TEST(sent_messages, an_id_given_again_is_the_newer_message) {
  sent_messages all(10);
  auto first = sent_to("8613800000001", "7"), second = first;
  first.source_addr = "10690001";
  second.source_addr = "10690002";
  all.accepted(first);
  all.accepted(second);
  ASSERT_EQ(all.find("mobile", "7", "").size(), 1u);
  EXPECT_EQ(all.find("mobile", "7", "")[0].source_addr, "10690002");
}

TEST(sent_messages, the_oldest_are_forgotten_first) {
  sent_messages all(3);
  for (const auto* id : {"1", "2", "3", "4"}) all.accepted(sent_to("8613800000001", id));
  EXPECT_TRUE(all.find("mobile", "1", "").empty());
  EXPECT_THAT(ids_of(all.newest("mobile", "", 10)), ElementsAre("4", "3", "2"));
  sent_messages none(0);
  none.accepted(sent_to("8613800000001", "1"));
  EXPECT_TRUE(none.newest("mobile", "", 10).empty());
}

TEST(sent_messages, of_a_carrier_that_gives_all_one_id_the_oldest_are_forgotten_first) {
  sent_messages all(2);
  for (const auto* to : {"8613800000003", "8613800000001", "8613800000002"}) all.accepted(sent_to(to, "1"));
  EXPECT_TRUE(all.find("mobile", "1", "8613800000003").empty());
  EXPECT_EQ(all.find("mobile", "1", "").size(), 2u);
}

TEST(sent_messages, the_newest_of_a_resident_come_first_and_only_so_many) {
  sent_messages all(10);
  for (const auto* id : {"1", "2", "3"}) all.accepted(sent_to("8613800000001", id));
  all.accepted(sent_to("8613800000002", "4"));
  all.accepted(sent_to("8613800000001", "5", "unicom"));
  EXPECT_THAT(ids_of(all.newest("mobile", "8613800000001", 2)), ElementsAre("3", "2"));
  EXPECT_THAT(ids_of(all.newest("mobile", "", 1)), ElementsAre("4"));
}

TEST(sent_messages, keep_what_a_question_has_to_repeat) {
  outgoing_segment segment;
  segment.submit.source_addr = "1069000103";
  segment.submit.source_addr_ton = 2;
  segment.submit.source_addr_npi = 3;
  segment.submit.destination_addr = "13800000001";
  segment.submit.dest_addr_ton = 4;
  segment.submit.dest_addr_npi = 5;
  segment.submit.data_coding = 8;
  segment.submit.registered_delivery = 1;
  segment.part = 2;
  segment.parts = 3;
  const auto one = sent_as(segment, "7");
  EXPECT_EQ(one.message_id + ' ' + one.source_addr + ' ' + one.destination_addr, "7 1069000103 13800000001");
  EXPECT_THAT((std::vector<int>{one.source_addr_ton, one.source_addr_npi, one.dest_addr_ton,
                                one.dest_addr_npi, one.data_coding, one.registered_delivery}),
              ElementsAre(2, 3, 4, 5, 8, 1));
  EXPECT_EQ(one.part, 2u);
  EXPECT_EQ(one.parts, 3u);
  EXPECT_TRUE(one.plain);
  segment.submit.esm_class = 0x40;
  EXPECT_FALSE(sent_as(segment, "7").plain);
  segment.submit.esm_class = 0;
  segment.submit.tlvs.push_back({0x0424, "x"});
  EXPECT_FALSE(sent_as(segment, "7").plain);
}

}  // namespace
}  // namespace duanwen

// The pure pieces of outbound: who joins whom, and what a submit_multi_resp says.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "gateway/replies/multi_response.hpp"
#include "gateway/replies/outbound_job.hpp"
#include "gateway/smpp/pdu/command_status.hpp"

namespace duanwen {
namespace {

using testing::ElementsAre;

outbox_entry detail(const std::string& text) {
  outbox_entry e;
  e.joins = true;
  e.source = "10690001";
  e.destination = "13800000001";
  e.answer.signature_name = "国土";
  e.answer.blocks.push_back({text, "guotu", 1});
  return e;
}

TEST(joining, goes_on_while_all_may_join_and_fit) {
  const auto long_one = [] {
    std::string text;
    for (int i = 0; i < 60; ++i) text += "字";
    return detail(text);
  }();
  std::deque<outbox_entry> entries(3, long_one);
  EXPECT_EQ(joinable(entries, {}, 4), 3u);
  EXPECT_EQ(joinable(entries, {}, 2), 2u);
  EXPECT_EQ(joinable(entries, {}, 1), 1u) << "the first goes whatever it takes";
  entries[1].joins = false;
  EXPECT_EQ(joinable(entries, {}, 4), 1u);
}

TEST(joining, needs_the_same_signature_and_the_same_addresses) {
  const auto one = detail("1");
  EXPECT_TRUE(may_join(one, detail("2")));
  for (auto change : std::vector<void (*)(outbox_entry&)>{
           [](outbox_entry& e) { e.answer.signature_name = "工商"; },
           [](outbox_entry& e) { e.source = "1069000103"; },
           [](outbox_entry& e) { e.destination = "+8613800000001"; },
           [](outbox_entry& e) { e.joins = false; },
       }) {
    auto other = detail("2");
    change(other);
    EXPECT_FALSE(may_join(one, other));
    EXPECT_FALSE(may_join(other, one));
  }
}

TEST(packing, for_another_carrier_leaves_out_what_was_accepted_whole_and_keeps_what_it_cost) {
  std::string text;
  for (int i = 0; i < 64; ++i) text += "字";
  outbound_job job;
  job.entries = {detail("先要" + text), detail("别的" + text)};
  carrier_settings carrier;
  carrier.name = "mobile";
  join(job, 2);
  pack_for(job, carrier, 1);
  ASSERT_EQ(job.segments.size(), 2u) << "two plain messages";
  job.accept(job.segments[0], 45);
  EXPECT_TRUE(job.is_said(0));
  EXPECT_FALSE(job.is_said(1));
  carrier.name = "backup";
  pack_for(job, carrier, 2);
  ASSERT_EQ(job.segments.size(), 1u);
  EXPECT_TRUE(job.is_said(0)) << "by the first carrier";
  EXPECT_FALSE(job.is_said(1));
  job.accept(job.segments[0], 60);
  EXPECT_TRUE(job.is_said(1));
  EXPECT_EQ(job.segments_accepted, 2u);
  EXPECT_EQ(job.cost_li, 105u);
  EXPECT_EQ(job.one_by_one_li, 90u);
}

std::vector<std::uint32_t> statuses(const std::vector<recipient_outcome>& outcomes) {
  std::vector<std::uint32_t> all;
  for (const auto& one : outcomes) all.push_back(one.command_status);
  return all;
}

class multi_response : public testing::Test {
 protected:
  void names(const std::string& who, std::uint32_t status) {
    response.unsuccess_smes.push_back({1, 1, who, status});
  }
  auto outcomes() { return outcomes_of({"13800000001", "8613800000002", "13800000003"}, response, "86"); }
  smpp::pdu response = smpp::make_pdu(smpp::command::submit_multi_resp);
};

TEST_F(multi_response, who_is_not_named_has_it) { EXPECT_THAT(statuses(outcomes()), ElementsAre(0, 0, 0)); }

TEST_F(multi_response, who_is_named_has_a_status_of_its_own_in_whatever_form_the_number_comes_back) {
  names("+8613800000001", smpp::esme::rinvdstadr);
  names("13800000002", smpp::esme::rthrottled);
  EXPECT_THAT(statuses(outcomes()), ElementsAre(smpp::esme::rinvdstadr, smpp::esme::rthrottled, 0));
  EXPECT_TRUE(outcomes()[0].its_own);
}

TEST_F(multi_response, refused_as_a_whole_it_says_nothing_of_anybody) {
  response.command_status = smpp::esme::rsubmitfail;
  for (const auto& one : outcomes()) {
    EXPECT_EQ(one.command_status, smpp::esme::rsubmitfail);
    EXPECT_FALSE(one.its_own);
  }
}

TEST_F(multi_response, where_a_stranger_is_named_nobody_unnamed_is_taken_for_told) {
  names("19900000000", smpp::esme::rinvdstadr);
  names("13800000003", smpp::esme::rinvdstadr);
  EXPECT_THAT(statuses(outcomes()),
              ElementsAre(smpp::esme::runknownerr, smpp::esme::runknownerr, smpp::esme::rinvdstadr));
}

}  // namespace
}  // namespace duanwen

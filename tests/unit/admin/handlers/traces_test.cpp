// Looking residents up, what nobody understood, forgetting, and who did what.
#include "admin/views/receipt_words.hpp"
#include "tests/unit/admin/support.hpp"

namespace duanwen {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

class ApiTraces : public Api {
 protected:
  void asked(const std::string& msisdn, const std::string& text, const std::string& unmatched = "") {
    inquiry_commit c;
    c.key = {"10690001", msisdn};
    c.expected_revision = store_.ask(store_.data().load_conversation(c.key)).revision;
    c.trace.emplace();
    c.trace->msisdn = msisdn;
    c.trace->service = "10690001";
    c.trace->carrier = "mobile";
    c.trace->outcome = "menu";
    c.trace->matched = "exact";
    c.trace->segments = 2;
    c.trace->text = text;
    c.trace->mark = 7;
    c.unmatched = unmatched;
    c.day = "2027-01-15";
    store_.ask(store_.data().commit(c));
  }
  std::vector<std::string> done() {
    std::vector<std::string> all;
    const auto reply = get("/api/v1/audit");
    for (const auto& one : reply.body.at("audit"))
      all.push_back(one.at("who").get<std::string>() + ' ' + one.at("what").get<std::string>());
    return all;
  }
};

TEST_F(ApiTraces, AResidentIsLookedUpByAnyFormOfTheNumber) {
  // And shown masked, with what became of each inquiry.
  asked("8613800000001", "龙泉国土");
  asked("8613900000002", "别人");
  const auto reply = post("/api/v1/inquiries/search", {{"msisdn", "13800000001"}, {"since", "2027-01-15"}});
  ASSERT_EQ(reply.body.at("inquiries").size(), 1u) << reply.text;
  const auto& one = reply.body.at("inquiries")[0];
  EXPECT_EQ(one.at("text"), "龙泉国土");
  EXPECT_EQ(one.at("outcome"), "menu");
  EXPECT_EQ(one.at("segments"), 2);
  EXPECT_EQ(one.at("at_ms"), 1'800'000'000'000);
  EXPECT_THAT(reply.text, Not(HasSubstr("13800000001")));
  const auto later =
      post("/api/v1/inquiries/search", {{"msisdn", "+8613800000001"}, {"since", "2027-01-16"}});
  EXPECT_EQ(later.body.at("inquiries"), json::array());
}

TEST_F(ApiTraces, WhatBecameOfTheReplyIsToldInWords) {
  // Segment by segment, as receipts told it.
  asked("8613800000001", "龙泉国土");
  receipt_record told;
  told.came = 1'800'000'001'000;
  told.msisdn = "8613800000001";
  told.marks = {7};
  told.carrier = "unicom";
  told.state = "DELIVRD";
  told.error = "000";
  told.segments = 2;
  auto failed = told;
  failed.state = "UNDELIV";
  failed.error = "3:27";
  failed.segment = 2;
  ASSERT_TRUE(store_.ask(store_.data().note_receipts({told, failed})));
  const auto reply = post("/api/v1/inquiries/search", {{"msisdn", "13800000001"}});
  const auto& receipts = reply.body.at("inquiries").at(0).at("receipts");
  ASSERT_EQ(receipts.size(), 2u) << reply.text;
  EXPECT_EQ(receipts[0], json({{"at_ms", 1'800'000'001'000},
                               {"carrier", "unicom"},
                               {"state", "DELIVRD"},
                               {"error", "000"},
                               {"words", "delivered"},
                               {"segment", 1},
                               {"segments", 2}}));
  EXPECT_EQ(receipts[1].at("words"),
            "could not be delivered; the carrier's code 3:27, in GSM 29.002 absent subscriber");
}

TEST(ReceiptWords, SayTheStateAndWhatTheCodeMayMean) {
  // A code that no table knows stays the carrier's own.
  EXPECT_EQ(words_of_receipt("EXPIRED", ""), "the carrier tried until its validity period was over");
  EXPECT_EQ(words_of_receipt("UNDELIV", "MK:0001"),
            "could not be delivered; the carrier's code MK:0001, in GSM "
            "29.002 unknown subscriber");
  EXPECT_EQ(words_of_receipt("UNDELIV", "CB:0001"), "could not be delivered; the carrier's code CB:0001");
  EXPECT_EQ(words_of_receipt("REJECTD", "999"), "rejected by the carrier; the carrier's code 999");
  EXPECT_EQ(words_of_receipt("NEW", "0"), "NEW");
}

TEST_F(ApiTraces, SearchesThatCannotBe) {
  // No telephone, no day, or for who is no admin.
  const auto problem = [&](const json& body) { return post("/api/v1/inquiries/search", body).problem(); };
  EXPECT_EQ(problem(json::object()), "invalid");
  EXPECT_EQ(problem({{"msisdn", "95588"}}), "invalid");
  EXPECT_EQ(problem({{"msisdn", 13800000001}}), "invalid");
  EXPECT_EQ(problem({{"msisdn", "13800000001"}, {"since", "yesterday"}}), "bad-query");
  EXPECT_EQ(problem({{"msisdn", "13800000001"}, {"since", 5}}), "bad-query");
  token_ = tokens_["viewer"];
  EXPECT_EQ(problem({{"msisdn", "13800000001"}}), "forbidden");
}

TEST_F(ApiTraces, WhatMeantNothingIsMostFrequentFirst) {
  // Without whose it was.
  asked("8613800000001", "", "彩票");
  asked("8613800000001", "", "天气");
  asked("8613900000002", "", "天气");
  const auto reply = get("/api/v1/unmatched?since=2027-01-15");
  EXPECT_EQ(reply.body.at("unmatched"),
            json::parse(R"([{"text": "天气", "times": 2}, {"text": "彩票", "times": 1}])"));
  EXPECT_EQ(get("/api/v1/unmatched?limit=1").body.at("unmatched").size(), 1u);
  EXPECT_EQ(get("/api/v1/unmatched?since=2027-01-16").body.at("unmatched"), json::array());
  EXPECT_EQ(get("/api/v1/unmatched?since=x").problem(), "bad-query");
}

TEST_F(ApiTraces, AForgottenResidentIsNotFoundAnyMore) {
  // And the audit does not hold the number either.
  asked("8613800000001", "龙泉国土");
  EXPECT_EQ(remove("/api/v1/residents/13800000001").body, json({{"inquiries", 1}, {"dead_letters", 0}}));
  EXPECT_EQ(post("/api/v1/inquiries/search", {{"msisdn", "13800000001"}}).body.at("inquiries"),
            json::array());
  EXPECT_EQ(remove("/api/v1/residents/abc").problem(), "invalid");
  for (const auto* unknown : {"13800000001", "+85291234567", "13900000009"})
    EXPECT_EQ(remove(std::string("/api/v1/residents/") + unknown).problem(), "not-found") << unknown;
  EXPECT_THAT(done(), ElementsAre("admin POST /api/v1/inquiries/search",
                                  "admin DELETE /api/v1/residents/138****0001"));
}

TEST_F(ApiTraces, EveryChangeIsRemembered) {
  // By whom and what; not what only read, was refused, or was a try.
  fill();
  put("/api/v1/areas/xj", {{"id", "xj"}, {"name", "新津"}, {"level", "district"}});
  put("/api/v1/areas/xj", {{"id", "xj"}});
  get("/api/v1/areas/xj");
  post("/api/v1/import?dry_run=1", json::object());
  post("/api/v1/preview", {{"from", "13800000001"}, {"to", "10690001"}, {"text", "1"}});
  token_ = tokens_["editor"];
  remove("/api/v1/departments/lq-guotu/items/1");
  remove("/api/v1/areas/xj");
  token_ = tokens_["admin"];
  EXPECT_THAT(done(), testing::UnorderedElementsAre("editor DELETE /api/v1/departments/lq-guotu/items/1",
                                                    "admin PUT /api/v1/areas/xj"));
  EXPECT_EQ(get("/api/v1/audit?since=2027-01-16").body.at("audit"), json::array());
  EXPECT_EQ(get("/api/v1/audit?since=x").problem(), "bad-query");
}

}  // namespace
}  // namespace duanwen

// What a carrier is asked about messages.
#include "tests/unit/admin/support.hpp"

namespace duanwen {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr auto of_mobile = "/api/v1/carriers/mobile/messages";
constexpr auto one_of_mobile = "/api/v1/carriers/mobile/messages/5F3A";

TEST_F(Api, MessagesOfACarrierAreListedMasked) {
  // Of one resident in whatever form the number comes, or of all.
  carrier_message message;
  message.message_id = "5F3A";
  message.source = "10690001";
  message.destination = "13800000001";
  message.at = 1'800'000'000'000;
  message.part = 2;
  message.parts = 3;
  messages_ = {message};
  token_ = tokens_["viewer"];
  const auto reply = get(std::string(of_mobile) + "?msisdn=13800000001");
  ASSERT_EQ(reply.status, 200) << reply.text;
  EXPECT_EQ(asked_.msisdn, "8613800000001");
  EXPECT_EQ(reply.body.at("messages"), json::array({{{"message_id", "5F3A"},
                                                     {"source", "10690001"},
                                                     {"destination", "138****0001"},
                                                     {"at_ms", 1'800'000'000'000},
                                                     {"part", 2},
                                                     {"parts", 3},
                                                     {"receipt", nullptr}}}));
  messages_[0].receipt = "delivered";
  EXPECT_EQ(get(of_mobile).body.at("messages")[0].at("receipt"), "delivered");
  EXPECT_EQ(asked_.msisdn, "");
  EXPECT_EQ(get("/api/v1/carriers/unicom/messages").problem(), "not-found");
  EXPECT_EQ(get(std::string(of_mobile) + "?msisdn=95588").problem(), "bad-query");
  EXPECT_EQ(get(std::string(of_mobile) + "?limit=0").problem(), "bad-query");
}

TEST_F(Api, AMessageIsQueriedByViewers) {
  // The state in words, and whether anything more will come of it.
  said_.end = question_end::done;
  said_.state = "undeliverable";
  said_.final = true;
  said_.final_date = "2026-11-24T12:00:03+08:00";
  said_.error_code = 27;
  token_ = tokens_["viewer"];
  const auto reply = get(std::string(one_of_mobile) + "?to=%2B8613800000001");
  EXPECT_EQ(reply.body, json({{"carrier", "mobile"},
                              {"message_id", "5F3A"},
                              {"message_state", "undeliverable"},
                              {"final", true},
                              {"final_date", "2026-11-24T12:00:03+08:00"},
                              {"error_code", 27}}))
      << reply.text;
  EXPECT_EQ(asked_.what, carrier_request::query);
  EXPECT_EQ(asked_.msisdn, "8613800000001");
  EXPECT_EQ(get(std::string(one_of_mobile) + "?to=me").problem(), "bad-query");
}

TEST_F(Api, MessagesAreCancelledAndReplacedByAdministratorsAndThatIsRemembered) {
  // Without the text, which is the resident's.
  said_.end = question_end::done;
  EXPECT_EQ(remove(one_of_mobile).status, 204);
  EXPECT_EQ(asked_.what, carrier_request::cancel);
  EXPECT_EQ(put(one_of_mobile, {{"text", "改天再来"}}).status, 204);
  EXPECT_EQ(asked_.what, carrier_request::replace);
  EXPECT_EQ(asked_.text, "改天再来");
  const auto audit = get("/api/v1/audit").text;
  EXPECT_THAT(audit, HasSubstr("DELETE /api/v1/carriers/mobile/messages/5F3A"));
  EXPECT_THAT(audit, HasSubstr("PUT /api/v1/carriers/mobile/messages/5F3A"));
  EXPECT_THAT(audit, Not(HasSubstr("改天")));
  token_ = tokens_["any_editor"];
  EXPECT_EQ(remove(one_of_mobile).problem(), "forbidden");
  EXPECT_EQ(put(one_of_mobile, {{"text", "x"}}).problem(), "forbidden");
}

TEST_F(Api, AReplacementNeedsAText) {
  // One that can be sent.
  said_.end = question_end::done;
  for (const auto& body : {json::object(), json{{"text", ""}}, json{{"text", 1}}})
    EXPECT_EQ(put(one_of_mobile, body).problem(), "invalid") << body;
  EXPECT_EQ(send("PUT", one_of_mobile, "x").problem(), "not-json");
  said_.end = question_end::unfit;
  said_.detail = "takes more than one segment";
  const auto reply = put(one_of_mobile, {{"text", "x"}});
  EXPECT_EQ(reply.status, 422);
  EXPECT_EQ(reply.paths(), std::vector<std::string>{"text"});
}

TEST_F(Api, WhatCannotBeAskedIsAProblemInWords) {
  // And nothing is remembered of what was not done.
  struct row {
    question_end end;
    int status;
    const char* type;
  };
  for (const auto& [end, status, type] :
       {row{question_end::no_carrier, 404, "not-found"}, row{question_end::no_message, 404, "not-found"},
        row{question_end::several, 400, "bad-query"}, row{question_end::not_bound, 409, "carrier-not-bound"},
        row{question_end::refused, 502, "carrier-refused"}, row{question_end::lost, 502, "carrier-refused"},
        row{question_end::late, 504, "carrier-silent"}}) {
    said_.end = end;
    said_.detail = "mobile answered ESME_RQUERYFAIL (0x00000067): it could not be queried";
    for (const auto* method : {"GET", "DELETE"}) {
      const auto reply = send(method, one_of_mobile);
      EXPECT_EQ(reply.status, status) << type;
      EXPECT_EQ(reply.problem(), type);
      EXPECT_EQ(reply.body.at("detail"), said_.detail);
    }
  }
  EXPECT_EQ(get("/api/v1/audit").body.at("audit"), json::array());
}

}  // namespace
}  // namespace duanwen

// Health, carriers, ledger, dead letters, preview.
#include <boost/asio/post.hpp>

#include "tests/unit/admin/support.hpp"

namespace duanwen {
namespace {

TEST_F(Api, HealthNeedsNoToken) {
  // Alive while the loop goes round; ready unless the gateway says why not.
  token_.clear();
  EXPECT_EQ(get("/healthz").status, 200);
  EXPECT_EQ(get("/readyz").status, 200);
  not_ready_ = "no carrier is bound";
  const auto reply = get("/readyz");
  EXPECT_EQ(reply.status, 503);
  EXPECT_EQ(reply.problem(), "not-ready");
  EXPECT_EQ(reply.body.at("detail"), "no carrier is bound");
}

TEST_F(Api, AStoreThatKeepsLessThanPromisedIsReady) {
  // It answers residents; what it risks stands in the body.
  EXPECT_EQ(get("/readyz").body, json({{"status", "ready"}, {"risks", json::array()}}));
  risks_ = {"appendfsync is everysec"};
  const auto reply = get("/readyz");
  EXPECT_EQ(reply.status, 200);
  EXPECT_EQ(reply.body.at("risks"), json({"appendfsync is everysec"}));
}

TEST_F(Api, MetricsAndDescriptionNeedOne) {
  // The gateway's text as it is; the description of this very API.
  token_ = tokens_["viewer"];
  EXPECT_EQ(get("/metrics").text, "duanwen_redis_up 1\n");
  EXPECT_EQ(get("/openapi.json").body.at("openapi"), "3.0.3");
  token_.clear();
  EXPECT_EQ(get("/metrics").status, 401);
}

class OpenMetrics : public Api {
 protected:
  OpenMetrics() : Api(with_open_metrics()) {}
  static config with_open_metrics() {
    auto settings = small_config();
    settings.admin.metrics_open = true;
    return settings;
  }
};

TEST_F(OpenMetrics, NeedNoToken) {
  // Only they: what else monitors may read still wants one.
  token_.clear();
  EXPECT_EQ(get("/metrics").text, "duanwen_redis_up 1\n");
  EXPECT_EQ(get("/openapi.json").status, 401);
}

TEST_F(Api, CarriersAreShownWithTheirLinks) {
  // As the gateway reports them.
  carrier_status carrier;
  carrier.name = "mobile";
  carrier.links.push_back({"mobile/0", "bound", 3, 10, "Connection refused"});
  carrier.last_error = "ESME_RTHROTTLED";
  carriers_ = {carrier};
  const auto shown = get("/api/v1/carriers").body.at("carriers").at(0);
  EXPECT_EQ(shown.at("links")[0], json({{"name", "mobile/0"},
                                        {"state", "bound"},
                                        {"window_used", 3},
                                        {"window", 10},
                                        {"last_error", "Connection refused"}}));
  EXPECT_EQ(shown.at("last_error"), "ESME_RTHROTTLED");
  EXPECT_EQ(shown.at("fuse"), nullptr);
  EXPECT_EQ(shown.at("receipt_ids"), nullptr) << "no receipt has matched yet";
  carriers_[0].receipt_ids = "decimal";
  EXPECT_EQ(get("/api/v1/carriers").body.at("carriers").at(0).at("receipt_ids"), "decimal");
}

TEST_F(Api, TheFuseOfACarrierIsShown) {
  // Where it has one: how much of the hour is used, and whether it tripped.
  carrier_status carrier;
  carrier.segments_per_hour = 1000;
  carrier.hour_segments = 998;
  carrier.fuse_tripped = true;
  carriers_ = {carrier};
  EXPECT_EQ(get("/api/v1/carriers").body.at("carriers").at(0).at("fuse"),
            json({{"segments_per_hour", 1000}, {"segments", 998}, {"tripped", true}}));
}

TEST_F(Api, CarriersArePausedAndResumedByAdministrators) {
  // One that is there, and by nobody else.
  carrier_status carrier;
  carrier.name = "mobile";
  carriers_ = {carrier};
  EXPECT_EQ(send("POST", "/api/v1/carriers/mobile/pause", "").body.at("paused"), true);
  EXPECT_TRUE(get("/api/v1/carriers").body.at("carriers").at(0).at("paused"));
  EXPECT_EQ(send("POST", "/api/v1/carriers/mobile/resume", "").body.at("paused"), false);
  EXPECT_FALSE(get("/api/v1/carriers").body.at("carriers").at(0).at("paused"));
  EXPECT_EQ(send("POST", "/api/v1/carriers/unicom/pause", "").problem(), "not-found");
  token_ = tokens_["any_editor"];
  EXPECT_EQ(send("POST", "/api/v1/carriers/mobile/pause", "").problem(), "forbidden");
}

TEST_F(Api, LedgerPeriodsAreJudged) {
  // Two days of the calendar, in order, at most a year apart.
  EXPECT_EQ(get("/api/v1/ledger?from=2026-01-01&to=2026-12-31").status, 200);
  for (const auto* wrong :
       {"", "?from=2026-01-01", "?from=2026-01-02&to=2026-01-01", "?from=2026-02-30&to=2026-03-01",
        "?from=2025-01-01&to=2026-12-31", "?from=2026-01-01&to=2026-01-01&limit=x"})
    EXPECT_EQ(get("/api/v1/ledger" + std::string(wrong)).problem(), "bad-query") << wrong;
}

/// An answered inquiry of 13800000001 that cost `department` two segments; given up where there is a reason.
void answer_one(store_thread& store, const std::string& department, const std::string& day,
                const std::string& dead_reason = "") {
  inquiry_commit inquiry;
  inquiry.key = {"10690001", "8613800000001"};
  inquiry.expected_revision = store.ask(store.data().load_conversation(inquiry.key)).revision;
  inquiry.answer.emplace();
  inquiry.answer->key = inquiry.key;
  inquiry.answer->carrier = "mobile";
  inquiry.answer->source = "10690001";
  inquiry.answer->destination = "13800000001";
  inquiry.answer->answer.blocks.push_back({"带户口簿", department, 1});
  inquiry.departments = {department};
  inquiry.day = day;
  inquiry.process = "p";
  reply_finish finish;
  finish.key = inquiry.key;
  finish.replies.emplace_back(store.ask(store.data().commit(inquiry)).outbox_id, dead_reason);
  finish.process = "p";
  finish.day = day;
  booking booked;
  booked.department = department;
  booked.segments = 2;
  booked.cost_li = 90;
  if (dead_reason.empty()) finish.bookings.push_back(booked);
  ASSERT_TRUE(store.ask(store.data().finish(finish)));
}

TEST_F(Api, DeadLettersAreSentAgainOrDeleted) {
  // The gateway is told where to look; what is not there is not found.
  answer_one(store_, "a", "2026-11-24", "refused");
  answer_one(store_, "a", "2026-11-24", "refused");
  const auto letters = get("/api/v1/dead-letters").body.at("dead_letters");
  const auto first = letters[0].at("id").get<std::string>(), second = letters[1].at("id").get<std::string>();
  EXPECT_EQ(send("POST", "/api/v1/dead-letters/" + first + "/requeue").status, 204);
  EXPECT_EQ(requeued_, bucket_of("8613800000001"));
  EXPECT_EQ(get("/api/v1/outbox").body.at("outbox").at(0).at("destination"), "138****0001");
  EXPECT_EQ(send("POST", "/api/v1/dead-letters/" + first + "/requeue").problem(), "not-found");
  EXPECT_EQ(remove("/api/v1/dead-letters/" + second).status, 204);
  EXPECT_EQ(remove("/api/v1/dead-letters/" + second).problem(), "not-found");
  EXPECT_EQ(remove("/api/v1/dead-letters/nonsense").problem(), "not-found");
  EXPECT_TRUE(get("/api/v1/dead-letters").body.at("dead_letters").empty());
}

TEST_F(Api, TheLedgerHasARowADayAndDepartment) {
  // Within the period, of one department where it is asked for, page by page in the order of days.
  answer_one(store_, "b", "2026-11-23");
  answer_one(store_, "a", "2026-11-24");
  answer_one(store_, "b", "2026-11-24");
  answer_one(store_, "b", "2026-11-24");
  answer_one(store_, "b", "2026-11-25");
  const std::string path = "/api/v1/ledger?from=2026-11-23&to=2026-11-24";
  const auto places = [](const json& body) {
    std::vector<std::string> all;
    for (const auto& row : body.at("rows"))
      all.push_back(row.at("day").get<std::string>() + row.at("department").get<std::string>());
    return all;
  };
  const auto all = get(path).body;
  EXPECT_THAT(places(all), testing::ElementsAre("2026-11-23b", "2026-11-24a", "2026-11-24b"));
  EXPECT_EQ(all.at("rows")[2].at("inquiries"), 2);
  EXPECT_EQ(all.at("rows")[2].at("segments"), 4);
  EXPECT_EQ(all.at("rows")[2].at("cost_li"), 180);
  EXPECT_THAT(places(get(path + "&department=a").body), testing::ElementsAre("2026-11-24a"));
  const auto first = get(path + "&limit=2").body;
  EXPECT_THAT(places(get(path + "&limit=2&cursor=" + first.at("next_cursor").get<std::string>()).body),
              testing::ElementsAre("2026-11-24b"));
}

TEST_F(Api, TheLedgerComesAsCsvToo) {
  // With a head line, where the client asks for it; no department's id can be a formula in a spreadsheet.
  answer_one(store_, "=1+\"1", "2026-01-01");
  const auto csv = send("GET", "/api/v1/ledger?from=2026-01-01&to=2026-01-01", "", {{"Accept", "text/csv"}});
  EXPECT_EQ(csv.text,
            "day,department,inquiries,replies,segments,cost_li,saved_li,fused\r\n"
            "2026-01-01,\"'=1+\"\"1\",1,0,2,90,0,0\r\n");
  EXPECT_EQ(csv.header("Content-Type"), "text/csv; charset=utf-8");
}

TEST_F(Api, DeadLettersAreMaskedAndWithoutText) {
  // Who was not reached and why, but neither the whole number nor what was said.
  EXPECT_EQ(get("/api/v1/dead-letters").body.at("dead_letters"), json::array());
  answer_one(store_, "a", "2026-11-24", "ESME_RINVDSTADR");
  const auto reply = get("/api/v1/dead-letters");
  EXPECT_EQ(reply.body.at("dead_letters")[0].at("reason"), "ESME_RINVDSTADR");
  EXPECT_EQ(reply.body.at("dead_letters")[0].at("destination"), "138****0001");
  EXPECT_EQ(reply.text.find("带户口簿"), std::string::npos);
  EXPECT_EQ(reply.text.find("13800000001"), std::string::npos);
}

TEST_F(Api, AStoreThatIsAwayIsSaidSo) {
  // 503 and when to ask again, whatever is asked; not a server that has failed.
  fill();
  boost::asio::post(store_.executor(), [this] { store_.data().away = true; });
  for (const auto* path : {"/api/v1/areas", "/api/v1/export", "/api/v1/tokens"}) {
    const auto reply = get(path);
    EXPECT_EQ(reply.problem(), "store-unavailable") << path;
    EXPECT_EQ(reply.header("Retry-After"), "1");
  }
  EXPECT_EQ(get("/healthz").status, 200);
}

TEST_F(Api, PreviewSaysWhatWouldBeSent) {
  // The menu of the department, signed, with its segments and cost by each carrier; nothing is stored.
  fill();
  serve_newest();
  token_ = tokens_["viewer"];
  const auto reply =
      post("/api/v1/preview", {{"from", "13800000001"}, {"to", "10690001"}, {"text", "龍泉國土"}});
  ASSERT_EQ(reply.status, 200) << reply.text;
  const auto& shown = reply.body.at("carriers").at(0);
  EXPECT_EQ(shown.at("carrier"), "mobile");
  EXPECT_EQ(shown.at("outcome"), "menu");
  const auto& message = shown.at("messages").at(0);
  EXPECT_EQ(message.at("alphabet"), "ucs2");
  EXPECT_NE(message.at("text").get<std::string>().find("宅基地审批"), std::string::npos);
  EXPECT_EQ(shown.at("segments"), message.at("segments").size());
  EXPECT_EQ(shown.at("cost_li"), 45 * shown.at("segments").get<int>());
  const auto detail = post("/api/v1/preview", {{"from", "13800000001"}, {"to", "1069000103"}, {"text", "1"}});
  EXPECT_EQ(detail.body.at("carriers").at(0).at("outcome"), "details");
}

TEST_F(Api, PreviewsThatCannotBe) {
  // Not our number, no phone, a body that lacks something, a directory that is not there yet.
  const auto paths = [&](const json& body) { return post("/api/v1/preview", body).paths(); };
  EXPECT_EQ(paths({{"from", "x"}, {"to", "10690001"}, {"text", "1"}}), std::vector<std::string>{"from"});
  EXPECT_EQ(paths({{"from", "13800000001"}, {"to", "9"}, {"text", "1"}}), std::vector<std::string>{"to"});
  EXPECT_EQ(paths({{"from", "13800000001"}}), (std::vector<std::string>{"to", "text"}));
  EXPECT_EQ(post("/api/v1/preview", {{"from", "13800000001"}, {"to", "10690001"}, {"text", "1"}}).problem(),
            "not-ready");
}

}  // namespace
}  // namespace duanwen

// Areas, departments and themes over HTTP.
#include "tests/unit/admin/support.hpp"

namespace duanwen {
namespace {

using testing::ElementsAre;

TEST_F(Api, AnAreaIsCreatedReadReplacedAndRemoved) {
  // 201, then 200; the same entity comes back; removed it is gone.
  const json area = {{"name", "龙泉驿区"}, {"level", "district"}};
  const auto created = put("/api/v1/areas/lq", area);
  EXPECT_EQ(created.status, 201);
  EXPECT_EQ(created.body.at("id"), "lq");
  EXPECT_EQ(put("/api/v1/areas/lq", area).status, 200);
  const auto read = get("/api/v1/areas/lq");
  EXPECT_EQ(read.status, 200);
  EXPECT_EQ(read.body.at("name"), "龙泉驿区");
  EXPECT_EQ(read.header("ETag"), created.header("ETag"));
  EXPECT_EQ(remove("/api/v1/areas/lq").status, 204);
  EXPECT_EQ(get("/api/v1/areas/lq").problem(), "not-found");
  EXPECT_EQ(remove("/api/v1/areas/lq").status, 404);
}

TEST_F(Api, ADepartmentGoesThroughUnchanged) {
  // What is put is what is got, items and all, and what the store has.
  fill();
  auto department = sample_department();
  department["hotline"] = "12345";
  department["items"].push_back({{"number", 9}, {"title", "土地证"}, {"details", "见窗口。"}});
  EXPECT_EQ(put("/api/v1/departments/lq-guotu", department).status, 200);
  const auto read = get("/api/v1/departments/lq-guotu").body;
  EXPECT_EQ(read.at("items").size(), 3u);
  EXPECT_EQ(read.at("items")[2].at("title"), "土地证");
  EXPECT_EQ(read.at("hotline"), "12345");
}

TEST_F(Api, PatchChangesOnlyWhatItNames) {
  // RFC 7396: members that are not named stay, null removes.
  fill();
  const auto reply = send("PATCH", "/api/v1/departments/lq-guotu", R"({"hours": "9-17", "short_name": null})",
                          {{"Content-Type", "application/merge-patch+json"}});
  EXPECT_EQ(reply.status, 200);
  const auto read = get("/api/v1/departments/lq-guotu").body;
  EXPECT_EQ(read.at("hours"), "9-17");
  EXPECT_EQ(read.value("short_name", ""), "");
  EXPECT_EQ(read.at("items").size(), 2u);
  EXPECT_EQ(send("PATCH", "/api/v1/departments/none", "{}").status, 404);
  EXPECT_EQ(send("PATCH", "/api/v1/departments/lq-guotu", R"({"id": "other"})").paths(),
            std::vector<std::string>{"id"});
}

TEST_F(Api, IfMatchGuardsAgainstLostUpdates) {
  // The second of two editors who read the same version is told so and changes nothing.
  fill();
  const auto tag = get("/api/v1/departments/lq-guotu").header("ETag");
  auto mine = sample_department(), yours = sample_department();
  mine["hours"] = "mine";
  yours["hours"] = "yours";
  const auto path = "/api/v1/departments/lq-guotu";
  const auto saved = send("PUT", path, mine.dump(), {{"If-Match", tag}});
  EXPECT_EQ(saved.status, 200);
  EXPECT_NE(saved.header("ETag"), tag);
  EXPECT_EQ(send("PUT", path, yours.dump(), {{"If-Match", tag}}).problem(), "precondition-failed");
  EXPECT_EQ(send("PATCH", path, R"({"hours": "yours"})", {{"If-Match", tag}}).status, 412);
  EXPECT_EQ(send("DELETE", path, "", {{"If-Match", tag}}).status, 412);
  EXPECT_EQ(send("PUT", path, yours.dump(), {{"If-None-Match", "*"}}).status, 412);
  EXPECT_EQ(send("PUT", "/api/v1/areas/new", R"({"name": "x"})", {{"If-Match", "*"}}).status, 412);
  EXPECT_EQ(get(path).body.at("hours"), "mine");
}

TEST_F(Api, BodiesThatAreWrong) {
  // Not JSON: 400; another type: 415; not what the document says: 422 with a path from the entity on.
  fill();
  const auto path = "/api/v1/departments/lq-guotu";
  EXPECT_EQ(send("PUT", path, "{").problem(), "not-json");
  EXPECT_EQ(send("PUT", path, "[]").problem(), "not-json");
  EXPECT_EQ(send("PUT", path, "").problem(), "not-json");
  EXPECT_EQ(send("PUT", path, "a=1", {{"Content-Type", "application/x-www-form-urlencoded"}}).status, 415);
  auto department = sample_department();
  department["items"][1]["number"] = "two";
  EXPECT_THAT(put(path, department).paths(), ElementsAre("items[1].number"));
  department = sample_department();
  department["id"] = "other";
  EXPECT_THAT(put(path, department).paths(), ElementsAre("id"));
  department = sample_department();
  department["area"] = "nowhere";
  const auto reply = put(path, department);
  EXPECT_EQ(reply.status, 422);
  EXPECT_THAT(reply.paths(), ElementsAre("area"));
  EXPECT_EQ(get(path).body.at("area"), "lq");
}

TEST_F(Api, WhatIsReferredToCannotGo) {
  // An area with departments, a department in a theme.
  fill();
  EXPECT_EQ(remove("/api/v1/areas/lq").problem(), "still-in-use");
  EXPECT_EQ(remove("/api/v1/departments/lq-guotu").problem(), "still-in-use");
  EXPECT_EQ(remove("/api/v1/themes/huoguo").status, 204);
  EXPECT_EQ(remove("/api/v1/departments/lq-guotu").status, 204);
}

TEST_F(Api, ListsArePagedAndFiltered) {
  // By area with all below it, by a word in any spelling, a page at a time.
  fill();
  auto other = sample_department();
  other["keywords"] = json::array({"柏合社保"});
  other["name"] = "柏合镇社保所";
  other["short_name"] = "柏合社保";
  other["area"] = "baihe";
  other.erase("id");
  ASSERT_EQ(put("/api/v1/departments/bh-shebao", other).status, 201);
  const auto ids = [&](const std::string& query) {
    std::vector<std::string> all;
    const auto reply = get("/api/v1/departments" + query);
    for (const auto& d : reply.body.at("departments")) all.push_back(d.at("id"));
    return all;
  };
  EXPECT_THAT(ids(""), ElementsAre("bh-shebao", "lq-guotu"));
  EXPECT_THAT(ids("?area=lq"), ElementsAre("bh-shebao", "lq-guotu"));
  EXPECT_THAT(ids("?area=baihe"), ElementsAre("bh-shebao"));
  EXPECT_THAT(ids("?q=%E5%9C%8B%E5%9C%9F"), ElementsAre("lq-guotu"));  // 國土, the traditional spelling
  const auto first = get("/api/v1/departments?limit=1").body;
  EXPECT_EQ(first.at("departments").size(), 1u);
  EXPECT_EQ(first.at("departments")[0].at("item_count"), 2);
  EXPECT_THAT(ids("?limit=1&cursor=" + first.at("next_cursor").get<std::string>()), ElementsAre("lq-guotu"));
  EXPECT_EQ(get("/api/v1/departments?limit=0").problem(), "bad-query");
  EXPECT_EQ(get("/api/v1/areas").body.at("areas").size(), 2u);
  EXPECT_EQ(get("/api/v1/themes").body.at("themes").size(), 1u);
}

TEST_F(Api, AnEditorEditsItsOwnDepartmentOnly) {
  // Bound to lq-guotu it may change that one; unbound it may change any.
  fill();
  auto other = sample_department();
  other["keywords"] = json::array({"别的局"});
  other.erase("id");
  token_ = tokens_["editor"];
  EXPECT_EQ(put("/api/v1/departments/lq-guotu", sample_department()).status, 200);
  EXPECT_EQ(put("/api/v1/departments/other", other).status, 403);
  EXPECT_EQ(put("/api/v1/areas/lq", {{"name", "x"}}).status, 403);
  token_ = tokens_["any_editor"];
  EXPECT_EQ(put("/api/v1/departments/other", other).status, 201);
}

class Impatient : public Api {
 protected:
  Impatient() : Api(settings()) {}
  static config settings() {
    auto impatient = small_config();
    impatient.admin.store_timeout = milliseconds(20);
    return impatient;
  }
};

TEST_F(Impatient, WithoutTheIoThreadItSaysSo) {
  // Nobody comes round the loop any more: 503 after store_timeout; alive and ready say no as well.
  store_.stop_loop();
  const auto reply = get("/api/v1/areas");
  EXPECT_EQ(reply.problem(), "store-unavailable");
  EXPECT_EQ(reply.header("Retry-After"), "1");
  EXPECT_EQ(get("/healthz").status, 503);
  EXPECT_EQ(get("/readyz").status, 503);
}

}  // namespace
}  // namespace duanwen

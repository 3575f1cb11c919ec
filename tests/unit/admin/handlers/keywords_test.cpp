// Keywords over HTTP.
#include "tests/unit/admin/support.hpp"

namespace duanwen {
namespace {

const std::string keywords = "/api/v1/keywords/";

TEST_F(Api, AKeywordIsRegisteredFoundAndGivenUp) {
  // For a department, a theme and an area; 201 for a new one, 200 where it is there already.
  fill();
  EXPECT_EQ(put(keywords + "国土", {{"department", "lq-guotu"}}).status, 201);
  EXPECT_EQ(put(keywords + "国土", {{"department", "lq-guotu"}}).status, 200);
  EXPECT_EQ(put(keywords + "火锅", {{"theme", "huoguo"}}).status, 201);
  EXPECT_EQ(put(keywords + "柏合", {{"area", "baihe"}}).status, 201);
  const auto found = get(keywords + "国土");
  EXPECT_EQ(found.body.at("department"), "lq-guotu");
  EXPECT_EQ(found.body.at("name"), "龙泉驿区国土资源局");
  EXPECT_EQ(get(keywords + "柏合").body.at("area"), "baihe");
  EXPECT_EQ(remove(keywords + "国土").status, 204);
  EXPECT_EQ(get(keywords + "国土").status, 404);
  EXPECT_EQ(remove(keywords + "国土").status, 404);
}

TEST_F(Api, ATakenKeywordNamesWhoHasIt) {
  // Also in another spelling of the same normal form.
  fill();
  for (const auto* spelling : {"龙泉国土", "龍泉國土", "龙泉 国土"}) {
    const auto reply = put(keywords + spelling, {{"theme", "huoguo"}});
    EXPECT_EQ(reply.problem(), "keyword-taken") << spelling;
    EXPECT_NE(reply.body.at("detail").get<std::string>().find("lq-guotu"), std::string::npos);
    EXPECT_EQ(get(keywords + spelling).body.at("keyword"), "龙泉国土");
  }
}

TEST_F(Api, AKeywordThatSoundsLikeAnothersIsRegisteredOnlyWhenThatIsMeant) {
  // The refusal names whose it is like; the answer to what was accepted warns still.
  fill();
  const auto refused = put(keywords + "龙全国图", {{"theme", "huoguo"}});
  EXPECT_EQ(refused.status, 409);
  EXPECT_EQ(refused.problem(), "keyword-confusable");
  EXPECT_EQ(refused.paths(), std::vector<std::string>{"keyword"});
  const auto detail = refused.body.at("detail").get<std::string>();
  EXPECT_THAT(detail, testing::HasSubstr("龙泉国土 of department lq-guotu, 龙泉驿区国土资源局"));
  EXPECT_EQ(get(keywords + "龙全国图").status, 404);
  const auto meant = put(keywords + "龙全国图?accept_confusable=1", {{"theme", "huoguo"}});
  EXPECT_EQ(meant.status, 201);
  EXPECT_EQ(meant.body.at("warnings").at(0).at("path"), "keyword");
  EXPECT_EQ(put(keywords + "龙全国图", {{"theme", "huoguo"}}).status, 200) << "it is there already";
  EXPECT_EQ(put(keywords + "龙泉国图?accept_confusable=yes", {{"theme", "huoguo"}}).problem(), "bad-query");
}

TEST_F(Api, ItsOwnKeywordsMaySoundAlike) {
  fill();
  const auto reply = put(keywords + "龙全国土", {{"department", "lq-guotu"}});
  EXPECT_EQ(reply.status, 201);
  EXPECT_FALSE(reply.body.contains("warnings"));
}

TEST_F(Api, TheSameNormalFormIsRefusedEvenWhenWhatSoundsAlikeIsAccepted) {
  fill();
  EXPECT_EQ(put(keywords + "龍泉國土?accept_confusable=1", {{"theme", "huoguo"}}).problem(), "keyword-taken");
}

TEST_F(Api, DocumentsWarnOfKeywordsThatSoundLikeOthersAndAreTaken) {
  // A department put or patched, and an import; what was answered may be sent back.
  fill();
  const auto path = "/api/v1/departments/other";
  const json other = {{"name", "龙全国图站"}, {"keywords", {"龙全国图"}}};
  const auto made = put(path, other);
  ASSERT_EQ(made.status, 201);
  EXPECT_EQ(made.body.at("warnings").at(0).at("path"), "keywords[0]");
  EXPECT_EQ(made.body.at("warnings").at(0).at("message"),
            "龙全国图 sounds like 龙泉国土 of department lq-guotu");
  const auto again = put(path, made.body);
  EXPECT_EQ(again.status, 200) << again.text;
  EXPECT_EQ(get(path).header("ETag"), again.header("ETag")) << "warnings are no part of it";
  EXPECT_FALSE(get(path).body.contains("warnings"));
  const auto patched = send("PATCH", path, json{{"hotline", "12336"}}.dump());
  EXPECT_EQ(patched.body.at("warnings").size(), 1u);
  const json imported = {{"departments", {{{"id", "third"}, {"name", "三"}, {"keywords", {"隆泉国土"}}}}}};
  const auto import = post("/api/v1/import", imported);
  EXPECT_EQ(import.status, 200) << import.text;
  ASSERT_EQ(import.body.at("warnings").size(), 2u) << "like lq-guotu's and like other's";
  EXPECT_EQ(import.body.at("warnings").at(0).at("path"), "departments[0].keywords[0]");
}

TEST_F(Api, KeywordsThatCannotBe) {
  // Reserved ones, ones for nobody, and bodies that do not say for whom.
  fill();
  for (const auto* reserved : {"12", "M", "更多", "帮助", "STOP"}) {
    const auto reply = put(keywords + reserved, {{"department", "lq-guotu"}});
    EXPECT_EQ(reply.status, 422) << reserved;
    EXPECT_EQ(reply.paths(), std::vector<std::string>{"keyword"}) << reserved;
  }
  EXPECT_EQ(put(keywords + "x局", {{"department", "none"}}).paths(), std::vector<std::string>{"department"});
  for (const json& wrong :
       {json::object(), json{{"department", 7}}, json{{"department", "a"}, {"theme", "b"}}})
    EXPECT_EQ(put(keywords + "x局", wrong).status, 422) << wrong;
}

TEST_F(Api, AnEditorRegistersForItsOwnDepartment) {
  // Neither for another, nor for a theme, nor may it give up what is not its own.
  fill();
  token_ = tokens_["editor"];
  EXPECT_EQ(put(keywords + "国土", {{"department", "lq-guotu"}}).status, 201);
  EXPECT_EQ(put(keywords + "国土局", {{"department", "other"}}).status, 403);
  EXPECT_EQ(put(keywords + "火锅", {{"theme", "huoguo"}}).status, 403);
  EXPECT_EQ(remove(keywords + "开火锅店").status, 403);
  EXPECT_EQ(remove(keywords + "国土").status, 204);
}

}  // namespace
}  // namespace duanwen

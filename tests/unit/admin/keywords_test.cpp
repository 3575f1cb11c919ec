// Keywords over HTTP.
#include "support.hpp"

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

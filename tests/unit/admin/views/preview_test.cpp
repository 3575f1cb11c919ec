// POST /preview: what a text would be answered, and what an item would cost before it is published.
#include "tests/unit/admin/support.hpp"

namespace duanwen {
namespace {

class Preview : public Api {
 protected:
  Preview() : Api(two_carriers()) {
    fill();
    serve_newest();
    token_ = tokens_["viewer"];
  }
  static config two_carriers() {
    auto settings = small_config();
    settings.carriers.push_back(settings.carriers.front());
    settings.carriers.back().name = "signs";
    settings.carriers.back().profile.signature = "";
    settings.carriers.back().profile.reserve_characters = 30;
    settings.carriers.back().profile.segment_price_li = 30;
    return settings;
  }
  json answer(const json& body) {
    const auto reply = post("/api/v1/preview", body);
    EXPECT_EQ(reply.status, 200) << reply.text;
    return reply.body.at("carriers");
  }
  std::vector<std::string> paths(const json& body) { return post("/api/v1/preview", body).paths(); }
};

json draft(const std::string& title, const std::string& details) {
  return {{"number", 3}, {"title", title}, {"details", details}};
}

TEST_F(Preview, ExplainsEachMessageUnderEachProfile) {
  // Text, alphabet, characters, segments, and how near the next one is.
  const auto carriers = answer({{"from", "13800000001"}, {"to", "10690001"}, {"text", "龙泉国土1"}});
  ASSERT_EQ(carriers.size(), 2u);
  const auto& ours = carriers[0].at("messages").at(0);
  EXPECT_EQ(ours.at("text"), "【龙泉国土】1宅基地审批:带户口簿、身份证到窗口办理。");
  EXPECT_EQ(ours.at("alphabet"), "ucs2");
  EXPECT_EQ(ours.at("characters"), 27);
  EXPECT_EQ(ours.at("characters_left"), 43);
  EXPECT_EQ(ours.at("characters_over"), 0);
  EXPECT_EQ(ours.at("costly"), json::array());
  const auto& signs = carriers[1].at("messages").at(0);
  EXPECT_EQ(signs.at("characters"), 21);
  EXPECT_EQ(signs.at("characters_left"), 19);
}

TEST_F(Preview, ShowsADepartmentsMenu) {
  // All pages of it, by each carrier, without a word of anybody's.
  const auto menu = answer({{"department", "lq-guotu"}})[0].at("menu");
  ASSERT_EQ(menu.at("pages").size(), 1u);
  EXPECT_EQ(menu.at("pages")[0].at("messages")[0].at("text"),
            "【龙泉国土】1宅基地审批\n2不动产登记\n回数字看详情");
  EXPECT_EQ(menu.at("segments"), 1);
  EXPECT_EQ(menu.at("cost_li"), 45);
  EXPECT_EQ(menu.at("segments_now"), 1);
  EXPECT_FALSE(answer({{"department", "lq-guotu"}})[0].contains("detail"));
}

TEST_F(Preview, ShowsAnItemBeforeItIsPublished) {
  // Its line in the menu, its detail, and what dearer characters there are in it; nothing is stored.
  std::string long_details;
  for (int i = 0; i < 60; ++i) long_details += "带";
  const auto carriers = answer({{"department", "lq-guotu"}, {"item", draft("地界纠纷", long_details + "😀")}});
  const auto& ours = carriers[0];
  EXPECT_NE(ours["menu"]["pages"][0]["messages"][0]["text"].get<std::string>().find("3地界纠纷"),
            std::string::npos);
  EXPECT_EQ(ours["detail"]["segments"], 2);
  EXPECT_EQ(ours["detail"]["cost_li"], 90);
  EXPECT_FALSE(ours["detail"].contains("segments_now")) << "it is new";
  const auto& message = ours["detail"]["pages"][0]["messages"][0];
  EXPECT_EQ(message["characters_over"], 4);
  EXPECT_EQ(message["costly"][0]["character"], "😀");
  EXPECT_EQ(message["costly"][0]["takes"], 2);
  EXPECT_EQ(message["costly"][0]["positions"], json::array({73}));
  EXPECT_EQ(carriers[1]["detail"]["cost_li"], 60);
  token_ = tokens_["admin"];
  EXPECT_EQ(get("/api/v1/departments/lq-guotu/items/3").status, 404);
}

TEST_F(Preview, ComparesADraftWithWhatIsPublished) {
  // Under the number that it has.
  auto changed = draft("宅基地审批", "带户口簿。");
  changed["number"] = 1;
  const auto ours = answer({{"department", "lq-guotu"}, {"item", changed}, {"to", "10690001"}})[0];
  EXPECT_EQ(ours["detail"]["pages"][0]["messages"][0]["text"], "【龙泉国土】1宅基地审批:带户口簿。");
  EXPECT_EQ(ours["detail"]["segments_now"], 1);
  EXPECT_EQ(ours["menu"]["segments_now"], 1);
}

TEST_F(Preview, RefusesWhatCouldNotBePublished) {
  // With the place in what was sent.
  using all = std::vector<std::string>;
  EXPECT_EQ(paths({{"department", "lq-guotu"}, {"item", {{"number", 3}}}}),
            (all{"item.title", "item.details"}));
  EXPECT_EQ(paths({{"department", "lq-guotu"}, {"item", "x"}}), all{"item"});
  EXPECT_EQ(paths({{"department", "lq-guotu"},
                   {"item", draft("一二三四五六七八九十一二三四五六七八九十超", "好")}}),
            all{"item.title"});
  EXPECT_EQ(paths({{"department", 7}}), all{"department"});
  EXPECT_EQ(paths({{"department", "lq-guotu"}, {"text", "1"}}), all{"text"});
  EXPECT_EQ(paths({{"department", "lq-guotu"}, {"to", "9"}}), all{"to"});
  EXPECT_EQ(post("/api/v1/preview", {{"department", "gone"}}).status, 404);
  token_ = tokens_["admin"];
  ASSERT_EQ(remove("/api/v1/departments/lq-guotu/items/1").status, 204);
  serve_newest();
  auto retired = draft("又来", "好");
  retired["number"] = 1;
  EXPECT_EQ(paths({{"department", "lq-guotu"}, {"item", retired}}), all{"item.number"});
}

TEST_F(Preview, IsInTheDescription) {
  // Both kinds of requests, and every member of an answer.
  const auto described = get("/openapi.json").body;
  const auto& operation = described["paths"]["/api/v1/preview"]["post"];
  EXPECT_EQ(operation["requestBody"]["content"]["application/json"]["schema"]["$ref"],
            "#/components/schemas/preview_request");
  const auto& schemas = described["components"]["schemas"];
  const auto& kinds = schemas["preview_request"]["oneOf"];
  EXPECT_EQ(kinds[0]["required"], json::array({"from", "to", "text"}));
  EXPECT_EQ(kinds[1]["required"], json::array({"department"}));
  const auto carrier = answer({{"from", "13800000001"}, {"to", "10690001"}, {"text", "龙泉国土"}})[0];
  const auto& of_carrier = schemas["preview"]["properties"]["carriers"]["items"]["properties"];
  for (const auto& [member, value] : carrier.items()) EXPECT_TRUE(of_carrier.contains(member)) << member;
  const auto& of_message = schemas["message"]["properties"];
  for (const auto& [member, value] : carrier["messages"][0].items())
    EXPECT_TRUE(of_message.contains(member)) << member;
}

}  // namespace
}  // namespace duanwen

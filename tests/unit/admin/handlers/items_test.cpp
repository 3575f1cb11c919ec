// Items over HTTP: their numbers are for ever.
#include "tests/unit/admin/support.hpp"

namespace duanwen {
namespace {

using testing::ElementsAre;

const std::string items = "/api/v1/departments/lq-guotu/items/";
const json item = {{"title", "宅基地"}, {"details", "带户口簿。"}};

TEST_F(Api, AnItemIsCreatedReadAndReplaced) {
  // 201 for a new number, 200 for an old one; the others stay as they are.
  fill();
  EXPECT_EQ(put(items + "3", item).status, 201);
  EXPECT_EQ(put(items + "1", item).status, 200);
  const auto read = get(items + "1");
  EXPECT_EQ(read.body.at("title"), "宅基地");
  EXPECT_EQ(read.body.at("number"), 1);
  EXPECT_EQ(get(items + "2").body.at("title"), "不动产登记");
  EXPECT_EQ(put(items + "1", {{"title", "x"}, {"details", "y"}, {"number", 2}}).paths(),
            std::vector<std::string>{"number"});
}

TEST_F(Api, ARemovedNumberIsNeverGivenAgain) {
  // Not by putting the item, not by the department, not by an import; the department says that it is retired.
  fill();
  EXPECT_EQ(remove(items + "1").status, 204);
  EXPECT_EQ(get(items + "1").status, 404);
  EXPECT_EQ(put(items + "1", item).problem(), "number-retired");
  EXPECT_EQ(put("/api/v1/departments/lq-guotu", sample_department()).problem(), "number-retired");
  const json document = {{"departments", json::array({sample_department()})}};
  EXPECT_EQ(post("/api/v1/import", document).problem(), "number-retired");
  auto whole = get("/api/v1/export").body;
  whole["departments"][0] = sample_department();
  EXPECT_EQ(post("/api/v1/import?replace=1", whole).problem(), "number-retired");
  const auto department = get("/api/v1/departments/lq-guotu").body;
  EXPECT_EQ(department.at("retired")[0].at("number"), 1);
  EXPECT_EQ(department.at("items").size(), 1u);
}

TEST_F(Api, ADepartmentPutWithoutAnItemRetiresIt) {
  // The number is kept even where nobody thought of it.
  fill();
  auto department = sample_department();
  department["items"].erase(0);
  EXPECT_EQ(put("/api/v1/departments/lq-guotu", department).status, 200);
  EXPECT_EQ(put(items + "1", item).problem(), "number-retired");
}

TEST_F(Api, ItemsThatCannotBe) {
  // No such department or number, a title that is too long, an item that a theme shows.
  fill();
  EXPECT_EQ(put("/api/v1/departments/none/items/1", item).problem(), "not-found");
  for (const auto* number : {"99", "x", "1x", "-1", "99999999999"})
    EXPECT_EQ(get(items + number).status, 404) << number;
  json wrong = item;
  std::string title;
  for (int i = 0; i < 50; ++i) title += "长";
  wrong["title"] = title;
  const auto reply = put(items + "1", wrong);
  EXPECT_EQ(reply.status, 422);
  EXPECT_THAT(reply.paths(), ElementsAre("title"));
  EXPECT_EQ(remove(items + "2").problem(), "still-in-use");
  EXPECT_EQ(remove(items + "99").status, 404);
}

TEST_F(Api, AnItemsTagGuardsIt) {
  // If-Match is of the item, not of the department.
  fill();
  const auto tag = get(items + "1").header("ETag");
  EXPECT_EQ(put(items + "2", item).status, 200);
  EXPECT_EQ(send("PUT", items + "1", item.dump(), {{"If-Match", tag}}).status, 200);
  EXPECT_EQ(send("PUT", items + "1", item.dump(), {{"If-Match", tag}}).status, 412);
  EXPECT_EQ(send("DELETE", items + "1", "", {{"If-Match", tag}}).status, 412);
}

}  // namespace
}  // namespace duanwen

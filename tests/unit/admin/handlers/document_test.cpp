// Import and export, and editors who race.
#include <filesystem>
#include <thread>

#include "admin/editing/edit_directory.hpp"
#include "config/reading/read_file.hpp"
#include "tests/unit/admin/support.hpp"

namespace duanwen {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST_F(Api, ExportAndImportAreInverse) {
  // What was exported and imported again, replacing all, changes nothing.
  fill();
  const auto exported = get("/api/v1/export");
  const auto counts = post("/api/v1/import?replace=1", exported.body);
  EXPECT_EQ(counts.status, 200);
  for (const auto* list : {"areas", "departments", "themes"})
    EXPECT_EQ(counts.body.at(list), json({{"added", 0}, {"changed", 0}, {"removed", 0}})) << list;
  EXPECT_EQ(get("/api/v1/export").header("ETag"), exported.header("ETag"));
}

TEST_F(Api, TheSampleDirectoryIsAccepted) {
  // Every file of config/directory imports as it is, and comes out of the export again.
  for (const auto& file :
       std::filesystem::directory_iterator(std::string(SOURCE_DIR) + "/config/directory")) {
    const auto text = read_file(file.path().string(), 64 << 20).value();
    const auto reply = send("POST", "/api/v1/import?replace=1", text);
    EXPECT_EQ(reply.status, 200) << file.path() << ' ' << reply.text;
    EXPECT_EQ(get("/api/v1/export").body.at("departments").size(),
              json::parse(text).at("departments").size());
  }
}

TEST_F(Api, ImportIsAllOrNothing) {
  // One bad item in a document of good ones: all problems are told, nothing is written.
  fill();
  const auto before = get("/api/v1/export").body;
  auto second = sample_department(), third = sample_department();
  second["id"] = "a";
  second["keywords"] = json::array({"甲局"});
  third["id"] = "b";
  third["keywords"] = json::array({"龙泉国土"});
  third["area"] = "nowhere";
  const auto reply = post("/api/v1/import", {{"departments", json::array({second, third})}});
  EXPECT_EQ(reply.status, 422);
  EXPECT_THAT(reply.paths(),
              testing::UnorderedElementsAre("departments[1].area", "departments[1].keywords[0]"));
  EXPECT_EQ(get("/api/v1/export").body, before);
}

TEST_F(Api, ImportMergesByIdOrReplaces) {
  // Merging keeps what the document does not have; replacing drops it.
  fill();
  const json document = {{"areas", json::array({{{"id", "x"}, {"name", "新区"}, {"level", "district"}}})}};
  const auto merged = post("/api/v1/import", document);
  EXPECT_EQ(merged.body.at("areas"), json({{"added", 1}, {"changed", 0}, {"removed", 0}}));
  EXPECT_EQ(get("/api/v1/areas").body.at("areas").size(), 3u);
  const auto replaced = post("/api/v1/import?replace=1", document);
  EXPECT_EQ(replaced.body.at("departments").at("removed"), 1);
  EXPECT_EQ(get("/api/v1/areas").body.at("areas").size(), 1u);
}

TEST_F(Api, ADryRunWritesNothing) {
  // It says what would happen, also what is wrong.
  fill();
  const auto before = get("/api/v1/export").header("ETag");
  const auto reply = post("/api/v1/import?replace=1&dry_run=1", json::object());
  EXPECT_EQ(reply.status, 200);
  EXPECT_EQ(reply.body.at("dry_run"), true);
  EXPECT_EQ(reply.body.at("departments").at("removed"), 1);
  EXPECT_EQ(get("/api/v1/export").header("ETag"), before);
  EXPECT_EQ(post("/api/v1/import?dry_run=1", {{"areas", 7}}).status, 422);
  EXPECT_EQ(post("/api/v1/import?dry_run=yes", json::object()).problem(), "bad-query");
  EXPECT_EQ(send("POST", "/api/v1/import", "{").problem(), "not-json");
}

TEST_F(Api, TwoEditorsWhoRaceBothGetTheirWay) {
  // Two processes' editors on one store, each adding its own areas: none is lost.
  constexpr int each = 20;
  const auto add_areas = [&](const std::string& prefix) {
    blocking_store calls(store_.data(), store_.executor(), milliseconds(5000));
    directory_editor editor(calls, settings_.directory);
    for (int i = 0; i < each; ++i) {
      const auto outcome = editor.apply([&](directory& document) -> std::optional<edit_refusal> {
        auto& added = document.areas.emplace_back();
        added.id = prefix + std::to_string(i);
        added.name = added.id;
        return std::nullopt;
      });
      EXPECT_TRUE(std::holds_alternative<directory_edited>(outcome)) << outcome.index();
    }
  };
  std::thread other([&] { add_areas("b"); });
  add_areas("a");
  other.join();
  EXPECT_EQ(get("/api/v1/areas?limit=1000").body.at("areas").size(), 2u * each);
}

TEST_F(Api, TheServedDirectoryIsNotReadAgain) {
  // While the snapshot is the store's newest version its document is shared; afterwards the store's is read.
  fill();
  serve_newest();
  const auto latest = latest_.load();
  EXPECT_EQ(store_.calls().load_directory(latest).value().document.get(), &latest->document());
  EXPECT_EQ(put("/api/v1/areas/x", {{"name", "新区"}}).status, 201);
  EXPECT_NE(store_.calls().load_directory(latest).value().document.get(), &latest->document());
  EXPECT_EQ(get("/api/v1/areas/x").status, 200);
}

TEST_F(Api, AnEditThatComesSecondSeesTheFirst) {
  // When the store changes between reading and writing, the edit runs again on the newer directory.
  fill();
  directory_editor editor(store_.calls(), settings_.directory), rival(store_.calls(), settings_.directory);
  std::vector<std::size_t> areas_seen;
  const auto outcome = editor.apply([&](directory& document) -> std::optional<edit_refusal> {
    areas_seen.push_back(document.areas.size());
    if (areas_seen.size() == 1)
      rival.apply([](directory& d) -> std::optional<edit_refusal> {
        d.areas.emplace_back().id = "rival";
        d.areas.back().name = "rival";
        return std::nullopt;
      });
    document.areas[0].name = "改名";
    return std::nullopt;
  });
  EXPECT_TRUE(std::holds_alternative<directory_edited>(outcome));
  EXPECT_THAT(areas_seen, ElementsAre(2u, 3u));
  EXPECT_EQ(get("/api/v1/areas/rival").status, 200);
}

}  // namespace
}  // namespace duanwen

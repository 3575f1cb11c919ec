// The directory document: what is wrong with one, told by its place, and that nothing is lost on the way.
#include "storage/codec/directory_json.hpp"

#include <gmock/gmock.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <random>

namespace duanwen {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::StartsWith;

std::vector<std::string> mistakes_of(std::string_view text) {
  std::vector<std::string> all;
  for (const auto& p : parse_directory(text).problems) all.push_back(p.path + ": " + p.message);
  return all;
}

struct mistake {
  const char *document, *told;
};

class DirectoryMistake : public testing::TestWithParam<mistake> {};

TEST_P(DirectoryMistake, IsToldWithItsPlace) {
  // Exactly one problem, where it is and what is wanted there.
  EXPECT_THAT(mistakes_of(GetParam().document), ElementsAre(GetParam().told));
}

constexpr auto fourth_department =
    R"({"departments": [{"id":"a","name":"a"}, {"id":"b","name":"b"}, {"id":"c","name":"c"},
        {"id":"d","name":"d","items":[{"number":1,"title":"t","details":"d"},
                                      {"number":2,"title":"t","details":"d"},
                                      {"number":"3","title":"t","details":"d"}]}]})";
constexpr auto entry_number = "themes[0].entries[0].number: must be a whole number, 0 or more";

INSTANTIATE_TEST_SUITE_P(
    All, DirectoryMistake,
    testing::Values(
        mistake{"[]", ": must be an object"}, mistake{"null", ": must be an object"},
        mistake{R"({"area": []})", "area: is not a key of this"},
        mistake{R"({"areas": {}})", "areas: must be a list"},
        mistake{R"({"areas": [7]})", "areas[0]: must be an object"},
        mistake{R"({"areas": [{}]})", "areas[0].id: is missing"},
        mistake{R"({"areas": [{"id": null}]})", "areas[0].id: must be a text"},
        mistake{R"({"areas": [{"id": 1}]})", "areas[0].id: must be a text"},
        mistake{R"({"areas": [{"id":"a","level":"town"}]})",
                "areas[0].level: must be district, township or village"},
        mistake{R"({"areas": [{"id":"a","level":1}]})",
                "areas[0].level: must be district, township or village"},
        mistake{R"({"areas": [{"id":"a","aliases":"b"}]})", "areas[0].aliases: must be a list"},
        mistake{R"({"areas": [{"id":"a","aliases":["b",2]}]})", "areas[0].aliases[1]: must be a text"},
        mistake{R"({"areas": [{"id":"a","nmae":"b"}]})", "areas[0].nmae: is not a key of this"},
        mistake{R"({"departments": [{"id":"a"}]})", "departments[0].name: is missing"},
        mistake{R"({"departments": [{"id":"a","name":"a","inherits":"yes"}]})",
                "departments[0].inherits: must be true or false"},
        mistake{fourth_department, "departments[3].items[2].number: must be a whole number, 0 or more"},
        mistake{R"({"departments": [{"id":"a","name":"a","items":[{"number":1,"title":"t"}]}]})",
                "departments[0].items[0].details: is missing"},
        mistake{R"({"departments": [{"id":"a","name":"a","retired":[{"number":4,"moved_to":{"item":1}}]}]})",
                "departments[0].retired[0].moved_to.department: is missing"},
        mistake{R"({"departments": [{"id":"a","name":"a","retired":[{"number":4,"moved_to":"b"}]}]})",
                "departments[0].retired[0].moved_to: must be an object"},
        mistake{R"({"departments": [{"id":"a","name":"a","overrides":[{"title":"t"}]}]})",
                "departments[0].overrides[0].number: is missing"},
        mistake{R"({"themes":[{"id":"h","entries":[{"number":1,"department":"a"}]}]})",
                "themes[0].entries[0].item: is missing"},
        mistake{R"({"themes":[{"id":"h","entries":[{"number":-1,"department":"a","item":1}]}]})",
                entry_number},
        mistake{R"({"themes":[{"id":"h","entries":[{"number":1.0,"department":"a","item":1}]}]})",
                entry_number},
        mistake{R"({"themes":[{"id":"h","entries":[{"number":4294967296,"department":"a","item":1}]}]})",
                entry_number}));

TEST(DirectoryJson, AllMistakesAreToldAtOnce) {
  // Those of different entities, and two of the same.
  EXPECT_THAT(
      mistakes_of(R"({"areas":[{"id":1},{"id":"b","x":1}],"themes":[{"name":"n","keywords":[1,"k",2]}]})"),
      ElementsAre("areas[0].id: must be a text", "areas[1].x: is not a key of this",
                  "themes[0].id: is missing", "themes[0].keywords[0]: must be a text",
                  "themes[0].keywords[2]: must be a text"));
}

TEST(DirectoryJson, OneEntityHasPathsFromItself) {
  // As the API reports what is wrong with a body.
  std::vector<problem> problems;
  from_json<item>(nlohmann::json::parse(R"({"title": 1, "details": "d"})"), problems);
  EXPECT_THAT(problems, ElementsAre(problem{"number", "is missing"}, problem{"title", "must be a text"}));
}

TEST(DirectoryJson, WhatIsNoJsonIsOneMistake) {
  // With line and column, also where the text is no UTF-8 or nests without end.
  EXPECT_THAT(
      mistakes_of("{\n  \"areas\": [,]\n}"),
      ElementsAre(testing::AllOf(StartsWith(": is no JSON: "), testing::HasSubstr("line 2, column 13"))));
  const std::string deep(200000, '[');
  for (const std::string& text : {std::string(), std::string("{"), std::string("{} {}"), deep,
                                  std::string(R"({"areas": [{"id": ")") + "\xff\"}]}"})
    EXPECT_THAT(mistakes_of(text), ElementsAre(StartsWith(": is no JSON: ")));
}

TEST(DirectoryJson, WhatMayBeLeftOutMayBeNull) {
  // A null says no more than a key that is not there.
  const auto parsed = parse_directory(
      R"({"areas":[{"id":"a","name":null,"level":null,"aliases":null}],"themes":null,
          "departments":[{"id":"d","name":"n","inherits":null,"items":null,
                          "retired":[{"number":4,"moved_to":null}]}]})");
  EXPECT_THAT(parsed.problems, IsEmpty());
  ASSERT_EQ(parsed.document.areas.size(), 1u);
  EXPECT_EQ(parsed.document.areas[0].level, area_level::district);
  ASSERT_EQ(parsed.document.departments.size(), 1u);
  EXPECT_EQ(parsed.document.departments[0].retired[0].moved_to, std::nullopt);
}

TEST(DirectoryJson, WhatHasItsDefaultIsLeftOut) {
  // An export is as short as the document that a person would write.
  EXPECT_EQ(to_json(directory{}).dump(), "{}");
  area plain;
  plain.id = "lq";
  EXPECT_EQ(to_json(plain).dump(), R"({"id":"lq","level":"district"})");
  department office;
  office.id = "lq-guotu";
  office.name = "国土局";
  EXPECT_EQ(to_json(office).dump(), R"({"id":"lq-guotu","name":"国土局"})");
}

class random_directory {
 public:
  explicit random_directory(std::uint32_t seed) : random_(seed) {}

  directory document() {
    directory d;
    for (auto n = few(); n > 0; --n) {
      auto& a = d.areas.emplace_back();
      a.id = text(), a.name = text(), a.parent = text(), a.agent = text();
      a.level = static_cast<area_level>(random_() % 3), a.aliases = texts(), a.keywords = texts();
    }
    for (auto n = few(); n > 0; --n) d.departments.push_back(office());
    for (auto n = few(); n > 0; --n) {
      auto& t = d.themes.emplace_back();
      t.id = text(), t.name = text(), t.keywords = texts();
      for (auto m = few(); m > 0; --m) t.entries.push_back(theme_entry{number(), text(), number()});
    }
    return d;
  }

 private:
  std::uint32_t few() { return random_() % 4; }
  std::uint32_t number() { return static_cast<std::uint32_t>(random_() >> random_() % 32); }
  std::string text() {
    const std::vector<std::string> pieces = {"国", "a", "\"", "\\", "\n", "😀", " ", "[0]", "\x7f", "\x01"};
    std::string t;
    for (auto n = few(); n > 0; --n) t += pieces[random_() % pieces.size()];
    return t;
  }
  std::vector<std::string> texts() {
    std::vector<std::string> all(few());
    for (auto& t : all) t = text();
    return all;
  }
  department office() {
    department d;
    for (auto* t : {&d.id, &d.name, &d.short_name, &d.area, &d.hotline, &d.address, &d.hours}) *t = text();
    d.keywords = texts(), d.aliases = texts(), d.inherits = random_() % 2 == 0;
    for (auto n = few(); n > 0; --n) d.overrides.push_back(item_override{number(), text(), text(), text()});
    for (auto n = few(); n > 0; --n) {
      auto& i = d.items.emplace_back();
      for (auto* t : {&i.title, &i.details, &i.short_title, &i.valid_from, &i.valid_to, &i.review_by})
        *t = text();
      i.number = number(), i.synonyms = texts();
    }
    for (auto n = few(); n > 0; --n) {
      auto& gone = d.retired.emplace_back();
      gone.number = number();
      if (random_() % 2 == 0) gone.moved_to = item_reference{text(), number()};
    }
    return d;
  }

  std::mt19937 random_;
};

TEST(DirectoryJson, AnExportIsTheDocument) {
  // Every field of every entity comes back, retired numbers too, in its order.
  for (std::uint32_t seed = 0; seed < 300; ++seed) {
    const auto written = random_directory(seed).document();
    const auto parsed = parse_directory(directory_text(written));
    ASSERT_THAT(parsed.problems, IsEmpty()) << "seed " << seed;
    ASSERT_EQ(parsed.document, written) << "seed " << seed << '\n' << directory_text(written);
  }
}

TEST(DirectoryJson, AnExportOfTheSampleIsTheSample) {
  // The directory that is shipped, read, written, and read again.
  std::ifstream in(std::string(SOURCE_DIR) + "/config/directory/longquan.json");
  ASSERT_TRUE(in);
  const std::string text(std::istreambuf_iterator<char>(in), {});
  const auto parsed = parse_directory(text);
  ASSERT_THAT(parsed.problems, IsEmpty());
  ASSERT_FALSE(parsed.document.departments.empty());
  EXPECT_EQ(parse_directory(directory_text(parsed.document)).document, parsed.document);
}

}  // namespace
}  // namespace duanwen

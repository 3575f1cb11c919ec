// The route table: matching, permissions, and the description made from it.
#include "admin/routing/routes.hpp"

#include <gmock/gmock.h>

#include <nlohmann/json.hpp>
#include <set>

#include "admin/openapi/openapi.hpp"

namespace duanwen {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(Routes, MatchPathsAndDecodeNames) {
  // Names are decoded after the path was cut, so that an encoded slash stays inside its name.
  const auto way = find_route("PUT", "/api/v1/departments/lq%2Fa/items/3?x=/y");
  ASSERT_NE(way.found, nullptr);
  EXPECT_EQ(way.found->path, "/api/v1/departments/{id}/items/{number}");
  EXPECT_THAT(way.names, ElementsAre("lq/a", "3"));
  EXPECT_THAT(find_route("GET", "/api/v1/keywords/%E9%BE%99%E6%B3%89").names, ElementsAre("龙泉"));
}

TEST(Routes, TellAMissingPathFromAWrongMethod) {
  // A known path lists its methods, an unknown one none.
  EXPECT_THAT(find_route("POST", "/api/v1/areas/lq").allowed, ElementsAre("GET", "PUT", "DELETE"));
  for (const auto* unknown : {"", "/", "/api/v1/areas/", "/api/v1/areas//", "/api/v1/nothing",
                              "/api/v1/areas/lq/x", "//api/v1/areas", "api/v1/areas"})
    EXPECT_THAT(find_route("GET", unknown).allowed, IsEmpty()) << unknown;
}

TEST(Routes, NamesMayHaveAPercentThatSpellsNothing) {
  EXPECT_THAT(find_route("GET", "/api/v1/keywords/%41%zz%4").names, ElementsAre("A%zz%4"));
}

TEST(Routes, RolesContainEachOther) {
  // A bound editor may change only its own department; an unbound one any; an admin all.
  token_record viewer, editor, bound, admin;
  editor.role = bound.role = token_role::editor;
  bound.department = "a";
  admin.role = token_role::admin;
  const std::vector<std::string> names = {"b"};
  const auto row = [&](access needed) {
    std::string may;
    for (const auto& who : {viewer, bound, editor, admin}) may += may_use(needed, who, names) ? 'y' : 'n';
    return may;
  };
  EXPECT_EQ(row(access::viewer), "yyyy");
  EXPECT_EQ(row(access::editor), "nyyy");
  EXPECT_EQ(row(access::editor_of_department), "nnyy");
  EXPECT_EQ(row(access::admin), "nnny");
  EXPECT_TRUE(may_use(access::editor_of_department, bound, {"a"}));
}

TEST(OpenApi, DescribesExactlyTheRoutes) {
  // Each route is in it and nothing else, with its query parameters.
  const auto described = openapi(routes());
  std::set<std::string> in_table, in_description;
  for (const auto& r : routes()) in_table.insert(std::string(r.method) + ' ' + std::string(r.path));
  for (const auto& [path, methods] : described["paths"].items())
    for (const auto& [method, operation] : methods.items()) {
      std::string upper = method;
      for (auto& c : upper) c = static_cast<char>(c - 'a' + 'A');
      in_description.insert(upper + ' ' + path);
    }
  EXPECT_EQ(in_description, in_table);
  std::vector<std::string> parameters;
  for (const auto& p : described["paths"]["/api/v1/departments"]["get"]["parameters"])
    parameters.push_back(p["name"]);
  EXPECT_THAT(parameters, ElementsAre("area", "q", "limit", "cursor"));
  for (const auto& r : routes())
    EXPECT_EQ(r.summary.find('?'), r.summary.npos) << r.summary;  // what a query says stands in its own field
  EXPECT_EQ(described["paths"]["/healthz"]["get"]["security"], nlohmann::json::array());
}

}  // namespace
}  // namespace duanwen

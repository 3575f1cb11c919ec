// Documents changed as a whole: differences, merging, and problems in the paths of what was sent.
#include <gmock/gmock.h>

#include "admin/editing/directory_diff.hpp"
#include "admin/editing/merge_document.hpp"
#include "admin/editing/problem_paths.hpp"

namespace duanwen {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

department department_named(const std::string& id, const std::string& name) {
  department d;
  d.id = id;
  d.name = name;
  return d;
}

TEST(Diff, PutsWhatIsNewOrDifferentAndDropsWhatIsGone) {
  // What is the same is not written.
  directory before, after;
  before.departments = {department_named("same", "1"), department_named("changed", "1"),
                        department_named("gone", "1")};
  after.departments = {department_named("changed", "2"), department_named("new", "1"),
                       department_named("same", "1")};
  const auto change = diff(before, after);
  EXPECT_THAT(change.put_departments,
              ElementsAre(department_named("changed", "2"), department_named("new", "1")));
  EXPECT_THAT(change.drop_departments, ElementsAre("gone"));
  EXPECT_THAT(change.put_areas, IsEmpty());
  const auto counts = count_changes(before.departments, after.departments);
  EXPECT_EQ(counts.added, 1u);
  EXPECT_EQ(counts.changed, 1u);
  EXPECT_EQ(counts.removed, 1u);
}

TEST(Merge, ReplacesByIdAndKeepsTheRest) {
  // Twice the same id in one document stays twice, for the check to refuse.
  directory document, imported;
  document.departments = {department_named("a", "old"), department_named("b", "old")};
  imported.departments = {department_named("b", "new"), department_named("c", "new"),
                          department_named("b", "again")};
  merge_document(document, imported);
  EXPECT_THAT(document.departments,
              ElementsAre(department_named("a", "old"), department_named("b", "new"),
                          department_named("c", "new"), department_named("b", "again")));
}

TEST(ProblemPaths, AreThoseOfWhatWasSent) {
  // Positions in the whole document mean nothing to who sent one department or one item of it.
  directory document;
  document.departments = {department_named("a", ""), department_named("b", "")};
  document.areas.emplace_back().id = "lq";
  const std::vector<problem> problems = {
      {"departments[1].items[2].title", ""}, {"departments[0].area", ""}, {"areas[0]", ""}, {"", ""}};
  EXPECT_THAT(seen_from_entity(problems, document, "departments", "b"),
              ElementsAre(problem{"items[2].title", ""}, problem{"departments[a].area", ""},
                          problem{"areas[lq]", ""}, problem{"", ""}));
  EXPECT_THAT(seen_from_item({{"items[2].title", ""}, {"items[1].title", ""}, {"name", ""}}, 2),
              ElementsAre(problem{"title", ""}, problem{"items[1].title", ""}, problem{"name", ""}));
  directory imported;
  imported.departments = {department_named("b", "")};
  EXPECT_THAT(seen_from_import(problems, document, imported),
              ElementsAre(problem{"departments[0].items[2].title", ""}, problem{"departments[a].area", ""},
                          problem{"areas[lq]", ""}, problem{"", ""}));
}

}  // namespace
}  // namespace duanwen

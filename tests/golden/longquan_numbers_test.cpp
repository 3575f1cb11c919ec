// The numbers of the sample directory, a line each: posters print them, so none may come to mean something
// else. UPDATE_GOLDEN=1 writes the list anew, for review: a line may be added, none changed.
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>

#include "tests/support/samples/shipped.hpp"

namespace duanwen::golden {
namespace {

constexpr const char* list = "tests/golden/longquan_numbers.txt";

std::string numbers_of(const directory& document) {
  std::string lines;
  for (const auto& d : document.departments) {
    for (const auto& i : d.items) lines += d.id + " " + std::to_string(i.number) + " " + i.title + "\n";
    for (const auto& r : d.retired) lines += d.id + " " + std::to_string(r.number) + " (retired)\n";
  }
  for (const auto& t : document.themes)
    for (const auto& e : t.entries)
      lines +=
          t.id + " " + std::to_string(e.number) + " = " + e.department + " " + std::to_string(e.item) + "\n";
  return lines;
}

TEST(LongquanNumbers, MeanWhatTheyMeant) {
  // The same number, the same title, for each department and theme.
  const auto numbers = numbers_of(test::read_directory("config/directory/longquan.json"));
  if (std::getenv("UPDATE_GOLDEN")) {
    std::ofstream(std::string(SOURCE_DIR) + "/" + list) << numbers;
  } else {
    EXPECT_EQ(numbers, test::content_of(list));
  }
}

}  // namespace
}  // namespace duanwen::golden

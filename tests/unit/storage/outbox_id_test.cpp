// Ids of an outbox are put in the order in which they were given.
#include "storage/outbox_id.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace duanwen {
namespace {

TEST(outbox_id, is_ordered_by_its_numbers_and_not_by_its_letters) {
  const std::vector<std::string> rising{"",     "9",     "10",    "99-1",  "99-2",
                                        "99-9", "99-10", "100-1", "100-2", "1790000000000000-1"};
  for (std::size_t i = 0; i < rising.size(); ++i)
    for (std::size_t j = 0; j < rising.size(); ++j)
      EXPECT_EQ(came_after(rising[i], rising[j]), i > j) << rising[i] << " and " << rising[j];
}

}  // namespace
}  // namespace duanwen

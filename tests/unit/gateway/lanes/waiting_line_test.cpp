// Who leaves next of those that wait for one carrier.
#include "gateway/lanes/waiting_line.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace duanwen {
namespace {

using testing::ElementsAre;

std::vector<waiting_line::serial> emptied(waiting_line& line) {
  std::vector<waiting_line::serial> left;
  for (auto next = line.next(); next; next = line.next()) {
    left.push_back(*next);
    line.leaves(*next);
  }
  return left;
}

TEST(waiting_line, the_oldest_leaves_first) {
  waiting_line line;
  line.push(7, {2, 0, false});
  line.push(3, {3, 0, false});
  line.push(5, {1, 0, false});
  line.erase(3);
  EXPECT_EQ(line.size(), 2u);
  EXPECT_THAT(emptied(line), ElementsAre(5, 7));
}

TEST(waiting_line, the_same_text_to_several_lets_others_go_first_and_is_found_together) {
  waiting_line line;
  line.push(1, {1, 42, false});
  line.push(2, {2, 0, false});
  line.push(3, {3, 42, false});
  line.push(4, {4, 43, false});
  EXPECT_THAT(line.same_text(3, 10), ElementsAre(3, 1));
  EXPECT_THAT(line.same_text(2, 10), ElementsAre(2)) << "0 is nobody's text";
  EXPECT_THAT(emptied(line), ElementsAre(2, 4, 1, 3));
}

TEST(waiting_line, the_last_of_several_has_its_place_again) {
  waiting_line line;
  line.push(1, {1, 42, false});
  line.push(2, {2, 0, false});
  line.push(3, {3, 42, false});
  line.erase(3);
  EXPECT_THAT(emptied(line), ElementsAre(1, 2));
}

TEST(waiting_line, what_yields_has_every_fifth_turn) {
  waiting_line line;
  line.push(100, {1, 0, true});
  line.push(101, {2, 0, true});
  for (waiting_line::serial s = 1; s <= 9; ++s) line.push(s, {10 + s, 0, false});
  EXPECT_THAT(emptied(line), ElementsAre(1, 2, 3, 4, 100, 5, 6, 7, 8, 101, 9));
}

}  // namespace
}  // namespace duanwen

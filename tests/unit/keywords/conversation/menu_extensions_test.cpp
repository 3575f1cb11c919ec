// Under which extensions menus are told, and what comes to them.
#include "keywords/conversation/menu_extensions.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace duanwen {
namespace {

class menu_extensions : public ::testing::Test {
 protected:
  static conversation at(const std::string& department) {
    conversation c;
    c.menu = menu_kind::department;
    c.id = department;
    return c;
  }
  /// The resident is told the menu of `department`; its digits.
  std::uint32_t told(const std::string& department, std::optional<std::uint32_t> texted_to = std::nullopt) {
    decision d;
    d.next = at(department);
    d.answer.blocks.push_back({"一", department, 0});
    inquiry incoming;
    incoming.menu_extension = texted_to;
    give_menu_extension(d, stands, incoming, range);
    stands = d.next;
    return d.menu_extension;
  }
  menu_extension_range range{99, {}};
  conversation stands;
};

TEST_F(menu_extensions, each_menu_has_digits_of_its_own_and_keeps_them) {
  EXPECT_EQ(told("a"), 1u);
  EXPECT_EQ(told("b"), 2u);
  EXPECT_EQ(told("a"), 1u);
  EXPECT_EQ(told("c"), 3u);
  EXPECT_EQ(menu_under(stands, 1).id, "a");
  EXPECT_EQ(menu_under(stands, 2).id, "b");
  EXPECT_TRUE(menu_under(stands, 2).below_menu) << "so that 0 shows it";
  EXPECT_EQ(menu_under(stands, 4), conversation()) << "nothing was told there";
}

TEST_F(menu_extensions, the_menu_in_view_is_known_with_all_of_it) {
  told("a");
  stands.waiting = {4, 5};
  EXPECT_EQ(menu_under(stands, 1), stands);
  told("b");
  EXPECT_TRUE(menu_under(stands, 1).waiting.empty());
}

TEST_F(menu_extensions, digits_that_make_a_number_of_ours_are_passed_over) {
  range.taken = {1, 3};
  EXPECT_EQ(told("a"), 2u);
  EXPECT_EQ(told("b"), 4u);
}

TEST_F(menu_extensions, when_all_are_given_the_menu_told_the_longest_ago_loses_its_own) {
  range.highest = 3;
  range.taken = {2};
  EXPECT_EQ(told("a"), 1u);
  EXPECT_EQ(told("b"), 3u);
  EXPECT_EQ(told("a"), 1u);
  EXPECT_EQ(told("c"), 3u);
  EXPECT_EQ(menu_under(stands, 3).id, "c");
  EXPECT_EQ(menu_under(stands, 1).id, "a");
  range.taken = {1, 2, 3};
  EXPECT_EQ(told("d"), 0u) << "then the number as it is";
}

TEST_F(menu_extensions, digits_begin_anew_behind_the_highest) {
  stands.last_menu_extension = 99;
  EXPECT_EQ(told("a"), 1u);
}

TEST_F(menu_extensions, only_so_many_are_remembered) {
  for (int i = 0; i < 50; ++i) told("d" + std::to_string(i));
  EXPECT_LE(stands.told_menus.size(), 20u);
  EXPECT_EQ(menu_under(stands, 50).id, "d49");
  EXPECT_EQ(menu_under(stands, 1), conversation());
}

TEST_F(menu_extensions, a_list_made_for_the_moment_is_a_menu_too) {
  decision d;
  d.next.menu = menu_kind::offers;
  d.next.offers = {{menu_kind::department, "a", 0}, {menu_kind::department, "b", 2}};
  d.answer.blocks.push_back({"1甲 2乙", "", 0});
  give_menu_extension(d, stands, {}, range);
  stands = d.next;
  told("c");
  EXPECT_EQ(menu_under(stands, d.menu_extension).menu, menu_kind::offers);
  EXPECT_EQ(menu_under(stands, d.menu_extension).offers, d.next.offers);
}

TEST_F(menu_extensions, a_sentence_leaves_under_what_was_texted) {
  told("a");
  told("b");
  EXPECT_EQ(told("b", 1), 1u) << "nobody moved";
  EXPECT_EQ(told("b", 77), 77u) << "nothing is known of them, and the answer goes back there";
  EXPECT_EQ(told("a", 1), 1u);
}

TEST_F(menu_extensions, without_digits_nothing_is_given_and_what_was_is_kept) {
  told("a");
  range.highest = 0;
  EXPECT_EQ(told("b"), 0u);
  EXPECT_EQ(menu_under(stands, 1).id, "a");
  range.highest = 99;
  decision silent;
  silent.next = at("c");
  give_menu_extension(silent, stands, {}, range);
  EXPECT_EQ(silent.menu_extension, 0u);
  EXPECT_EQ(silent.next.told_menus, stands.told_menus);
}

}  // namespace
}  // namespace duanwen

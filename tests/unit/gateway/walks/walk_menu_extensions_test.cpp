// Digits behind the service number that lead back to the menu of a reply.
#include "tests/unit/gateway/walks/walk.hpp"

namespace duanwen::test {
namespace {

using testing::HasSubstr;
using testing::Not;
using testing::SizeIs;

class walk_menu_extensions : public walk {
 protected:
  walk_menu_extensions() {
    settings.carriers[0].extension_digits = 2;
    directory_change more;
    auto town = small_town();
    auto& other = town.departments[0];
    other.id = "gongshang";
    other.name = "龙泉驿区工商局";
    other.short_name = "龙泉工商";
    other.keywords = {"龙泉工商"};
    for (auto& i : other.items) i.details = "到工商所窗口" + std::to_string(i.number) + "办。";
    more.put_departments = town.departments;
    const auto version = *run_coroutine(kept.directory_version());
    EXPECT_TRUE(*run_coroutine(kept.write_directory(version, more)));
  }
  /// What the resident gets for a text to that number, as "number: text".
  std::string answer(const std::string& to, const std::string& what) {
    auto& carrier = daemon().carrier();
    carrier.deliver(resident, to, what);
    daemon().step();
    return carrier.submits.back().source_addr + ": " + carrier.last_text();
  }
};

TEST_F(walk_menu_extensions, a_reply_leaves_from_digits_of_its_menu_and_what_comes_there_is_a_number_of_it) {
  EXPECT_THAT(answer(number, "龙泉国土"), HasSubstr("1069000101: "));
  EXPECT_THAT(answer(number, "龙泉工商"), HasSubstr("1069000102: "));
  const auto of_the_first = answer("1069000101", "1");
  EXPECT_THAT(of_the_first, HasSubstr("1069000101: "));
  EXPECT_THAT(of_the_first, HasSubstr("带身份证到窗口1办"));
  const auto of_the_second = answer("1069000102", "1");
  EXPECT_THAT(of_the_second, HasSubstr("1069000102: "));
  EXPECT_THAT(of_the_second, HasSubstr("到工商所窗口1办"));
  EXPECT_THAT(answer(number, "2"), HasSubstr("工商所窗口2")) << "the menu that was seen last";
  EXPECT_EQ(outbox_size(), 0u);
}

TEST_F(walk_menu_extensions, an_extension_of_a_department_is_no_digits_of_a_menu) {
  // 03 is guotu's own: it is passed over, and replies from there have their digits behind it.
  EXPECT_THAT(answer("1069000103", "1"), HasSubstr("106900010301: "));
  EXPECT_THAT(answer("106900010301", "2"), HasSubstr("窗口2"));
  EXPECT_THAT(answer(number, "龙泉工商"), HasSubstr("1069000102: "));
  EXPECT_THAT(answer(number, "帮助"), HasSubstr("1069000102: ")) << "the menu in view";
}

TEST_F(walk_menu_extensions, digits_of_which_nothing_is_known_are_no_menu) {
  answer(number, "龙泉国土");
  const auto said = answer("1069000177", "1");
  EXPECT_THAT(said, HasSubstr("1069000177: "));
  EXPECT_THAT(said, Not(HasSubstr("窗口1")));
  const auto before = daemon().carrier().submits.size();
  daemon().carrier().deliver(resident, "10690001777", "1");
  daemon().step();
  EXPECT_EQ(daemon().carrier().submits.size(), before) << "three digits are not ours";
}

TEST_F(walk_menu_extensions, details_of_two_menus_do_not_leave_as_one) {
  answer(number, "龙泉国土");
  answer(number, "龙泉工商");
  auto& carrier = daemon().carrier();
  const auto before = carrier.submits.size();
  carrier.answers_submits = false;
  for (const char* to : {"1069000101", "1069000101", "1069000102"}) {
    carrier.deliver(resident, to, "1");
    daemon().step();
  }
  carrier.answers_submits = true;
  for (int i = 0; i < 3; ++i) {
    carrier.answer_submits();
    daemon().step();
  }
  ASSERT_THAT(carrier.submits, SizeIs(before + 3));
  EXPECT_EQ(carrier.submits[before + 2].source_addr, "1069000102");
}

TEST_F(walk_menu_extensions, a_carrier_without_digits_sends_from_the_number_itself) {
  settings.carriers[0].extension_digits = 0;
  EXPECT_THAT(answer(number, "龙泉国土"), HasSubstr("10690001: "));
}

TEST_F(walk_menu_extensions, menus_told_outlive_a_restart) {
  answer(number, "龙泉国土");
  answer(number, "龙泉工商");
  started.reset();
  daemon().advance(5s);
  EXPECT_THAT(answer("1069000101", "1"), HasSubstr("1069000101: 【龙泉国土】"));
}

}  // namespace
}  // namespace duanwen::test

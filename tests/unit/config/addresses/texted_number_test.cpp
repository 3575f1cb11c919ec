// Numbers with the digits of a menu behind them.
#include "config/addresses/texted_number.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "config/reading/check.hpp"

namespace duanwen {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

class texted_numbers : public ::testing::Test {
 protected:
  texted_numbers() {
    services.resize(1);
    services[0].number = "10690001";
    services[0].extensions["03"] = "lq-guotu";
  }
  std::vector<service_settings> services;
};

TEST_F(texted_numbers, digits_behind_a_number_of_ours_are_a_menus) {
  const auto found = find_texted_number(services, "1069000112", 2);
  ASSERT_TRUE(found);
  EXPECT_EQ(found->to.service, &services[0]);
  EXPECT_EQ(found->to.department, "");
  EXPECT_EQ(found->number, "10690001");
  EXPECT_EQ(found->menu_extension, 12u);
  const auto of_department = find_texted_number(services, "+106900010307", 2);
  ASSERT_TRUE(of_department);
  EXPECT_EQ(of_department->to.department, "lq-guotu");
  EXPECT_EQ(of_department->number, "+1069000103");
  EXPECT_EQ(of_department->menu_extension, 7u);
}

TEST_F(texted_numbers, what_is_ours_as_it_stands_has_no_digits) {
  EXPECT_EQ(find_texted_number(services, "10690001", 2)->menu_extension, std::nullopt);
  EXPECT_EQ(find_texted_number(services, "1069000103", 2)->menu_extension, std::nullopt);
  EXPECT_EQ(find_texted_number(services, "1069000103", 2)->to.department, "lq-guotu");
}

TEST_F(texted_numbers, neither_fewer_nor_more_digits_nor_none_are_ours) {
  for (const auto* other : {"106900011", "10690001123", "10690002", "106900011x", "", "12"})
    EXPECT_FALSE(find_texted_number(services, other, 2)) << other;
  EXPECT_FALSE(find_texted_number(services, "1069000112", 0));
}

TEST_F(texted_numbers, any_carriers_digits_are_found_where_it_may_be_any) {
  config settings;
  settings.services = services;
  settings.carriers.resize(2);
  EXPECT_FALSE(find_texted_number(settings, "1069000112"));
  settings.carriers[1].extension_digits = 2;
  EXPECT_EQ(find_texted_number(settings, "1069000112")->menu_extension, 12u);
  EXPECT_EQ(find_texted_number(settings, "10690001")->menu_extension, std::nullopt);
}

TEST_F(texted_numbers, a_number_is_written_with_zeros_in_front_or_as_it_is) {
  EXPECT_EQ(with_menu_extension("10690001", 7, 2), "1069000107");
  EXPECT_EQ(with_menu_extension("10690001", 99, 2), "1069000199");
  EXPECT_EQ(with_menu_extension("10690001", 0, 2), "10690001");
  EXPECT_EQ(with_menu_extension("10690001", 7, 0), "10690001") << "another carrier sends it";
  EXPECT_EQ(with_menu_extension("10690001", 100, 2), "10690001") << "one of fewer digits";
  EXPECT_EQ(with_menu_extension(std::string(19, '1'), 7, 2), std::string(19, '1'));
  EXPECT_EQ(highest_menu_extension(0), 0u);
  EXPECT_EQ(highest_menu_extension(2), 99u);
}

TEST_F(texted_numbers, digits_that_make_another_number_of_ours_are_taken) {
  services[0].extensions["0311"] = "lq-gongshang";
  services.resize(2);
  services[1].number = "1069000120";
  EXPECT_THAT(taken_menu_extensions(services, "10690001", 2), ElementsAre(3, 20));
  EXPECT_THAT(taken_menu_extensions(services, "+1069000103", 2), ElementsAre(11));
  EXPECT_THAT(taken_menu_extensions(services, "1069000120", 2), IsEmpty());
}

TEST_F(texted_numbers, every_reply_must_have_a_number_of_at_most_20_digits) {
  config settings;
  settings.services = services;
  settings.services[0].number = std::string(17, '1');
  settings.services[0].extensions.clear();
  settings.carriers.resize(1);
  settings.carriers[0].name = "mobile";
  settings.carriers[0].extension_digits = 3;
  mistake_list mistakes({});
  check_config(settings, mistakes);
  EXPECT_FALSE(mistakes.about("carrier[0].extension_digits"));
  settings.carriers[0].extension_digits = 4;
  check_config(settings, mistakes);
  EXPECT_TRUE(mistakes.about("carrier[0].extension_digits"));
}

}  // namespace
}  // namespace duanwen

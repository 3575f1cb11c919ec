#include "config/addresses/msisdn.hpp"

#include <gtest/gtest.h>

namespace duanwen {
namespace {

TEST(msisdn, all_forms_of_a_number_are_one_resident) {
  for (const auto* form : {"13800000001", "8613800000001", "+8613800000001", "008613800000001"})
    EXPECT_EQ(to_msisdn(form, "86"), "8613800000001") << form;
}

TEST(msisdn, a_foreign_number_keeps_its_country) {
  EXPECT_EQ(to_msisdn("+4915112345678", "86"), "4915112345678");
}

TEST(msisdn, a_mobile_number_that_begins_like_the_country_code_is_still_national) {
  EXPECT_EQ(to_msisdn("86812345678", "86"), "8686812345678");
}

TEST(msisdn, what_is_said_to_be_international_is_of_the_country_it_begins_with) {
  for (const auto* number : {"13805551234", "85291234567", "4915112345678", "6591234567", "85366123456",
                             "886912345678", "14165550123", "79161234567", "8613800000001"})
    EXPECT_EQ(to_msisdn(number, "86", number_type::international), number);
}

TEST(msisdn, what_is_said_to_be_international_and_cannot_be_is_national) {
  // No exchange of North America begins with 0 or 1, no country code with 0, and with 1 none is as short.
  for (const auto* number : {"13800000001", "13800138000", "18610345678", "15910001000", "1380555"})
    EXPECT_EQ(to_msisdn(number, "86", number_type::international), "86" + std::string(number));
}

TEST(msisdn, a_plus_or_two_zeros_say_more_than_the_type) {
  for (int type = 0; type < 8; ++type) {
    const auto as = static_cast<number_type>(type);
    for (const std::string number : {"85291234567", "13805551234", "8613800000001"}) {
      EXPECT_EQ(to_msisdn("+" + number, "86", as), number) << type;
      EXPECT_EQ(to_msisdn("00" + number, "86", as), number) << type;
    }
    EXPECT_EQ(to_msisdn("+", "86", as), std::nullopt);
    EXPECT_EQ(to_msisdn("CMCC", "86", as), std::nullopt);
  }
}

TEST(msisdn, what_is_said_to_be_national_is_of_our_country) {
  for (const auto* number : {"13805551234", "85291234567", "1061234567"})
    EXPECT_EQ(to_msisdn(number, "86", number_type::national), "86" + std::string(number));
  EXPECT_EQ(to_msisdn("8613805551234", "86", number_type::national), "8613805551234")
      << "too long for one without its country";
}

TEST(msisdn, every_other_type_leaves_it_to_the_digits) {
  for (const int type : {0, 3, 4, 6, 7, 255}) {
    EXPECT_EQ(to_msisdn("13805551234", "86", static_cast<number_type>(type)), "8613805551234") << type;
    EXPECT_EQ(to_msisdn("8613805551234", "86", static_cast<number_type>(type)), "8613805551234") << type;
  }
}

TEST(msisdn, an_address_whose_type_is_not_known_is_whoever_it_can_be) {
  for (const auto* form : {"85291234567", "+85291234567", "0085291234567"})
    EXPECT_TRUE(is_number_of(form, "85291234567", "86")) << form;
  for (const auto* form : {"13805551234", "8613805551234", "+8613805551234"})
    EXPECT_TRUE(is_number_of(form, "8613805551234", "86")) << form;
  EXPECT_FALSE(is_number_of("13805551235", "8613805551234", "86"));
  EXPECT_FALSE(is_number_of("", "8613805551234", "86"));
  EXPECT_EQ(national_of("8613805551234", "86"), "13805551234");
  EXPECT_EQ(national_of("85291234567", "86"), "");
}

TEST(msisdn, short_and_lettered_senders_are_none) {
  for (const auto* form :
       {"", "10086", "95588", "China Mobile", "1380000x001", "+", "00", "1234567890123456"})
    EXPECT_EQ(to_msisdn(form, "86"), std::nullopt) << form;
}

TEST(msisdn, a_log_never_shows_a_whole_number) {
  EXPECT_EQ(masked("8613800000001"), "138****0001");
  EXPECT_EQ(masked("13800000001"), "138****0001");
  EXPECT_EQ(masked("1008"), "****");
}

TEST(msisdn, a_service_is_found_by_its_number_or_with_an_extension_of_its_own) {
  std::vector<service_settings> services(1);
  services[0].number = "10690001";
  services[0].extensions["03"] = "lq-guotu";
  EXPECT_EQ(find_service(services, "10690001")->department, "");
  EXPECT_EQ(find_service(services, "1069000103")->department, "lq-guotu");
  EXPECT_EQ(find_service(services, "1069000199"), std::nullopt);
  EXPECT_EQ(find_service(services, "10690002"), std::nullopt);
}

}  // namespace
}  // namespace duanwen

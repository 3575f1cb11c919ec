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

// message_state by its one table.
#include "gateway/smpp/pdu/message_state.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "gateway/smpp/text/receipt.hpp"

namespace duanwen::smpp {
namespace {

TEST(message_state, octets_are_those_of_the_specification) {
  EXPECT_STREQ(name_of(message_state_of(1).value()), "enroute");
  EXPECT_STREQ(name_of(message_state_of(2).value()), "delivered");
  EXPECT_STREQ(name_of(message_state_of(5).value()), "undeliverable");
  EXPECT_STREQ(name_of(message_state_of(8).value()), "rejected");
  EXPECT_EQ(message_state_of(0), message_state::enroute) << "scheduled, of 5.0";
  EXPECT_FALSE(message_state_of(9));
  EXPECT_FALSE(message_state_of(255));
}

TEST(message_state, what_is_written_into_a_receipt_is_read_out_of_it) {
  for (std::uint8_t octet = 1; octet <= 8; ++octet) {
    const auto state = message_state_of(octet).value();
    EXPECT_EQ(octet_of(state), octet);
    EXPECT_EQ(std::string_view(stat_of(state)).size(), 7u) << "appendix B";
    EXPECT_EQ(read_receipt_text(std::string("id:1 stat:") + stat_of(state)).state, state);
  }
}

TEST(message_state, what_may_still_change_is_not_final) {
  for (const auto state : {message_state::enroute, message_state::accepted, message_state::unknown})
    EXPECT_FALSE(is_final(state)) << name_of(state);
  for (const auto state : {message_state::delivered, message_state::expired, message_state::deleted,
                           message_state::undeliverable, message_state::rejected})
    EXPECT_TRUE(is_final(state)) << name_of(state);
}

}  // namespace
}  // namespace duanwen::smpp

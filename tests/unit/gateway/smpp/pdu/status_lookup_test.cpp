// What a command_status says about trying again.
#include "gateway/smpp/pdu/status_lookup.hpp"

#include <gtest/gtest.h>

#include "gateway/smpp/pdu/command_status.hpp"
#include "gateway/smpp/pdu/command_status_table.hpp"

namespace duanwen::smpp {
namespace {

TEST(command_status, classes) {
  // The moment, the pace, the message or the bind is to blame; a vendor's own value blames the moment.
  EXPECT_EQ(class_of_status(esme::rok), outcome_class::ok);
  EXPECT_EQ(class_of_status(esme::rsyserr), outcome_class::retry);
  EXPECT_EQ(class_of_status(esme::rx_t_appn), outcome_class::retry);
  EXPECT_EQ(class_of_status(esme::rthrottled), outcome_class::throttle);
  EXPECT_EQ(class_of_status(esme::rmsgqful), outcome_class::throttle);
  EXPECT_EQ(class_of_status(esme::rinvdstadr), outcome_class::permanent);
  EXPECT_EQ(class_of_status(esme::rx_p_appn), outcome_class::permanent);
  EXPECT_EQ(class_of_status(esme::rx_r_appn), outcome_class::permanent);
  EXPECT_EQ(class_of_status(esme::rinvbndsts), outcome_class::fatal);
  EXPECT_EQ(class_of_status(0x401), outcome_class::retry);
  EXPECT_EQ(class_of_status(0xFFFFFFFF), outcome_class::retry);
}

TEST(command_status, names) {
  // By the specification, with the number for logs.
  EXPECT_STREQ(name_of_status(esme::rthrottled), "ESME_RTHROTTLED");
  EXPECT_STREQ(name_of_status(0x401), "unknown");
  EXPECT_EQ(describe_status(esme::rthrottled), "ESME_RTHROTTLED (0x00000058)");
  EXPECT_EQ(describe_status(0x401), "0x00000401");
}

TEST(command_status, the_table_ascends) {
  // So no value is in it twice.
  for (std::size_t i = 1; i < status_table.size(); ++i)
    EXPECT_LT(status_table[i - 1].command_status, status_table[i].command_status);
}

}  // namespace
}  // namespace duanwen::smpp

// How often one resident is answered.
#include "gateway/inquiries/flood.hpp"

#include <gtest/gtest.h>

namespace duanwen {
namespace {

TEST(flood, one_notice_then_silence_until_the_next_minute) {
  flood_gate gate(2);
  const conversation_key who("10690001", "8613800000001");
  EXPECT_EQ(gate.judge(who, 1000), flood_verdict::answer);
  EXPECT_EQ(gate.judge(who, 2000), flood_verdict::answer);
  EXPECT_EQ(gate.judge(who, 3000), flood_verdict::notice);
  EXPECT_EQ(gate.judge(who, 4000), flood_verdict::silence);
  EXPECT_EQ(gate.judge(conversation_key("10690001", "8613800000002"), 4000), flood_verdict::answer);
  EXPECT_EQ(gate.judge(who, 61000), flood_verdict::answer);
}

}  // namespace
}  // namespace duanwen

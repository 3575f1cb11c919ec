// What a carrier that dials us needs, and what carriers of one address have to agree on.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "config/addresses/address.hpp"
#include "tests/unit/config/support.hpp"

namespace duanwen {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::string carrier(const std::string& name, const std::string& more) {
  return "[[carrier]]\nname = \"" + name + "\"\nmode = \"listen\"\n" + more + "\n";
}

TEST(Listening, NeedsAnAddressAPasswordAndWithTlsACertificate) {
  EXPECT_THAT(lines(parse(carrier("a", "system_id = \"a\"\ntls = true")).mistakes),
              ElementsAre("1 carrier[0].listen: must be host:port where mode is \"listen\", as 0.0.0.0:2775",
                          "1 carrier[0].password: must not be empty where the carrier dials us",
                          "1 carrier[0].tls_certificate: is what the carrier verifies when it dials us"));
  EXPECT_THAT(
      lines(parse(carrier("a", "system_id = \"a\"\nlisten = \"[::]:2775\"\npassword = \"p\"")).mistakes),
      IsEmpty());
}

TEST(Listening, CarriersOfOneAddressDifferInSystemIdAndNotInTls) {
  const std::string fine = "listen = \"0.0.0.0:2775\"\npassword = \"p\"\nsystem_id = ";
  EXPECT_THAT(lines(parse(carrier("a", fine + "\"x\"") + carrier("b", fine + "\"y\"")).mistakes), IsEmpty());
  const auto same = parse(carrier("a", fine + "\"x\"") +
                          carrier("b", fine + "\"x\"\ntls = true\ntls_certificate = \"c\"\ntls_key = \"k\""));
  EXPECT_THAT(lines(same.mistakes),
              ElementsAre("12 carrier[1].system_id: is that of a at the same listen address",
                          "13 carrier[1].tls: and its files must be those of a at the same listen address"));
}

TEST(Networks, HoldTheirAddressesAndNoOthers) {
  EXPECT_TRUE(is_in_network("10.1.2.3", "10.0.0.0/8"));
  EXPECT_FALSE(is_in_network("11.1.2.3", "10.0.0.0/8"));
  EXPECT_TRUE(is_in_network("192.168.1.129", "192.168.1.128/25"));
  EXPECT_FALSE(is_in_network("192.168.1.127", "192.168.1.128/25"));
  EXPECT_TRUE(is_in_network("1.2.3.4", "0.0.0.0/0"));
  EXPECT_TRUE(is_in_network("1.2.3.4", "1.2.3.4"));
  EXPECT_FALSE(is_in_network("1.2.3.5", "1.2.3.4"));
  EXPECT_TRUE(is_in_network("2001:db8:1::1", "2001:db8::/32"));
  EXPECT_FALSE(is_in_network("2001:db9::1", "2001:db8::/32"));
  EXPECT_FALSE(is_in_network("10.1.2.3", "::/0")) << "another kind of address";
  EXPECT_TRUE(is_in_network("::ffff:10.1.2.3", "10.0.0.0/8")) << "as a socket for both kinds spells it";
  EXPECT_FALSE(is_in_network("nonsense", "0.0.0.0/0"));
}

}  // namespace
}  // namespace duanwen

// Hosts, addresses, paths, prefixes and accounts of a file: each mistake with its line and what to write.
#include <gmock/gmock.h>

#include "tests/unit/config/support.hpp"

namespace duanwen {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

std::string account(const std::string& lines_of_it) {
  return "[[carrier]]\nname = \"m\"\nsystem_id = \"s\"\n" + lines_of_it;
}

TEST(AddressesInFiles, AreToldWithLineAndWhatToWrite) {
  const auto read = parse(R"([gateway]
data_dir = "/var/lib/duanwen "
[redis]
url = "redis://h:1 "
[admin]
listen = ":8080"
[log]
file = "~/duanwen.log"
[[service]]
number = "1069 0001"
[[carrier]]
name = "m"
system_id = "s"
host = "[::1]"
tls_ca = "file:///etc/ca.pem"
[[carrier]]
name = "n"
system_id = "s"
mode = "listen"
password = "p"
listen = "2775"
allowed_from = ["10.0.0.0/8 ", ""]
[[route]]
prefix = "+86138"
carriers = ["m"]
[[route]]
prefix = "0086139"
carriers = ["m"]
)");
  EXPECT_THAT(
      lines(read.mistakes),
      ElementsAre(
          "2 gateway.data_dir: begins or ends with a blank; write \"/var/lib/duanwen\"",
          "4 redis.url: begins or ends with a blank; write it without",
          "6 admin.listen: must be host:port, as 127.0.0.1:8080 or [::1]:8080; write \"127.0.0.1:8080\"",
          "8 log.file: is not completed by a shell; write the folder that ~ stands for",
          "10 service[0].number: must be digits; write \"10690001\"",
          "14 carrier[0].host: must be a name or an address and nothing else; write \"::1\"",
          "15 carrier[0].tls_ca: must be a path; write \"/etc/ca.pem\"",
          "21 carrier[1].listen: must be host:port where mode is \"listen\", as 0.0.0.0:2775; write "
          "\"0.0.0.0:2775\"",
          "22 carrier[1].allowed_from: 10.0.0.0/8  must be a network, as 10.0.0.0/8; write \"10.0.0.0/8\"",
          "22 carrier[1].allowed_from: \"\" must be a network, as 10.0.0.0/8",
          "24 route[0].prefix: must be digits with the country code, as 86138; write \"86138\"",
          "27 route[1].prefix: must be digits with the country code, as 86138; write \"86139\""));
}

TEST(AddressesInFiles, ControlCharactersAreToldInEveryText) {
  for (const auto* key : {"host", "listen", "tls_ca", "system_type"})
    EXPECT_THAT(lines(parse(account(std::string(key) + " = \"1.2.3.4\\t\"\n")).mistakes),
                ElementsAre(HasSubstr("may not contain control characters, as tabs and line breaks")))
        << key;
}

TEST(AddressesInFiles, WhomWeDialIsNeededOnlyWhereWeDial) {
  EXPECT_THAT(lines(parse(account("host = \"\"\n")).mistakes),
              ElementsAre(HasSubstr("4 carrier[0].host: may not be empty where mode is \"connect\"; write")));
  EXPECT_THAT(
      lines(
          parse(account("host = \"\"\nmode = \"listen\"\nlisten = \"[::]:1\"\npassword = \"p\"\n")).mistakes),
      IsEmpty());
}

TEST(AddressesInFiles, ServersOfRedisAreHosts) {
  for (const auto* wrong :
       {"redis://1.2.3:6379", "sentinel://a:1,1.2.3.400:2/main", "cluster://a b:1", "unix:///x "})
    EXPECT_THAT(parse("[redis]\nurl = \"" + std::string(wrong) + "\"\n").mistakes, SizeIs(1)) << wrong;
}

TEST(AddressesInFiles, APrefixWithoutCountryCodeIsWarnedOf) {
  // It may be meant: 1380… is a number of North America.
  const auto read = parse(account("[[route]]\nprefix = \"138\"\ncarriers = [\"m\"]\n"));
  EXPECT_THAT(lines(read.mistakes), IsEmpty());
  EXPECT_THAT(lines(read.warnings),
              ElementsAre("5 route[0].prefix: means numbers abroad; for residents' own write \"86138\""));
  for (const auto* fine : {"86138", "1", "1212", "852"})
    EXPECT_THAT(
        parse(account("[[route]]\nprefix = \"" + std::string(fine) + "\"\ncarriers = [\"m\"]\n")).warnings,
        IsEmpty())
        << fine;
}

TEST(AddressesInFiles, AccountsLongerThanTheSpecificationAreWarnedOf) {
  // Up to the specification nothing is said, beyond 64 octets it is a slip; the password is never repeated.
  const auto of = [](std::size_t octets) {
    const auto text = std::string(octets, 'x');
    return parse("[[carrier]]\nname = \"m\"\nsystem_id = \"" + text + "\"\npassword = \"" + text +
                 "\"\nsystem_type = \"" + text + "\"\n");
  };
  EXPECT_THAT(of(8).warnings, IsEmpty());
  const auto told = [](int line, const std::string& key, const std::string& clause, int most) {
    return std::to_string(line) + " carrier[0]." + key + ": has 64 octets; SMPP 3.4 " + clause + " says " +
           std::to_string(most) + ", and some centres refuse or cut what is longer";
  };
  EXPECT_THAT(lines(of(64).mistakes), IsEmpty());
  EXPECT_THAT(lines(of(64).warnings),
              ElementsAre(told(3, "system_id", "§5.2.1", 15), told(4, "password", "§5.2.2", 8),
                          told(5, "system_type", "§5.2.3", 12)));
  EXPECT_THAT(of(65).mistakes, SizeIs(3));
  EXPECT_THAT(of(9).warnings, SizeIs(1));
  EXPECT_THAT(lines(parse(account("password = \"hunter2 \"\n")).warnings),
              ElementsAre("4 carrier[0].password: begins or ends with a blank"));
}

TEST(AddressesInFiles, WhichNumbersWeServeMayBeTold) {
  const auto read = parse(account("address_ton = 1\naddress_npi = 8\naddress_range = \"^1069\"\n"));
  EXPECT_THAT(lines(read.mistakes), IsEmpty());
  EXPECT_EQ(read.settings.carriers.at(0).address_range, "^1069");
  EXPECT_THAT(
      lines(parse(account("address_ton = 256\naddress_range = \"" + std::string(41, '1') + "\"\n")).mistakes),
      ElementsAre("4 carrier[0].address_ton: must be a whole number from 0 to 255",
                  "5 carrier[0].address_range: must have 0 to 40 octets, not 41"));
}

TEST(AddressesInFiles, MistakesAndWarningsStandInWordsWithTheirPlace) {
  EXPECT_EQ(in_words({"f.toml", 3, "a.b", "is odd"}), "f.toml:3: a.b: is odd");
  EXPECT_EQ(in_words({"f.toml", 0, "a.b", "is odd"}), "f.toml: a.b: is odd");
  EXPECT_EQ(in_words({"f.toml", 0, "", "cannot be read"}), "f.toml: cannot be read");
}

}  // namespace
}  // namespace duanwen

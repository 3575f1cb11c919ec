// Files and folders that the settings name, looked at on a real disk.
#include <gmock/gmock.h>

#include <fstream>

#include "tests/support/machine/certificate.hpp"
#include "tests/support/machine/temporary_folder.hpp"
#include "tests/unit/config/support.hpp"

namespace duanwen {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

constexpr auto encrypted_key = R"(-----BEGIN ENCRYPTED PRIVATE KEY-----
MIHsMFcGCSqGSIb3DQEFDTBKMCkGCSqGSIb3DQEFDDAcBAgAAAAAAAAAAAICCAAw
-----END ENCRYPTED PRIVATE KEY-----
)";

class Files : public testing::Test {
 protected:
  Files() { write_certificate(own.certificate = folder / "own.pem", own.key = folder / "own.key"); }

  std::string file(const std::string& name, const std::string& content) {
    std::ofstream(folder / name) << content;
    return folder / name;
  }
  /// The mistakes of the lines of a carrier with TLS, which begin in line 4.
  config_result with(const std::string& lines_of_carrier, const std::string& before = "") {
    const auto path =
        file("duanwen.toml", before + "[[carrier]]\nname = \"m\"\nsystem_id = \"s\"\n" + lines_of_carrier);
    return load_config(path, variables({}));
  }
  config_result tls(const std::string& certificate, const std::string& key, const std::string& ca) {
    return with("tls_certificate = \"" + certificate + "\"\ntls_key = \"" + key + "\"\ntls_ca = \"" + ca +
                "\"\ntls = true\n");
  }

  struct pair {
    std::string certificate, key;
  };
  test::temporary_folder folder;
  pair own;
};

TEST_F(Files, OfTlsThatAreFine) {
  EXPECT_THAT(lines(tls(own.certificate, own.key, own.certificate).mistakes), IsEmpty());
}

TEST_F(Files, OfTlsThatAreNotThere) {
  // Each is told with its line, and where it was looked for.
  const auto absent = folder / "absent";
  const auto wrong = absent + " cannot be read: No such file or directory";
  EXPECT_THAT(lines(tls(absent, absent, absent).mistakes),
              ElementsAre("4 carrier[0].tls_certificate: " + wrong, "5 carrier[0].tls_key: " + wrong,
                          "6 carrier[0].tls_ca: " + wrong));
  EXPECT_THAT(
      lines(tls(folder.path(), own.key, folder.path()).mistakes),
      ElementsAre(HasSubstr("4 carrier[0].tls_certificate: " + folder.path().string() + " is a folder"),
                  HasSubstr("6 carrier[0].tls_ca: ")));
}

TEST_F(Files, OfTlsThatHoldSomethingElse) {
  // Mixed up, empty, no PEM, locked, of another certificate.
  const auto nonsense = file("nonsense", "0\x82\x01"), empty = file("empty", "");
  const auto locked = file("locked", encrypted_key);
  EXPECT_THAT(
      lines(tls(own.key, own.certificate, nonsense).mistakes),
      ElementsAre("4 carrier[0].tls_certificate: the file holds a private key and must hold a certificate",
                  "5 carrier[0].tls_key: the file holds a certificate and must hold a private key",
                  "6 carrier[0].tls_ca: the file holds no certificate in PEM, which begins with -----BEGIN"));
  EXPECT_THAT(
      lines(tls(empty, empty, own.certificate).mistakes),
      ElementsAre("4 carrier[0].tls_certificate: the file is empty, and must hold a certificate in PEM",
                  "5 carrier[0].tls_key: the file is empty, and must hold a private key in PEM"));
  EXPECT_THAT(lines(tls(own.certificate, locked, own.certificate).mistakes),
              ElementsAre(HasSubstr("5 carrier[0].tls_key: the key has a passphrase")));
  pair other{folder / "other.pem", folder / "other.key"};
  write_certificate(other.certificate, other.key);
  EXPECT_THAT(
      lines(tls(own.certificate, other.key, other.certificate).mistakes),
      ElementsAre("5 carrier[0].tls_key: is not the key of the first certificate in tls_certificate"));
}

TEST_F(Files, OfTlsThatAreOldOrNotUsedAreWarnedOf) {
  write_certificate(own.certificate, own.key, {"IP:127.0.0.1", -7200, -3600});
  const auto old = tls(own.certificate, own.key, "");
  EXPECT_THAT(lines(old.mistakes), IsEmpty());
  EXPECT_THAT(lines(old.warnings),
              ElementsAre("4 carrier[0].tls_certificate: holds a certificate that has expired"));
  const auto unused = with("tls_ca = \"/nowhere\"\n");
  EXPECT_THAT(lines(unused.mistakes), IsEmpty());
  EXPECT_THAT(lines(unused.warnings), ElementsAre(HasSubstr("carrier[0].tls: is false")));
}

TEST_F(Files, OfAdminAreLookedAtToo) {
  const auto read = with(
      "", "[admin]\ntls_certificate = \"" + own.certificate + "\"\ntls_key = \"" + own.certificate + "\"\n");
  EXPECT_THAT(lines(read.mistakes),
              ElementsAre("3 admin.tls_key: the file holds a certificate and must hold a private key"));
}

TEST_F(Files, FoldersThatCannotBeMade) {
  // A file stands in the way; what is merely missing is made.
  const auto plain = file("plain", "");
  EXPECT_THAT(
      lines(with("", "[gateway]\ndata_dir = \"" + plain + "/data\"\n[log]\nfile = \"" + plain + "/x.log\"\n")
                .mistakes),
      ElementsAre("2 gateway.data_dir: " + plain + " is not a folder",
                  "4 log.file: " + plain + " is not a folder"));
  EXPECT_THAT(lines(with("", "[log]\nfile = \"" + folder.path().string() + "\"\n").mistakes),
              ElementsAre("2 log.file: is a folder, and must be a file"));
  EXPECT_THAT(lines(with("", "[gateway]\ndata_dir = \"" + (folder / "a/b/c") + "\"\n[log]\nfile = \"" +
                                 (folder / "l/x.log") + "\"\n")
                        .mistakes),
              IsEmpty());
}

TEST_F(Files, AFolderTooLongForItsSocket) {
  // Only where the embedded Redis has its socket there.
  const auto deep = folder / std::string(100, 'd');
  EXPECT_THAT(lines(with("", "[gateway]\ndata_dir = \"" + deep + "\"\n").mistakes),
              ElementsAre(HasSubstr("2 gateway.data_dir: has " + std::to_string(deep.size()) + " octets")));
  EXPECT_THAT(
      lines(with("", "[gateway]\ndata_dir = \"" + deep + "\"\n[redis]\nurl = \"redis://h:1\"\n").mistakes),
      IsEmpty());
}

}  // namespace
}  // namespace duanwen

// Real sockets on loopback: TLS both ways, and who is not let through.
#include "gateway/runtime/asio_runtime.hpp"

#include <gtest/gtest.h>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>

#include "tests/support/machine/certificate.hpp"
#include "tests/support/machine/run_coroutine.hpp"
#include "tests/support/machine/temporary_folder.hpp"

namespace duanwen::test {
namespace {

using namespace std::chrono_literals;

/// What came of one connection, as each side saw it.
struct ends {
  std::string dialler = "-", door = "-";
};

class tls : public ::testing::Test {
 protected:
  tls() {
    write_certificate(centre.certificate = folder / "centre.pem", centre.key = folder / "centre.key");
    write_certificate(carrier.certificate = folder / "carrier.pem", carrier.key = folder / "carrier.key");
  }

  // Echoes one octet to whoever gets through.
  static asio::awaitable<void> serve(acceptor& door, std::string& seen) {
    auto came = co_await door.accept();
    if (came.has_error()) co_return;
    auto& stream = *came->stream;
    const auto shaken = co_await stream.shake_hands();
    std::array<std::uint8_t, 1> octet{};
    const auto read =
        shaken.has_value() ? co_await stream.read_some(octet) : result<std::size_t>(shaken.error());
    if (read.has_error()) {
      seen = "refused";
      stream.close();
      co_return;
    }
    const std::string back(1, static_cast<char>(octet[0]));
    co_await stream.write_all(back);
    seen = "served " + came->address;
  }

  static asio::awaitable<std::string> dial(asio_runtime& rt, std::string host, std::uint16_t port,
                                           std::optional<tls_files> files) {
    const auto until = rt.now() + 30s;
    auto stream = co_await rt.connect(host, port, std::move(files), until);
    if (stream.has_error()) co_return std::string("no connection");
    const std::string hello = "x marks what is no record of TLS";
    const auto written = co_await (*stream)->write_all(hello);
    std::array<std::uint8_t, 1> octet{};
    const auto read = co_await (*stream)->read_some(octet);
    const bool answered = written.has_value() && read.has_value() && *read == 1 && octet[0] == 'x';
    co_return std::string(answered ? "answered" : "no answer");
  }

  ends meet(const std::string& host, std::optional<tls_files> dialler, std::optional<tls_files> door) {
    asio::io_context io;
    asio_runtime rt(io);
    std::unique_ptr<acceptor> listening;
    std::uint16_t port = 20000;
    // A port that is taken says so, and the next one is tried.
    for (; !listening; ++port)
      if (auto opened = rt.listen("127.0.0.1", port, door); opened.has_value())
        listening = std::move(*opened);
    ends seen;
    asio::co_spawn(io, serve(*listening, seen.door), asio::detached);
    seen.dialler =
        run_coroutine(io, dial(rt, host, static_cast<std::uint16_t>(port - 1), std::move(dialler)));
    while (seen.door == "-") io.run_one();
    return seen;
  }

  temporary_folder folder;
  tls_files centre, carrier;
};

TEST_F(tls, carries_what_is_sent_when_each_knows_the_other) {
  carrier.ca = centre.certificate;
  centre.ca = carrier.certificate;
  const auto seen = meet("localhost", carrier, centre);
  EXPECT_EQ(seen.dialler, "answered");
  EXPECT_EQ(seen.door, "served 127.0.0.1");
}

TEST_F(tls, asks_for_no_certificate_where_no_ca_is_set) {
  tls_files without;
  without.ca = centre.certificate;
  EXPECT_EQ(meet("localhost", without, centre).dialler, "answered");
}

TEST_F(tls, a_certificate_for_another_host_ends_it) {
  carrier.ca = centre.certificate;
  const auto seen = meet("127.0.0.1", carrier, centre);
  EXPECT_EQ(seen.dialler, "no connection");
  EXPECT_EQ(seen.door, "refused");
}

TEST_F(tls, a_certificate_that_nobody_signed_ends_it) {
  carrier.ca = carrier.certificate;
  EXPECT_EQ(meet("localhost", carrier, centre).dialler, "no connection");
}

TEST_F(tls, whoever_does_not_verify_takes_any_certificate) {
  carrier.verify = false;
  EXPECT_EQ(meet("127.0.0.1", carrier, centre).dialler, "answered");
}

TEST_F(tls, a_carrier_without_the_certificate_that_is_asked_for_ends_it) {
  centre.ca = carrier.certificate;
  tls_files without, other;
  without.ca = centre.certificate;
  EXPECT_EQ(meet("localhost", without, centre).door, "refused");
  write_certificate(other.certificate = folder / "other.pem", other.key = folder / "other.key");
  other.ca = centre.certificate;
  EXPECT_EQ(meet("localhost", other, centre).door, "refused");
}

TEST_F(tls, plain_octets_end_it) {
  const auto seen = meet("localhost", std::nullopt, centre);
  EXPECT_EQ(seen.dialler, "no answer");
  EXPECT_EQ(seen.door, "refused");
}

TEST_F(tls, files_that_cannot_be_read_are_told_before_anybody_comes) {
  asio::io_context io;
  asio_runtime rt(io);
  centre.key = folder / "missing.key";
  EXPECT_TRUE(rt.listen("127.0.0.1", 0, centre).has_error());
  EXPECT_TRUE(rt.listen("no address", 0, std::nullopt).has_error());
}

}  // namespace
}  // namespace duanwen::test

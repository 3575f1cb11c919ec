// Real sockets on loopback: TLS both ways, who is not let through and what is said of it, and what is given
// up.
#include "gateway/runtime/asio_runtime.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <openssl/x509_vfy.h>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>

#include "gateway/runtime/give_up.hpp"
#include "gateway/runtime/tls_errors.hpp"
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
    if (stream.has_error()) co_return stream.error().message();
    const std::string hello = "x marks what is no record of TLS";
    const auto written = co_await (*stream)->write_all(hello);
    std::array<std::uint8_t, 1> octet{};
    const auto read = co_await (*stream)->read_some(octet);
    const bool answered = written.has_value() && read.has_value() && *read == 1 && octet[0] == 'x';
    co_return std::string(answered ? "answered" : "no answer");
  }

  struct opened_door {
    std::unique_ptr<acceptor> at;
    std::uint16_t port = 0;
  };
  static opened_door open_door(asio_runtime& rt, const std::optional<tls_files>& files) {
    // A port that is taken says so, and the next one is tried.
    for (std::uint16_t port = 20000;; ++port)
      if (auto opened = rt.listen("127.0.0.1", port, files); opened.has_value())
        return {std::move(*opened), port};
  }

  ends meet(std::optional<tls_files> dialler, std::optional<tls_files> door) {
    asio::io_context io;
    asio_runtime rt(io);
    const auto listening = open_door(rt, door);
    ends seen;
    asio::co_spawn(io, serve(*listening.at, seen.door), asio::detached);
    seen.dialler = run_coroutine(io, dial(rt, "127.0.0.1", listening.port, std::move(dialler)));
    run_until(
        io, [&seen] { return seen.door != "-"; }, "the door's end of the connection");
    return seen;
  }

  /// What is said to a carrier that dials a centre with a certificate for these names.
  std::string told_of(const certificate_wish& wish, bool trusted) {
    write_certificate(centre.certificate, centre.key, wish);
    carrier.ca = trusted ? centre.certificate : carrier.certificate;
    return meet(carrier, centre).dialler;
  }

  temporary_folder folder;
  tls_files centre, carrier;
};

TEST_F(tls, carries_what_is_sent_when_each_knows_the_other) {
  carrier.ca = centre.certificate;
  centre.ca = carrier.certificate;
  const auto seen = meet(carrier, centre);
  EXPECT_EQ(seen.dialler, "answered");
  EXPECT_EQ(seen.door, "served 127.0.0.1");
}

TEST_F(tls, asks_for_no_certificate_where_no_ca_is_set) {
  tls_files without;
  without.ca = centre.certificate;
  EXPECT_EQ(meet(without, centre).dialler, "answered");
}

TEST_F(tls, a_certificate_for_another_host_ends_it) {
  // Also one for a name that looks like the address, and one for another address.
  const auto other_name = "the certificate is for another name than host";
  EXPECT_EQ(told_of({"DNS:smpp.example.com"}, true), other_name);
  EXPECT_EQ(told_of({"DNS:127.0.0.1.example.com"}, true), other_name);
  EXPECT_EQ(told_of({"IP:127.0.0.2"}, true), other_name);
  EXPECT_EQ(told_of({"DNS:smpp.example.com,IP:127.0.0.1"}, true), "answered");
}

TEST_F(tls, a_certificate_that_nobody_signed_ends_it) {
  // It is told apart from one for another name, also where it is both.
  EXPECT_THAT(told_of({}, false), ::testing::HasSubstr("signed by itself"));
  EXPECT_THAT(told_of({"DNS:smpp.example.com"}, false), ::testing::HasSubstr("signed by itself"));
}

TEST_F(tls, a_certificate_out_of_its_time_ends_it) {
  EXPECT_EQ(told_of({"IP:127.0.0.1", -7200, -3600}, true), "the certificate has expired");
  EXPECT_EQ(told_of({"IP:127.0.0.1", 3600, 7200}, true), "the certificate is not valid yet");
}

TEST_F(tls, a_door_without_tls_is_told) {
  carrier.ca = centre.certificate;
  asio::io_context io;
  asio_runtime rt(io);
  const auto listening = open_door(rt, std::nullopt);
  const auto talk = [](acceptor& door) -> asio::awaitable<void> {
    auto came = co_await door.accept();
    const std::string no_record = "220 this is another protocol, and no record of TLS";
    if (came.has_value()) co_await came->stream->write_all(no_record);
  };
  asio::co_spawn(io, talk(*listening.at), asio::detached);
  EXPECT_EQ(run_coroutine(io, dial(rt, "127.0.0.1", listening.port, carrier)),
            "the other side speaks no TLS at this port");
}

TEST_F(tls, errors_that_have_no_words_of_ours_keep_those_of_openssl) {
  EXPECT_EQ(verify_error(X509_V_ERR_CERT_REVOKED).message(),
            "the certificate does not verify: certificate revoked");
  EXPECT_EQ(verify_error(X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY).message(),
            "the certificate is signed by nobody in tls_ca");
  const boost::system::error_code reset = asio::error::connection_reset;
  EXPECT_EQ(handshake_error(reset, X509_V_OK), reset);
}

TEST_F(tls, a_silent_handshake_is_given_up_as_soon_as_nobody_wants_it) {
  // From both sides; each would wait for an hour.
  asio::io_context io;
  asio_runtime rt(io);
  wakeup unwanted(rt.executor());
  const auto listening = open_door(rt, centre);
  const auto until = rt.now() + 1h;
  std::string dialled = "-", let_in = "-";
  const auto dialling = [&](std::optional<tls_files> files) -> asio::awaitable<void> {
    auto stream = co_await connect(rt, "127.0.0.1", listening.port, std::move(files), until, unwanted);
    dialled = stream.has_error() ? "given up" : "connected";
    // A plain one stays open and says nothing, as long as the other side waits.
    while (stream.has_value() && let_in == "-") co_await unwanted.wait();
  };
  const auto waiting = [&]() -> asio::awaitable<void> {
    auto came = co_await listening.at->accept();
    if (came.has_error()) co_return;
    const bool shaken = co_await shake_hands(rt, *came->stream, until, unwanted);
    let_in = shaken ? "shaken" : "given up";
  };
  const auto give_up = [&] {
    io.run_one_for(200ms);
    unwanted.notify();
  };
  asio::co_spawn(io, waiting(), asio::detached);
  asio::co_spawn(io, dialling(std::nullopt), asio::detached);
  run_until(
      io, [&] { return give_up(), let_in != "-"; }, "the end of a handshake that is let in");
  EXPECT_EQ(let_in, "given up");
  asio::co_spawn(io, dialling(carrier), asio::detached);  // nobody accepts it
  run_until(
      io, [&] { return give_up(), dialled != "connected" && dialled != "-"; }, "the end of a dial");
  EXPECT_EQ(dialled, "given up");
}

TEST_F(tls, whoever_does_not_verify_takes_any_certificate) {
  carrier.verify = false;
  EXPECT_EQ(meet(carrier, centre).dialler, "answered");
}

TEST_F(tls, a_carrier_without_the_certificate_that_is_asked_for_ends_it) {
  centre.ca = carrier.certificate;
  tls_files without, other;
  without.ca = centre.certificate;
  EXPECT_EQ(meet(without, centre).door, "refused");
  write_certificate(other.certificate = folder / "other.pem", other.key = folder / "other.key");
  other.ca = centre.certificate;
  EXPECT_EQ(meet(other, centre).door, "refused");
}

TEST_F(tls, plain_octets_end_it) {
  const auto seen = meet(std::nullopt, centre);
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

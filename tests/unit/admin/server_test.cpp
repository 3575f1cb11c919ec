// The HTTP server's edges: bodies that are too large or unread, ports, stopping, TLS.
#include "admin/server.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/read.hpp>
#include <boost/asio/write.hpp>
#include <future>

#include "tests/support/machine/certificate.hpp"
#include "tests/unit/admin/support.hpp"

namespace duanwen {
namespace {

namespace asio = boost::asio;

config small_bodies() {
  config settings;
  settings.admin.listen = "127.0.0.1:0";
  settings.admin.body_octets_max = 1024;
  return settings;
}

class SmallBodies : public Api {
 protected:
  SmallBodies() : Api(small_bodies()) {}

  /// Writes octets as they are and reads until the server closes.
  std::string raw(const std::string& octets) {
    asio::io_context io;
    asio::ip::tcp::socket socket(io);
    socket.connect({asio::ip::make_address("127.0.0.1"), server_->port()});
    boost::system::error_code ec;
    asio::write(socket, asio::buffer(octets), ec);
    std::string answer;
    asio::read(socket, asio::dynamic_buffer(answer), ec);
    return answer;
  }
  std::string head(const std::string& line) {
    return line + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + token_ + "\r\n";
  }
  static std::size_t answers_in(const std::string& octets) {
    std::size_t count = 0;
    for (auto at = octets.find("HTTP/1.1 "); at != octets.npos; at = octets.find("HTTP/1.1 ", at + 1))
      ++count;
    return count;
  }
};

TEST_F(SmallBodies, ABodyOverTheLimitIsRefused) {
  // By its Content-Length before it is read, in chunks as soon as it is too long.
  const auto reply = send("PUT", "/api/v1/areas/lq", std::string(1025, ' '));
  EXPECT_EQ(reply.status, 413);
  EXPECT_EQ(reply.problem(), "body-too-large");
  EXPECT_EQ(send("PUT", "/api/v1/areas/lq", "{\"name\": \"x\"}" + std::string(900, ' ')).status, 201);
  const auto chunked = raw(head("PUT /api/v1/areas/lq") + "Transfer-Encoding: chunked\r\n\r\n400\r\n" +
                           std::string(1024, ' ') + "\r\n400\r\n" + std::string(1024, ' ') + "\r\n0\r\n\r\n");
  EXPECT_NE(chunked.find("413"), std::string::npos) << chunked;
  EXPECT_EQ(answers_in(chunked), 1u);
}

TEST_F(SmallBodies, AnUnreadBodyIsNeverTakenForARequest) {
  // A request inside the body of a GET or of a body that is too large gets no answer of its own.
  const std::string inside = "GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n";
  const auto length = "Content-Length: " + std::to_string(inside.size()) + "\r\n\r\n";
  EXPECT_EQ(answers_in(raw(head("GET /api/v1/areas") + length + inside)), 1u);
  const auto huge = raw(head("PUT /api/v1/areas/lq") + "Content-Length: 99999999\r\n\r\n" + inside);
  EXPECT_EQ(answers_in(huge), 1u);
  EXPECT_NE(huge.find(" 413 "), std::string::npos);
  EXPECT_NE(huge.find("Connection: close"), std::string::npos);
}

TEST_F(SmallBodies, ARequestWithoutABodyNeedsNoLength) {
  // A DELETE that announces nothing is answered at once, not when reading times out.
  const auto answer = raw(head("DELETE /api/v1/areas/lq") + "Connection: close\r\n\r\n");
  EXPECT_NE(answer.find(" 404 "), std::string::npos) << answer;
}

TEST_F(SmallBodies, WhatCannotBeReadIsAProblemToo) {
  // Also where the library answers on its own: a head that is none, an address that is too long.
  EXPECT_NE(raw("NONSENSE\r\n\r\n").find("application/problem+json"), std::string::npos);
  const auto longer = raw("GET /" + std::string(9000, 'a') + " HTTP/1.1\r\n\r\n");
  EXPECT_NE(longer.find(" 414 "), std::string::npos);
  EXPECT_EQ(send("GET", "/healthz", "", {{"Range", "bytes=0-0,0-0"}}).status, 400);
}

TEST_F(Api, ASecondServerCannotTakeThePort) {
  // Two daemons on one port would each get half of the requests.
  config other = settings_;
  other.admin.listen = "127.0.0.1:" + std::to_string(server_->port());
  admin_server second(
      admin_ports{.data = store_.data(), .io = store_.executor(), .settings = other, .wordings = wordings_});
  EXPECT_EQ(second.start(), "cannot listen on " + other.admin.listen);
}

TEST_F(Api, StoppingOnTheIoThreadDoesNotWaitForIt) {
  // A request that waits for the io thread is given up when that thread itself stops the server.
  std::thread asking;
  std::promise<void> stopped;
  boost::asio::post(store_.executor(), [&] {
    asking = std::thread([&] { get("/healthz"); });
    server_->stop();
    stopped.set_value();
  });
  stopped.get_future().wait();
  asking.join();
  EXPECT_EQ(get("/healthz").status, 0);
}

class Tls : public Api {
 protected:
  Tls() : Api(settings()) {}
  static config settings() {
    auto tls = small_config();
    tls.admin.tls_certificate = testing::TempDir() + "duanwen_admin.crt";
    tls.admin.tls_key = testing::TempDir() + "duanwen_admin.key";
    write_certificate(tls.admin.tls_certificate, tls.admin.tls_key);
    return tls;
  }
};

TEST_F(Tls, WithACertificateItSpeaksTlsOnly) {
  // The certificate's holder is who the client meant, and a plain request gets no answer.
  httplib::SSLClient client("127.0.0.1", server_->port());
  client.set_ca_cert_path(settings_.admin.tls_certificate.c_str());
  client.enable_server_certificate_verification(true);
  const auto reply = client.Get("/healthz");
  ASSERT_TRUE(reply) << httplib::to_string(reply.error());
  EXPECT_EQ(reply->status, 200);
  EXPECT_EQ(get("/healthz").status, 0);
}

TEST_F(Api, WrongTlsFilesAreToldAtTheStart) {
  // Rather than at the first connection.
  config tls = settings_;
  tls.admin.tls_certificate = "/nowhere/cert.pem";
  tls.admin.tls_key = "/nowhere/key.pem";
  admin_server second(
      admin_ports{.data = store_.data(), .io = store_.executor(), .settings = tls, .wordings = wordings_});
  EXPECT_EQ(second.start(), "tls_certificate and tls_key cannot be used");
}

}  // namespace
}  // namespace duanwen

#include "gateway/runtime/tls_errors.hpp"

#include <openssl/err.h>
#include <openssl/ssl.h>
#include <openssl/x509_vfy.h>

#include <array>
#include <boost/asio/ssl/error.hpp>
#include <string>

namespace duanwen {
namespace {

using boost::system::error_code;

struct verify_word {
  int result;
  const char* said;
};
constexpr auto by_itself = "the certificate is signed by itself: put it into tls_ca if it is the carrier's";
constexpr auto unknown_signer = "the certificate is signed by nobody in tls_ca";
constexpr auto other_name = "the certificate is for another name than host";
constexpr std::array<verify_word, 9> verify_words{{
    {X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT, by_itself},
    {X509_V_ERR_SELF_SIGNED_CERT_IN_CHAIN,
     "the certificate's last signer is signed by itself and not in tls_ca"},
    {X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT, unknown_signer},
    {X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY, unknown_signer},
    {X509_V_ERR_UNABLE_TO_VERIFY_LEAF_SIGNATURE, unknown_signer},
    {X509_V_ERR_HOSTNAME_MISMATCH, other_name},
    {X509_V_ERR_IP_ADDRESS_MISMATCH, other_name},
    {X509_V_ERR_CERT_HAS_EXPIRED, "the certificate has expired"},
    {X509_V_ERR_CERT_NOT_YET_VALID, "the certificate is not valid yet"},
}};

class verify_category final : public boost::system::error_category {
 public:
  const char* name() const noexcept override { return "certificate"; }
  std::string message(int result) const override {
    for (const auto& one : verify_words)
      if (one.result == result) return one.said;
    return std::string("the certificate does not verify: ") + X509_verify_cert_error_string(result);
  }
};

class handshake_category final : public boost::system::error_category {
 public:
  const char* name() const noexcept override { return "handshake"; }
  std::string message(int) const override { return "the other side speaks no TLS at this port"; }
};

bool speaks_no_tls(const error_code& ec) {
  if (ec.category() != boost::asio::error::get_ssl_category()) return false;
  const int reason = ERR_GET_REASON(static_cast<unsigned long>(ec.value()));
  return reason == SSL_R_WRONG_VERSION_NUMBER || reason == SSL_R_HTTP_REQUEST;
}

}  // namespace

error_code verify_error(long x509_result) {
  static const verify_category category;
  return {static_cast<int>(x509_result), category};
}

error_code handshake_error(error_code ec, long verified) {
  static const handshake_category category;
  if (verified != X509_V_OK) return verify_error(verified);
  return speaks_no_tls(ec) ? error_code(1, category) : ec;
}

}  // namespace duanwen

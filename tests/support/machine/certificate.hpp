#pragma once
// A certificate that signs itself, made for one test. It is for an address of this machine, so that no name
// has to be looked up.

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include <cstdio>
#include <memory>
#include <stdexcept>
#include <string>

namespace duanwen {

struct certificate_wish {
  std::string names = "IP:127.0.0.1";          ///< as OpenSSL spells a subjectAltName
  long valid_from_s = -60, valid_to_s = 3600;  ///< from now on
};

inline void write_certificate(const std::string& certificate_path, const std::string& key_path,
                              const certificate_wish& wish = {}) {
  const std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)> key(EVP_EC_gen("P-256"), EVP_PKEY_free);
  const std::unique_ptr<X509, decltype(&X509_free)> made(X509_new(), X509_free);
  X509_set_version(made.get(), 2);
  ASN1_INTEGER_set(X509_get_serialNumber(made.get()), 1);
  X509_gmtime_adj(X509_getm_notBefore(made.get()), wish.valid_from_s);
  X509_gmtime_adj(X509_getm_notAfter(made.get()), wish.valid_to_s);
  X509_set_pubkey(made.get(), key.get());
  const auto name = X509_get_subject_name(made.get());
  X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC, reinterpret_cast<const unsigned char*>("test"), -1, -1,
                             0);
  X509_set_issuer_name(made.get(), name);
  const std::unique_ptr<X509_EXTENSION, decltype(&X509_EXTENSION_free)> names(
      X509V3_EXT_conf_nid(nullptr, nullptr, NID_subject_alt_name, wish.names.c_str()), X509_EXTENSION_free);
  X509_add_ext(made.get(), names.get(), -1);
  X509_sign(made.get(), key.get(), EVP_sha256());
  const std::unique_ptr<FILE, int (*)(FILE*)> certificate(std::fopen(certificate_path.c_str(), "w"),
                                                          std::fclose);
  const std::unique_ptr<FILE, int (*)(FILE*)> secret(std::fopen(key_path.c_str(), "w"), std::fclose);
  if (!certificate || !secret || PEM_write_X509(certificate.get(), made.get()) != 1 ||
      PEM_write_PrivateKey(secret.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr) != 1)
    throw std::runtime_error("cannot write a certificate");
}

}  // namespace duanwen

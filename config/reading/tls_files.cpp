#include "config/reading/tls_files.hpp"

#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <memory>
#include <optional>

#include "config/reading/read_file.hpp"

namespace duanwen {

namespace {

using certificate = std::unique_ptr<X509, decltype(&X509_free)>;
using private_key = std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)>;
using octets_source = std::unique_ptr<BIO, decltype(&BIO_free)>;

constexpr std::size_t pem_octets_max = 16 << 20;

/// Nobody is asked for a passphrase: a daemon has no terminal.
int no_passphrase(char*, int, int, void*) { return -1; }

octets_source over(const std::string& text) {
  return {BIO_new_mem_buf(text.data(), static_cast<int>(text.size())), BIO_free};
}

/// Why the file cannot be read, with where it was looked for; empty when it can, and then `text` has it.
std::string read_pem(const std::string& path, std::string& text) {
  std::error_code ec;
  const auto whole = std::filesystem::absolute(path, ec).string();
  if (std::filesystem::is_directory(path, ec)) return whole + " is a folder, and must be a PEM file";
  errno = 0;
  const std::unique_ptr<FILE, int (*)(FILE*)> opened(std::fopen(path.c_str(), "rb"), std::fclose);
  if (!opened) return whole + " cannot be read: " + std::strerror(errno);
  auto content = read_file(path, pem_octets_max);
  if (!content) return whole + " cannot be read, or is too large for a PEM file";
  text = std::move(*content);
  return {};
}

certificate first_certificate(const std::string& text) {
  certificate found(PEM_read_bio_X509_AUX(over(text).get(), nullptr, no_passphrase, nullptr), X509_free);
  ERR_clear_error();
  return found;
}

private_key key_in(const std::string& text) {
  private_key found(PEM_read_bio_PrivateKey(over(text).get(), nullptr, no_passphrase, nullptr),
                    EVP_PKEY_free);
  ERR_clear_error();
  return found;
}

bool holds_key(const std::string& text) { return text.find("PRIVATE KEY-----") != text.npos; }

/// What else the file is, where it has not what is wanted.
std::string other_than(const std::string& wanted, const std::string& text, bool found_other,
                       const std::string& other) {
  if (text.empty()) return "the file is empty, and must hold " + wanted + " in PEM";
  if (found_other) return "the file holds " + other + " and must hold " + wanted;
  return "the file holds no " + wanted + " in PEM, which begins with -----BEGIN";
}

}  // namespace

std::string judge_certificate_file(const std::string& path) {
  std::string text;
  if (auto wrong = read_pem(path, text); !wrong.empty()) return wrong;
  if (first_certificate(text)) return {};
  return other_than("certificate", text, holds_key(text), "a private key");
}

std::string judge_key_file(const std::string& path) {
  std::string text;
  if (auto wrong = read_pem(path, text); !wrong.empty()) return wrong;
  if (key_in(text)) return {};
  const bool locked = text.find("ENCRYPTED") != text.npos && holds_key(text);
  if (locked) return "the key has a passphrase, which nobody could enter; write it without: openssl pkey";
  return other_than("private key", text, first_certificate(text) != nullptr, "a certificate");
}

std::string judge_pair(const std::string& certificate_path, const std::string& key_path) {
  std::string certificates, keys;
  if (!read_pem(certificate_path, certificates).empty() || !read_pem(key_path, keys).empty()) return {};
  const auto its = first_certificate(certificates);
  const auto key = key_in(keys);
  if (!its || !key) return {};
  const bool belongs = X509_check_private_key(its.get(), key.get()) == 1;
  ERR_clear_error();
  return belongs ? "" : "is not the key of the first certificate in tls_certificate";
}

std::string judge_validity(const std::string& certificate_path) {
  std::string text;
  if (!read_pem(certificate_path, text).empty()) return {};
  const auto its = first_certificate(text);
  if (!its) return {};
  if (X509_cmp_current_time(X509_get0_notAfter(its.get())) < 0) return "holds a certificate that has expired";
  if (X509_cmp_current_time(X509_get0_notBefore(its.get())) > 0)
    return "holds a certificate that is not valid yet";
  return {};
}

}  // namespace duanwen

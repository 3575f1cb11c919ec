#include "admin/tokens/sha256.hpp"

#include <openssl/evp.h>

#include <array>
#include <stdexcept>

#include "admin/tokens/hex.hpp"

namespace duanwen {

std::string sha256_hex(std::string_view octets) {
  std::array<unsigned char, 32> digest{};
  if (EVP_Digest(octets.data(), octets.size(), digest.data(), nullptr, EVP_sha256(), nullptr) != 1)
    throw std::runtime_error("OpenSSL has no SHA-256");
  return to_hex(digest);
}

}  // namespace duanwen

#include "admin/tokens/tokens.hpp"

#include <openssl/crypto.h>
#include <openssl/rand.h>

#include <algorithm>
#include <array>
#include <stdexcept>

#include "admin/tokens/hex.hpp"
#include "admin/tokens/sha256.hpp"

namespace duanwen {

namespace {
constexpr std::array<const char*, 3> role_names = {"viewer", "editor",
                                                   "admin"};  // in the order of token_role
}

new_token create_token(const std::string& name, token_role role, const std::string& department,
                       unix_ms created) {
  std::array<unsigned char, 32> random{};
  if (RAND_bytes(random.data(), static_cast<int>(random.size())) != 1)
    throw std::runtime_error("no random bits for a token");
  new_token made;
  made.token = "dw_" + to_hex(random);
  made.record.name = name;
  made.record.role = role;
  made.record.department = department;
  made.record.sha256 = sha256_hex(made.token);
  made.record.created = created;
  return made;
}

std::optional<token_record> find_token(std::string_view token, const std::vector<token_record>& records) {
  const std::string hash = sha256_hex(token);
  std::optional<token_record> found;
  for (const auto& record : records)
    if (record.sha256.size() == hash.size() &&
        CRYPTO_memcmp(record.sha256.data(), hash.data(), hash.size()) == 0)
      found = record;
  return found;
}

const char* name_of(token_role role) { return role_names.at(static_cast<std::size_t>(role)); }

std::optional<token_role> parse_role(std::string_view name) {
  const auto found = std::find(role_names.begin(), role_names.end(), name);
  if (found == role_names.end()) return std::nullopt;
  return static_cast<token_role>(found - role_names.begin());
}

std::string judge_token(const std::string& name, token_role role, const std::string& department) {
  const bool plain = std::all_of(name.begin(), name.end(), [](unsigned char c) {
    return (std::isalnum(c) && c < 128) || c == '.' || c == '_' || c == '-';
  });
  if (name.empty() || name.size() > 64 || !plain)
    return "the name must be 1 to 64 letters, digits, dots, dashes or underscores";
  if (!department.empty() && role != token_role::editor) return "only an editor is bound to a department";
  return {};
}

}  // namespace duanwen

#pragma once
// Tokens of the HTTP API. The store has their hashes only; the token itself is shown once.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "storage/records.hpp"

namespace duanwen {

struct new_token {
  std::string token;  ///< to be shown once and kept nowhere
  token_record record;
};

/// 256 random bits of OpenSSL. Throws where the machine has none to give.
new_token create_token(const std::string& name, token_role role, const std::string& department,
                       unix_ms created);

/// The record whose token this is. Compares in constant time, and all records.
std::optional<token_record> find_token(std::string_view token, const std::vector<token_record>& records);

/// "viewer", "editor", "admin".
const char* name_of(token_role role);
std::optional<token_role> parse_role(std::string_view name);

/// What is wrong with what a token is to be; "" when nothing is. Names are 1 to 64 of A-Z a-z 0-9 . _ - and
/// only editors have a department.
std::string judge_token(const std::string& name, token_role role, const std::string& department);

}  // namespace duanwen

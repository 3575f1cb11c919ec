#pragma once
// Records as the octets that Redis keeps, and back. The first octet is the version of the form. Pure.

#include <optional>
#include <string>
#include <string_view>

#include "storage/records.hpp"

namespace duanwen {

/// Without its id, which the stream gives.
std::string encode_entry(const outbox_entry& entry);
std::optional<outbox_entry> decode_entry(std::string_view octets);

/// Without its index, which is the field it stands in.
std::string encode_part(const stored_part& part);
std::optional<stored_part> decode_part(std::string_view octets);

std::string encode_token(const token_record& token);
std::optional<token_record> decode_token(std::string_view octets);

/// What the scripts compare: hash (8 octets), sequence number (4), bind epoch (8), all with the highest octet
/// first, and link.
std::string arrival_octets(const delivery& arrival);

}  // namespace duanwen

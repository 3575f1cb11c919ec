#pragma once
// Times as SMPP 3.4 §7.1.1 spells them. Pure, any thread.

#include <optional>
#include <string>
#include <string_view>

namespace duanwen::smpp {

/// YYMMDDhhmmsstnnp as ISO 8601, 2026-11-24T12:00:03+08:00, without its tenth of a second; also without its
/// last four characters or its last six, as some centres leave them out, and then without a zone. None: it is
/// relative, or no such time.
std::optional<std::string> iso_time(std::string_view absolute);

}  // namespace duanwen::smpp

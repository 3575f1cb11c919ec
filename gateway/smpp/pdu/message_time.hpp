#pragma once
// Times as SMPP 3.4 §7.1.1 spells them. Pure, any thread.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace duanwen::smpp {

/// YYMMDDhhmmsstnnp as ISO 8601, 2026-11-24T12:00:03+08:00, without its tenth of a second; also without its
/// last four characters or its last six, as some centres leave them out, and then without a zone. None: it is
/// relative, or no such time.
std::optional<std::string> iso_time(std::string_view absolute);

/// The moment that YYMMDDhhmmsstnnp names, in seconds since 1970: absolute, or, with R for p, so long after
/// `now`, years of 365 days and months of 30. None: it is no such time, or shortened.
std::optional<std::int64_t> moment_named(std::string_view text, std::int64_t now);

/// Whether a message with these times may be taken at `now`, seconds since 1970: ESME_ROK, ESME_RINVSCHED
/// where it is to wait until later or schedule_delivery_time is none, ESME_RINVEXPIRY where validity_period
/// is over or none. "" is at once, and for as long as may be.
std::uint32_t judge_times(std::string_view schedule_delivery_time, std::string_view validity_period,
                          std::int64_t now);

}  // namespace duanwen::smpp

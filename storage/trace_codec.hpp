#pragma once
// Traces and audit records as the octets that Redis keeps, and back. Pure.

#include <optional>
#include <string>
#include <string_view>

#include "storage/traces.hpp"

namespace duanwen {

/// Without the time, which the script puts before it. Begins with the MSISDN, by which scripts know it.
std::string encode_trace(const trace_record& trace);
/// As the script left it: six octets of time, the highest first, and what encode_trace() gave.
std::optional<trace_record> decode_trace(std::string_view octets);

std::string encode_audit(const audit_record& record);
std::optional<audit_record> decode_audit(std::string_view octets);

}  // namespace duanwen

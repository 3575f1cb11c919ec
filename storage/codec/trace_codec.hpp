#pragma once
// Traces and audit records as the octets that Redis keeps, and back. Pure.

#include <optional>
#include <string>
#include <string_view>

#include "storage/traces.hpp"

namespace duanwen {

/// Without the time, which the script puts before it. Begins with the MSISDN, by which scripts know it.
std::string encode_trace(const trace_record& trace);
std::string encode_receipt(const receipt_record& receipt);
/// As the script left them: six octets of time, the highest first, and what encode_…() gave. Each reads its
/// own kind alone.
std::optional<trace_record> decode_trace(std::string_view octets);
std::optional<receipt_record> decode_receipt(std::string_view octets);

std::string encode_audit(const audit_record& record);
std::optional<audit_record> decode_audit(std::string_view octets);

}  // namespace duanwen

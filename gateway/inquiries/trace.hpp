#pragma once
// What is noted down of an inquiry for administrators. Pure.

#include "gateway/inquiries/inbound.hpp"
#include "keywords/conversation/decision.hpp"

namespace duanwen {

/// Adds the trace, and the text where it meant nothing, as far as `settings` say that they are kept.
void add_notes(inquiry_commit& to, const inbound& inquiry, const decision& decided,
               const trace_settings& settings);

}  // namespace duanwen

#include "gateway/inquiries/trace.hpp"

#include "gateway/metrics/metrics.hpp"
#include "keywords/meaning/kept_text.hpp"
#include "keywords/text/normalise.hpp"

namespace duanwen {

void add_notes(inquiry_commit& to, const inbound& inquiry, const decision& decided,
               const trace_settings& settings) {
  const bool answered = inquiry.floods == flood_verdict::answer;
  const bool meant_nothing =
      answered && decided.result == outcome::unknown && decided.matched == match_kind::none;
  const bool traced = settings.kept.count() != 0,
             counted = meant_nothing && settings.unmatched_kept.count() != 0;
  if (!traced && !counted) return;
  const auto read = text_of(inquiry);
  auto text = kept_text(decided.guessed ? read.guess : read.text);
  if (counted) to.unmatched = normalise(text);
  if (!traced) return;
  trace_record trace;
  trace.msisdn = inquiry.resident.msisdn;
  trace.service = inquiry.resident.service;
  trace.carrier = inquiry.carrier->name;
  trace.outcome = answered ? name_of(decided.result) : name_of(undecided::flooded);
  trace.matched = name_of(decided.matched);
  trace.segments = decided.segments;
  trace.text = std::move(text);
  trace.mark = trace_mark(to.key, to.arrivals.front());
  to.trace = std::move(trace);
}

}  // namespace duanwen

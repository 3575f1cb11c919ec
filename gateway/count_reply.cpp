#include "gateway/count_reply.hpp"

namespace duanwen {

void count_reply(metrics& seen, const outbound_job& job, std::uint32_t price_li, std::uint64_t saved_li) {
  // One that was given up before any carrier took it belongs to the carrier by which its inquiry came.
  const auto& carrier = job.carrier.empty() ? job.entry.carrier : job.carrier;
  for (const auto& s : job.segments)
    if (s.state == segment_state::accepted) seen.segments(carrier, s.in, s.billed, s.billed * price_li);
  seen.saved(saved_li);
  const auto given_up = job.permanent ? reply_end::refused : reply_end::expired;
  seen.reply(carrier, job.failure.empty() ? reply_end::accepted : given_up);
}

}  // namespace duanwen

#include "gateway/replies/counting.hpp"

#include "gateway/smpp/text/text_codec.hpp"

namespace duanwen {

outbound_events counting(runtime& rt, metrics& seen) {
  outbound_events events;
  events.left = [&rt, &seen](const carrier_settings&, const outbox_entry& entry) {
    if (entry.arrived) seen.answered_after(rt.now() - *entry.arrived);
  };
  events.accepted = [&seen](const carrier_settings& carrier, std::uint8_t data_coding, std::uint64_t segments,
                            std::uint64_t cost_li) {
    const auto in = data_coding == smpp::data_coding_ucs2 ? alphabet::ucs2 : alphabet::gsm7;
    seen.segments(carrier.name, in, segments, cost_li);
  };
  events.over = [&seen](const std::string& carrier, bool said, bool too_old) {
    seen.reply(carrier, said ? reply_end::accepted : too_old ? reply_end::expired : reply_end::refused);
  };
  events.saved = [&seen](std::uint64_t li) { seen.saved(li); };
  events.stored = [&seen](std::chrono::nanoseconds took) { seen.store_took(took); };
  return events;
}

}  // namespace duanwen

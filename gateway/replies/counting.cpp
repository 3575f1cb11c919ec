#include "gateway/replies/counting.hpp"

#include "gateway/smpp/text/text_codec.hpp"

namespace duanwen {

outbound_events counting(runtime& rt, metrics& metrics) {
  outbound_events events;
  events.left = [&rt, &metrics](const carrier_settings&, const outbox_entry& entry) {
    if (entry.arrived) metrics.answered_after(rt.now() - *entry.arrived);
  };
  events.accepted = [&metrics](const carrier_settings& carrier, std::uint8_t data_coding,
                               std::uint64_t segments, std::uint64_t cost_li) {
    const auto in = data_coding == smpp::data_coding_ucs2 ? alphabet::ucs2 : alphabet::gsm7;
    metrics.segments(carrier.name, in, segments, cost_li);
  };
  events.over = [&metrics](const std::string& carrier, bool said, bool too_old) {
    metrics.reply(carrier, said ? reply_end::accepted : too_old ? reply_end::expired : reply_end::refused);
  };
  events.saved = [&metrics](std::uint64_t li) { metrics.saved(li); };
  events.stored = [&metrics](std::chrono::nanoseconds took) { metrics.store_took(took); };
  return events;
}

}  // namespace duanwen

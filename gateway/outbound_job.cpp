#include "gateway/outbound_job.hpp"

#include <algorithm>

#include "gateway/smpp/text_codec.hpp"

namespace duanwen {
namespace {

template <class Test>
bool every(const std::vector<outgoing_segment>& segments, Test test) {
  return std::all_of(segments.begin(), segments.end(), test);
}

// What the carrier was told to use wins; else the number's type is given back as it came.
std::uint8_t configured_or(std::uint8_t configured, std::uint8_t as_it_came) {
  return configured != 0 ? configured : as_it_came;
}

smpp::pdu submit_for(const outbox_entry& entry, const carrier_settings& carrier,
                     smpp::encoded_segment segment) {
  auto p = smpp::make_pdu(smpp::command::submit_sm);
  p.service_type = carrier.service_type;
  p.source_addr = entry.source;
  p.source_addr_ton = configured_or(carrier.source_ton, entry.source_ton);
  p.source_addr_npi = configured_or(carrier.source_npi, entry.source_npi);
  p.destination_addr = entry.destination;
  p.dest_addr_ton = configured_or(carrier.dest_ton, entry.dest_ton);
  p.dest_addr_npi = configured_or(carrier.dest_npi, entry.dest_npi);
  p.esm_class = segment.esm_class;
  p.data_coding = segment.data_coding;
  p.registered_delivery = carrier.registered_delivery ? 1 : 0;
  p.priority_flag = carrier.priority;
  if (carrier.validity_period.count() != 0) p.validity_period = smpp::relative_time(carrier.validity_period);
  p.short_message = std::move(segment.short_message);
  p.tlvs = std::move(segment.tlvs);
  return p;
}

}  // namespace

bool outbound_job::none_in_flight() const {
  return every(segments, [](const auto& s) { return s.state != segment_state::sent; });
}

bool outbound_job::all_accepted() const {
  return every(segments, [](const auto& s) { return s.state == segment_state::accepted; });
}

bool outbound_job::none_accepted() const {
  return every(segments, [](const auto& s) { return s.state != segment_state::accepted; });
}

outgoing_segment* outbound_job::next_waiting() {
  const auto found = std::find_if(segments.begin(), segments.end(),
                                  [](const auto& s) { return s.state == segment_state::waiting; });
  return found == segments.end() ? nullptr : &*found;
}

std::size_t outbound_job::accepted_billed() const {
  std::size_t sum = 0;
  for (const auto& s : segments)
    if (s.state == segment_state::accepted) sum += s.billed;
  return sum;
}

void encode_for(outbound_job& job, const carrier_settings& carrier, std::uint16_t reference) {
  const auto packed = pack(job.entry.answer, carrier.profile);
  job.carrier = carrier.name;
  job.segments.clear();
  job.segments_one_by_one = packed.segments_one_by_one;
  const auto gbk = carrier.gbk ? std::optional(smpp::gbk_data_coding(carrier.data_coding)) : std::nullopt;
  for (const auto& message : packed.messages) {
    auto encoded = smpp::encode_segments(message.parts, carrier.profile.long_messages, reference++, gbk);
    const auto billed = message.parts.segments.size() / std::max<std::size_t>(encoded.size(), 1);
    for (auto& segment : encoded) {
      outgoing_segment out;
      out.submit = submit_for(job.entry, carrier, std::move(segment));
      out.billed = std::max<std::size_t>(billed, 1);
      job.segments.push_back(std::move(out));
    }
  }
}

std::chrono::milliseconds retry_delay(std::uint32_t attempts, const outbox_settings& settings) {
  std::chrono::milliseconds delay = settings.retry_first;
  for (std::uint32_t i = 1; i < attempts && delay < settings.retry_max; ++i) delay *= 2;
  return std::min<std::chrono::milliseconds>(delay, settings.retry_max);
}

}  // namespace duanwen

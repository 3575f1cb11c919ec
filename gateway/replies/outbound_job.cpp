#include "gateway/replies/outbound_job.hpp"

#include <algorithm>

#include "config/addresses/texted_number.hpp"
#include "gateway/runtime/backoff.hpp"
#include "gateway/smpp/text/text_codec.hpp"

namespace duanwen {
namespace {

template <class Test>
bool every(const std::vector<outgoing_segment>& segments, Test test) {
  return std::all_of(segments.begin(), segments.end(), test);
}

bool is_accepted(const outgoing_segment& s) { return s.state == segment_state::accepted; }

// What the carrier was told to use wins; else the number's type is given back as it came.
std::uint8_t configured_or(std::uint8_t configured, std::uint8_t as_it_came) {
  return configured != 0 ? configured : as_it_came;
}

void address(smpp::pdu& p, const outbox_entry& entry, const carrier_settings& carrier) {
  p.source_addr = with_menu_extension(entry.source, entry.menu_extension, carrier.extension_digits);
  p.source_addr_ton = configured_or(carrier.source_ton, entry.source_ton);
  p.source_addr_npi = configured_or(carrier.source_npi, entry.source_npi);
  p.destination_addr = entry.destination;
  p.dest_addr_ton = configured_or(carrier.dest_ton, entry.dest_ton);
  p.dest_addr_npi = configured_or(carrier.dest_npi, entry.dest_npi);
}

smpp::pdu submit_for(const outbox_entry& entry, const carrier_settings& carrier,
                     smpp::encoded_segment segment) {
  auto p = smpp::make_pdu(smpp::command::submit_sm);
  p.service_type = carrier.service_type;
  address(p, entry, carrier);
  p.registered_delivery = carrier.registered_delivery ? 1 : 0;
  p.priority_flag = carrier.priority;
  if (carrier.validity_period.count() != 0) p.validity_period = smpp::relative_time(carrier.validity_period);
  smpp::carry(p, std::move(segment));
  return p;
}

bool is_accepted_whole(const outbound_job& job, std::size_t message) {
  return every(job.segments, [message](const auto& s) { return s.message != message || is_accepted(s); });
}

reply unsaid_answer(const outbound_job& job) {
  reply answer;
  answer.signature_name = job.entries.front().answer.signature_name;
  for (const auto& u : job.unsaid) answer.blocks.push_back(u.block);
  return answer;
}

}  // namespace

bool outbound_job::none_in_flight() const {
  return every(segments, [](const auto& s) { return s.state != segment_state::sent; });
}

bool outbound_job::all_accepted() const { return !segments.empty() && every(segments, is_accepted); }

bool outbound_job::is_said(std::size_t reply) const {
  return !segments.empty() && std::all_of(unsaid.begin(), unsaid.end(), [&](const auto& u) {
    return u.reply != reply || is_accepted_whole(*this, u.message);
  });
}

void outbound_job::accept(outgoing_segment& segment, std::uint32_t price_li) {
  segment.state = segment_state::accepted;
  segments_accepted += segment.billed;
  cost_li += segment.billed * price_li;
}

accepted_segment outbound_job::receipt_for(std::size_t index) const {
  accepted_segment one;
  one.msisdn = entries.front().key.msisdn;
  for (std::size_t i = 0; i < joined; ++i)
    if (entries[i].mark != 0) one.marks.push_back(entries[i].mark);
  one.segment = static_cast<std::uint32_t>(index + 1);
  one.segments = static_cast<std::uint32_t>(segments.size());
  return one;
}

std::string identity(const conversation_key& resident, const std::string& id) {
  return std::to_string(bucket_of(resident.msisdn)) + '-' + id;
}

bool may_join(const outbox_entry& first, const outbox_entry& later) {
  return first.joins && later.joins && first.source == later.source &&
         first.menu_extension == later.menu_extension && first.destination == later.destination &&
         first.answer.signature_name == later.answer.signature_name;
}

reply joined_answer(const std::deque<outbox_entry>& entries, std::size_t count) {
  reply answer = entries.front().answer;
  for (std::size_t i = 1; i < count; ++i) {
    const auto& more = entries[i].answer.blocks;
    answer.blocks.insert(answer.blocks.end(), more.begin(), more.end());
  }
  return answer;
}

std::size_t joinable(const std::deque<outbox_entry>& entries, const tariff& profile,
                     std::size_t segments_max) {
  std::size_t count = 1;
  while (count < entries.size() && may_join(entries.front(), entries[count]) &&
         count_segments(joined_answer(entries, count + 1), profile) <= segments_max)
    ++count;
  return count;
}

void join(outbound_job& job, std::size_t count) {
  job.joined = count;
  job.unsaid.clear();
  for (std::size_t i = 0; i < count; ++i)
    for (const auto& block : job.entries[i].answer.blocks) job.unsaid.push_back(unsaid_block{block, i, 0});
}

void pack_for(outbound_job& job, const carrier_settings& carrier, std::uint16_t reference) {
  // What another carrier has accepted whole stays said; a message that it has in part begins again.
  std::erase_if(job.unsaid, [&job](const unsaid_block& u) {
    return !job.segments.empty() && is_accepted_whole(job, u.message);
  });
  const auto packed = pack(unsaid_answer(job), carrier.profile);
  job.one_by_one_li = job.nothing_accepted()
                          ? packed.segments_one_by_one
                          : pack(joined_answer(job.entries, job.joined), carrier.profile).segments_one_by_one;
  job.one_by_one_li *= carrier.profile.segment_price_li;
  job.carrier = carrier.name;
  job.segments.clear();
  const auto gbk = carrier.gbk ? std::optional(smpp::gbk_data_coding(carrier.data_coding)) : std::nullopt;
  auto block = job.unsaid.begin();
  for (std::size_t m = 0; m < packed.messages.size(); ++m) {
    const auto& message = packed.messages[m];
    for (std::size_t i = 0; i < message.blocks; ++i) (block++)->message = m;
    auto encoded = smpp::encode_segments(message.parts, carrier.profile.long_messages, reference++, gbk);
    const auto billed = message.parts.segments.size() / std::max<std::size_t>(encoded.size(), 1);
    const auto parts = static_cast<std::uint32_t>(encoded.size());
    for (std::uint32_t part = 1; auto& segment : encoded) {
      outgoing_segment out;
      out.part = part++;
      out.parts = parts;
      out.submit = submit_for(job.entries.front(), carrier, std::move(segment));
      out.billed = std::max<std::size_t>(billed, 1);
      out.message = m;
      job.segments.push_back(std::move(out));
    }
  }
}

void pack_like(outbound_job& job, const outbound_job& other, const carrier_settings& carrier) {
  for (std::size_t i = 0; i < job.unsaid.size(); ++i) job.unsaid[i].message = other.unsaid[i].message;
  job.carrier = other.carrier;
  job.one_by_one_li = other.one_by_one_li;
  job.segments = other.segments;
  for (auto& segment : job.segments) address(segment.submit, job.entries.front(), carrier);
}

void unpack(outbound_job& job) {
  job.joined = 0;
  job.unsaid.clear();
  job.segments.clear();
  job.carrier.clear();
}

smpp::pdu as_submit_multi(const std::vector<const smpp::pdu*>& submits) {
  auto multi = *submits.front();
  multi.command_id = static_cast<std::uint32_t>(smpp::command::submit_multi);
  multi.destination_addr.clear();
  multi.dest_addr_ton = multi.dest_addr_npi = 0;
  for (const auto* submit : submits) {
    smpp::dest_address to;
    to.dest_addr_ton = submit->dest_addr_ton;
    to.dest_addr_npi = submit->dest_addr_npi;
    to.destination_addr = submit->destination_addr;
    multi.dest_addresses.push_back(std::move(to));
  }
  return multi;
}

std::chrono::milliseconds retry_delay(smpp::outcome_class what, std::uint32_t attempts,
                                      const outbox_settings& settings) {
  if (what == smpp::outcome_class::again && attempts-- <= 1) return std::chrono::milliseconds(0);
  return doubled(settings.retry_first, std::max(attempts, 1u) - 1, settings.retry_max);
}

}  // namespace duanwen

#include "storage/codec/record_codec.hpp"

#include "keywords/text/fnv1a.hpp"
#include "storage/codec/octets.hpp"

namespace duanwen {
namespace {

constexpr std::uint64_t version = 1, entry_version = 3;  // 1 had no `joins`, 2 no `menu_extension`
constexpr std::uint64_t octet_max = 0xff;

void put(octet_writer& out, const delivery& d) {
  out.number(d.hash);
  out.text(d.link);
  out.number(d.bind_epoch);
  out.number(d.sequence_number);
}

delivery get_delivery(octet_reader& in) {
  delivery d;
  d.hash = in.number();
  d.link = in.text();
  d.bind_epoch = in.number();
  d.sequence_number = static_cast<std::uint32_t>(in.number(number_max));
  return d;
}

void put(octet_writer& out, const reply& r) {
  out.text(r.signature_name);
  out.number(r.blocks.size());
  for (const auto& b : r.blocks) {
    out.text(b.text);
    out.text(b.department);
    out.number(b.item);
  }
}

reply get_reply(octet_reader& in) {
  reply r;
  r.signature_name = in.text();
  for (auto left = in.count(); left > 0 && in.ok(); --left) {
    auto& b = r.blocks.emplace_back();
    b.text = in.text();
    b.department = in.text();
    b.item = static_cast<std::uint32_t>(in.number(number_max));
  }
  return r;
}

void put(octet_writer& out, const outbox_entry& e) {
  for (const auto* text : {&e.key.service, &e.key.msisdn, &e.carrier, &e.source, &e.destination})
    out.text(*text);
  for (const auto octet : {e.source_ton, e.source_npi, e.dest_ton, e.dest_npi}) out.number(octet);
  put(out, e.answer);
  out.number(e.in_doubt.size());
  for (const auto& d : e.in_doubt) put(out, d);
  out.number(static_cast<std::uint64_t>(e.created));
  out.number(e.joins ? 1 : 0);
  out.number(e.menu_extension);
}

outbox_entry get_entry(octet_reader& in, std::uint64_t written_by) {
  outbox_entry e;
  for (auto* text : {&e.key.service, &e.key.msisdn, &e.carrier, &e.source, &e.destination}) *text = in.text();
  for (auto* octet : {&e.source_ton, &e.source_npi, &e.dest_ton, &e.dest_npi})
    *octet = static_cast<std::uint8_t>(in.number(octet_max));
  e.answer = get_reply(in);
  for (auto left = in.count(); left > 0 && in.ok(); --left) e.in_doubt.push_back(get_delivery(in));
  e.created = static_cast<unix_ms>(in.number());
  if (written_by >= 2) e.joins = in.number(1) == 1;
  if (written_by >= 3) e.menu_extension = static_cast<std::uint32_t>(in.number(number_max));
  return e;
}

}  // namespace

std::string encode_entry(const outbox_entry& entry) {
  octet_writer out;
  out.number(entry_version);
  put(out, entry);
  return out.take();
}

std::optional<outbox_entry> decode_entry(std::string_view octets) {
  octet_reader in(octets);
  const auto written_by = in.number();
  if (written_by < version || written_by > entry_version) return std::nullopt;
  auto entry = get_entry(in, written_by);
  return whole(in, std::move(entry));
}

std::string encode_part(const stored_part& part) {
  octet_writer out;
  out.number(entry_version);
  out.number(part.data_coding);
  out.text(part.octets);
  put(out, part.arrival);
  put(out, part.reply_to);
  return out.take();
}

std::optional<stored_part> decode_part(std::string_view octets) {
  octet_reader in(octets);
  const auto written_by = in.number();
  if (written_by < version || written_by > entry_version) return std::nullopt;
  stored_part part;
  part.data_coding = static_cast<std::uint8_t>(in.number(octet_max));
  part.octets = in.text();
  part.arrival = get_delivery(in);
  part.reply_to = get_entry(in, written_by);
  return whole(in, std::move(part));
}

std::string encode_token(const token_record& token) {
  octet_writer out;
  out.number(version);
  out.text(token.name);
  out.number(static_cast<std::uint64_t>(token.role));
  out.text(token.department);
  out.text(token.sha256);
  out.number(static_cast<std::uint64_t>(token.created));
  return out.take();
}

std::optional<token_record> decode_token(std::string_view octets) {
  octet_reader in(octets);
  if (in.number() != version) return std::nullopt;
  token_record token;
  token.name = in.text();
  token.role = static_cast<token_role>(in.number(static_cast<std::uint64_t>(token_role::admin)));
  token.department = in.text();
  token.sha256 = in.text();
  token.created = static_cast<unix_ms>(in.number());
  return whole(in, std::move(token));
}

std::string arrival_octets(const delivery& arrival) {
  std::string octets;
  const auto append = [&octets](std::uint64_t n, int size) {
    for (int shift = 8 * (size - 1); shift >= 0; shift -= 8) octets += static_cast<char>((n >> shift) & 0xff);
  };
  append(arrival.hash, 8);
  append(arrival.sequence_number, 4);
  append(arrival.bind_epoch, 8);
  return octets + arrival.link;
}

std::uint64_t trace_mark(const conversation_key& resident, const delivery& first) {
  // One submit_multi may bring an inquiry to each of several numbers of ours.
  const auto mark = fnv1a_64(arrival_octets(first) + resident.service);
  return mark == 0 ? 1 : mark;
}

}  // namespace duanwen

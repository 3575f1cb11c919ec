#include "storage/codec/trace_codec.hpp"

#include "storage/codec/octets.hpp"

namespace duanwen {
namespace {

constexpr std::uint64_t layout_version = 1, trace_version = 2;  // 1 had no mark
constexpr std::uint64_t receipt_kind = 64;  // in place of the version, library.lua knows it
constexpr std::size_t time_octets = 6;

std::int64_t time_of(std::string_view octets) {
  std::int64_t at = 0;
  for (const char c : octets.substr(0, time_octets)) at = at << 8 | static_cast<unsigned char>(c);
  return at;
}

}  // namespace

std::string encode_trace(const trace_record& trace) {
  octet_writer out;
  out.text(trace.msisdn);
  out.number(trace_version);
  for (const auto* text : {&trace.service, &trace.carrier, &trace.outcome, &trace.matched}) out.text(*text);
  out.number(trace.segments);
  out.text(trace.text);
  out.number(trace.mark);
  return out.take();
}

std::optional<trace_record> decode_trace(std::string_view octets) {
  if (octets.size() < time_octets) return std::nullopt;
  trace_record trace;
  trace.at = time_of(octets);
  octet_reader in(octets.substr(time_octets));
  trace.msisdn = in.text();
  const auto written_by = in.number();
  if (written_by < layout_version || written_by > trace_version) return std::nullopt;
  for (auto* text : {&trace.service, &trace.carrier, &trace.outcome, &trace.matched}) *text = in.text();
  trace.segments = static_cast<std::uint32_t>(in.number(number_max));
  trace.text = in.text();
  if (written_by == trace_version) trace.mark = in.number();
  return whole(in, std::move(trace));
}

std::string encode_receipt(const receipt_record& receipt) {
  octet_writer out;
  out.text(receipt.msisdn);
  out.number(receipt_kind);
  out.number(layout_version);
  out.number(static_cast<std::uint64_t>(receipt.came));
  out.number(receipt.marks.size());
  for (const auto mark : receipt.marks) out.number(mark);
  for (const auto* text : {&receipt.carrier, &receipt.state, &receipt.error}) out.text(*text);
  out.number(receipt.segment);
  out.number(receipt.segments);
  return out.take();
}

std::optional<receipt_record> decode_receipt(std::string_view octets) {
  if (octets.size() < time_octets) return std::nullopt;
  receipt_record receipt;
  receipt.at = time_of(octets);
  octet_reader in(octets.substr(time_octets));
  receipt.msisdn = in.text();
  if (in.number() != receipt_kind || in.number() != layout_version) return std::nullopt;
  receipt.came = static_cast<std::int64_t>(in.number());
  for (auto left = in.count(); left > 0 && in.ok(); --left) receipt.marks.push_back(in.number());
  for (auto* text : {&receipt.carrier, &receipt.state, &receipt.error}) *text = in.text();
  receipt.segment = static_cast<std::uint32_t>(in.number(number_max));
  receipt.segments = static_cast<std::uint32_t>(in.number(number_max));
  return whole(in, std::move(receipt));
}

std::string encode_audit(const audit_record& record) {
  octet_writer out;
  out.number(layout_version);
  out.number(static_cast<std::uint64_t>(record.at));
  out.text(record.who);
  out.text(record.what);
  return out.take();
}

std::optional<audit_record> decode_audit(std::string_view octets) {
  octet_reader in(octets);
  if (in.number() != layout_version) return std::nullopt;
  audit_record record;
  record.at = static_cast<std::int64_t>(in.number());
  record.who = in.text();
  record.what = in.text();
  return whole(in, std::move(record));
}

}  // namespace duanwen

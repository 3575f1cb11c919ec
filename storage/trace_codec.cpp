#include "storage/trace_codec.hpp"

#include <limits>

#include "storage/octets.hpp"

namespace duanwen {
namespace {

constexpr std::uint64_t version = 1;
constexpr std::size_t time_octets = 6;

}  // namespace

std::string encode_trace(const trace_record& trace) {
  octet_writer out;
  out.text(trace.msisdn);
  out.number(version);
  for (const auto* text : {&trace.service, &trace.carrier, &trace.outcome, &trace.matched}) out.text(*text);
  out.number(trace.segments);
  out.text(trace.text);
  return out.take();
}

std::optional<trace_record> decode_trace(std::string_view octets) {
  if (octets.size() < time_octets) return std::nullopt;
  trace_record trace;
  for (const char c : octets.substr(0, time_octets)) trace.at = trace.at << 8 | static_cast<unsigned char>(c);
  octet_reader in(octets.substr(time_octets));
  trace.msisdn = in.text();
  if (in.number() != version) return std::nullopt;
  for (auto* text : {&trace.service, &trace.carrier, &trace.outcome, &trace.matched}) *text = in.text();
  trace.segments = static_cast<std::uint32_t>(in.number(std::numeric_limits<std::uint32_t>::max()));
  trace.text = in.text();
  return in.at_end() ? std::optional(std::move(trace)) : std::nullopt;
}

std::string encode_audit(const audit_record& record) {
  octet_writer out;
  out.number(version);
  out.number(static_cast<std::uint64_t>(record.at));
  out.text(record.who);
  out.text(record.what);
  return out.take();
}

std::optional<audit_record> decode_audit(std::string_view octets) {
  octet_reader in(octets);
  if (in.number() != version) return std::nullopt;
  audit_record record;
  record.at = static_cast<std::int64_t>(in.number());
  record.who = in.text();
  record.what = in.text();
  return in.at_end() ? std::optional(std::move(record)) : std::nullopt;
}

}  // namespace duanwen

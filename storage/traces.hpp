#pragma once
// What administrators may look up of inquiries and changes, as plain values with constructors.

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace duanwen {

/// What a receipt told of one segment of a reply.
struct receipt_record {
  std::int64_t at = 0;               ///< Redis' clock when it was noted down, which gives it
  std::int64_t came = 0;             ///< when the receipt came, by the same clock
  std::string msisdn;                ///< whole in the store, as in trace_record
  std::vector<std::uint64_t> marks;  ///< of the inquiries that the reply answered
  std::string carrier;
  std::string state;  ///< as SMPP 3.4 appendix B spells it: DELIVRD
  std::string error;  ///< the carrier's code, or type:code of network_error_code; "" = none
  std::uint32_t segment = 1, segments = 1;
  receipt_record() = default;
  friend bool operator==(const receipt_record&, const receipt_record&) = default;
};

/// One inquiry and what became of it.
struct trace_record {
  std::int64_t at = 0;  ///< Redis' clock at the commit, which gives it
  std::string msisdn;   ///< whole in the store, so that it can be looked up and forgotten; masked elsewhere
  std::string service, carrier, outcome, matched;
  std::uint32_t segments = 0;
  std::string text;                      ///< as kept_text() leaves it
  std::uint64_t mark = 0;                ///< by which receipts name it; 0: written before there was one
  std::vector<receipt_record> receipts;  ///< of its reply, oldest first; put in when it is read
  trace_record() = default;
  friend bool operator==(const trace_record&, const trace_record&) = default;
};

/// The traces with the receipts of their replies; one that was noted down twice is there once.
std::vector<trace_record> with_receipts(std::vector<trace_record> traces,
                                        const std::vector<receipt_record>& receipts);

/// A text that meant nothing, and how often it came; whose it was is not kept.
struct unmatched_text {
  std::string text;  ///< in its normal form
  std::uint64_t times = 0;
  unmatched_text() = default;
  unmatched_text(std::string t, std::uint64_t n) : text(std::move(t)), times(n) {}
  friend bool operator==(const unmatched_text&, const unmatched_text&) = default;
};

/// The texts by how often they came, and those that came equally often by their octets.
std::vector<unmatched_text> most_frequent_first(const std::map<std::string, std::uint64_t>& times);

/// What an administrator changed.
struct audit_record {
  std::int64_t at = 0;    ///< milliseconds since 1970
  std::string who, what;  ///< name of a token; method and path, with numbers of residents masked
  audit_record() = default;
  friend auto operator<=>(const audit_record&, const audit_record&) = default;
};

/// How much of a resident was forgotten, beside the conversations.
struct forgotten {
  std::uint64_t traces = 0, dead_letters = 0;
  std::uint64_t others = 0;  ///< conversations, and long inquiries of which parts are missing
  forgotten() = default;
  friend bool operator==(const forgotten&, const forgotten&) = default;
};

}  // namespace duanwen

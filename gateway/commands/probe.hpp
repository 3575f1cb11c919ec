#pragma once
// What a carrier's account does, found out by using it: binds, and where a test number is given, a text in
// every form of long message, a burst, and what comes back. Its own link; nothing of the daemon's state is
// touched.

#include <chrono>
#include <cstdint>
#include <map>
#include <set>
#include <string>

#include "config/settings/config.hpp"
#include "gateway/runtime/runtime.hpp"
#include "gateway/smpp/pdu/message_id.hpp"

namespace duanwen {

struct probe_options {
  std::string from, to;           ///< a number of ours and a test number; `to` "" = nothing is sent
  std::uint32_t burst = 0;        ///< texts sent at once, to see how the carrier says that it is too fast
  std::chrono::seconds wait{20};  ///< for receipts, and for texts that somebody sends meanwhile
  probe_options() = default;
};

/// What became of one thing that was tried: empty = accepted, else why not.
using tried = std::map<std::string, std::string>;

struct probe_findings {
  tried binds, long_messages;
  std::map<std::string, std::uint32_t> burst;               ///< status → how often
  std::map<std::string, std::uint32_t> receipts;            ///< spelling of the id → how often
  std::map<std::uint8_t, std::set<std::string>> alphabets;  ///< of texts that came, by data_coding
  probe_findings() = default;
};

asio::awaitable<probe_findings> probe(runtime& rt, const carrier_settings& carrier, const config& settings,
                                      probe_options options);

/// As a [[carrier]] block to paste, with what was seen as comments.
std::string as_settings(const probe_findings& found, const carrier_settings& carrier);

}  // namespace duanwen

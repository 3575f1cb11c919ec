#pragma once
// Every setting with its unit and default, a struct a component. config/duanwen.toml says the same for
// operators, and a test compares the two.

#include <chrono>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "config/settings/secret.hpp"
#include "keywords/directory/check.hpp"
#include "keywords/directory/limits.hpp"
#include "keywords/segments/tariff.hpp"

namespace duanwen {

inline constexpr std::uint32_t extension_digits_max = 4;  ///< of carrier.extension_digits
/// Octets that system_id, password and system_type may have: more than SMPP 3.4 §5.2.1 to §5.2.3 says, since
/// carriers give out longer ones.
inline constexpr std::size_t bind_text_octets_max = 64;

using std::chrono::milliseconds;
using std::chrono::seconds;

struct gateway_settings {
  std::string data_dir = "/var/lib/duanwen";
  std::uint32_t max_inquiries_in_flight = 10000;
  seconds stop_timeout{30};
  std::string time_zone = "Asia/Shanghai";
  std::string country_code = "86";
  std::uint32_t conversations_cached_max = 100000;  ///< conversations kept in memory to save a read; 0 = none
};

struct redis_settings {
  std::string url = "embedded";
  std::uint32_t replicas_acked = 0;
  seconds hold{8};
  milliseconds command_timeout{2000};  ///< a connection whose oldest answer is later than this is dropped
  milliseconds connect_timeout{2000};
  std::uint32_t pipeline_max = 1024;  ///< commands in flight
  milliseconds directory_poll{250};   ///< how often the directory's version is read
};

struct outbox_settings {
  seconds lease{10};
  seconds redelivery_window{300};
  seconds retry_first{1};
  seconds retry_max{300};
  seconds reply_validity{86400};
  std::uint32_t in_memory_max = 10000;  ///< replies held in memory; the others wait in the store
  /// Replies in the store of which it is remembered whose they are, four octets each: as long as all are, new
  /// replies of others pass by them.
  std::uint32_t noted_max = 2'000'000;
  /// Replies that carriers may have while the store has not recorded their end; beyond it none leaves.
  std::uint32_t unrecorded_max = 1000;
};

struct dial_settings {
  milliseconds backoff_min{200};
  seconds backoff_max{30};
  seconds connect_timeout{10};
};

struct admin_settings {
  std::string listen = "127.0.0.1:8080";
  std::string tls_certificate, tls_key;  ///< files; both needed for anything but loopback
  std::uint32_t threads = 8;
  std::uint32_t body_octets_max = 64u << 20;
  milliseconds store_timeout{5000};          ///< how long a request may wait for the store
  seconds carrier_timeout{10};               ///< how long one may wait for the answer of a carrier
  bool metrics_open = false;                 ///< /metrics needs no token
  seconds metrics_refresh{5};                ///< between two counts of outbox and dead letters for /metrics
  std::uint32_t audit_entries_max = 100000;  ///< changes that are remembered; the oldest go first
};

struct log_settings {
  std::string level = "info";  ///< trace, debug, info, warning, error, off
  std::string file;            ///< empty = standard error
  bool json = false;
};

struct conversation_settings {
  seconds ttl{1800};
  std::uint32_t reply_segments_max = 4;
  milliseconds batch_window{0};
  std::uint32_t resident_per_minute = 20;
  seconds repeats_within{
      10};  ///< in which the same text is one; not numbers and commands; 0 = each is its own
  std::uint32_t segments_per_hour = 60;            ///< to one resident; 0 = no limit
  std::uint32_t department_segments_per_hour = 0;  ///< of answers of one department; 0 = no limit
};

struct reassembly_settings {
  seconds parts_wait{120};       ///< then what came is answered as far as it makes sense
  std::uint32_t parts_max = 10;  ///< parts of one long inquiry
};

struct trace_settings {
  seconds kept{604800};                 ///< for which inquiries can be looked up; 0 = none are kept
  std::uint32_t entries_max = 1000000;  ///< inquiries and receipts; the oldest go first
  seconds unmatched_kept{2592000};      ///< texts that meant nothing, and how often they came; 0 = none
  std::uint32_t unmatched_texts_max = 100000;  ///< different ones a day
};

struct smpp_settings {
  std::uint32_t pdu_octets_max = 65536;  ///< command_length; a longer PDU closes the link
  seconds session_init_timeout{10};      ///< from connected to bound
  seconds unbind_timeout{3};             ///< then a link whose unbind is not answered is closed
  seconds inactivity_timeout{0};         ///< 0 = no limit
  std::uint32_t connections_max = 1000;  ///< at one listen address, bound or not
  std::uint32_t refused_binds_per_minute =
      20;  ///< from one network address; then its connections are closed unheard
  std::uint32_t messages_remembered_max =
      10000;  ///< inquiries that carriers submitted to us and may query or cancel
  std::uint32_t replies_remembered_max = 10000;  ///< segments that we may query, cancel or replace; 0 = none
  std::uint32_t receipts_waiting_max =
      10000;  ///< for one carrier, of inquiries that it sent us; beyond it the oldest go
};

/// Receipts for our replies, from carriers with registered_delivery.
struct receipt_settings {
  seconds remember{604800};               ///< a receipt that comes later belongs to nothing
  std::uint32_t remembered_max = 100000;  ///< segments; beyond it the oldest are forgotten
  seconds early{30};                      ///< how long a receipt waits for the response that brings its id
  std::uint32_t early_max = 1000;         ///< receipts that wait so
  std::uint32_t unnoted_max = 10000;      ///< receipts that wait to be traced while the store is away
};

struct service_settings {
  std::string number;
  std::string wording = "zh-CN";
  std::map<std::string, std::string> extensions;  ///< digits after the number → department id
  /// Numbers that are never answered, national; with * behind it, all that begin so.
  std::vector<std::string> ignored_senders = {"100*", "106*"};
  /// What comes from or to these ports is for programs and never answered: "2948", "9200-9207".
  std::vector<std::string> ignored_ports = {"1-65535"};
};

enum class carrier_mode { connect, listen };
enum class bind_kind { transceiver, pair };
enum class unavailable_policy { retry, close, hold };

struct carrier_settings {
  std::string name;
  carrier_mode mode = carrier_mode::connect;
  std::string host = "127.0.0.1";
  std::uint16_t port = 2775;
  std::string listen;
  std::vector<std::string> allowed_from;
  std::string system_id;
  secret password;
  std::string system_type;
  std::uint8_t address_ton = 0, address_npi = 0;  ///< of the numbers we serve, told when we bind
  std::string address_range;
  bind_kind bind = bind_kind::transceiver;
  std::uint32_t links = 1;
  bool tls = false;
  std::string tls_ca, tls_certificate, tls_key;
  bool tls_verify = true;
  std::uint32_t window = 10;
  std::uint32_t throughput = 0;         ///< segments a second, 0 = no limit
  std::uint32_t segments_per_hour = 0;  ///< of answers; 0 = no limit
  seconds enquire_link{30};
  seconds response_timeout{30};
  std::map<std::uint8_t, std::string> data_coding;
  tariff profile;  ///< billing, signature and all else that tariff.hpp names
  std::uint32_t submit_multi_max = 0;
  unavailable_policy when_unavailable = unavailable_policy::retry;
  seconds failover{60};
  bool registered_delivery = false;
  std::uint32_t bulk_price_li = 30;
  bool source_ton_trusted = true;  ///< false: it sends national numbers under TON 1 too
  std::uint8_t source_ton = 0, source_npi = 0, dest_ton = 0, dest_npi = 0;
  std::string service_type;
  bool gbk = false;            ///< Chinese goes as GBK and not as UCS-2
  seconds validity_period{0};  ///< told to the carrier; 0 = its own
  std::uint8_t priority = 0;   ///< priority_flag, 0 to 3
  /// So many digits behind the number that was texted tell a reply's menu from others; 0 = none.
  std::uint32_t extension_digits = 0;
};

struct route_settings {
  std::string prefix;
  std::vector<std::string> carriers;
};

struct config {
  gateway_settings gateway;
  redis_settings redis;
  outbox_settings outbox;
  dial_settings dial;
  admin_settings admin;
  log_settings log;
  conversation_settings conversation;
  reassembly_settings reassembly;
  trace_settings traces;
  smpp_settings smpp;
  receipt_settings receipts;
  directory_limits directory;
  std::vector<service_settings> services;
  std::vector<carrier_settings> carriers;
  std::vector<route_settings> routes;
};

}  // namespace duanwen

// The keys of the plain sections: name, member, least and most.

#include "config/settings/tables.hpp"

namespace duanwen {

namespace {
constexpr std::int64_t day_s = 86400;
constexpr std::int64_t million = 1000000;
}  // namespace

template <>
const std::vector<row<gateway_settings>>& rows() {
  using s = gateway_settings;
  static const std::vector<row<s>> table = {
      key<s>("data_dir", &s::data_dir, 1, path_octets),
      key<s>("max_inquiries_in_flight", &s::max_inquiries_in_flight, 1, million),
      key<s>("stop_timeout_s", &s::stop_timeout, 1, 3600),
      key<s>("time_zone", &s::time_zone, 1, 64),
      key<s>("country_code", &s::country_code, 1, 3),
      key<s>("conversations_cached_max", &s::conversations_cached_max, 0, 100 * million),
  };
  return table;
}

template <>
const std::vector<row<redis_settings>>& rows() {
  using s = redis_settings;
  static const std::vector<row<s>> table = {
      key<s>("url", &s::url, 1, 1024),
      key<s>("replicas_acked", &s::replicas_acked, 0, 16),
      key<s>("hold_s", &s::hold, 0, 300),
      key<s>("command_timeout_ms", &s::command_timeout, 10, 600000),
      key<s>("connect_timeout_ms", &s::connect_timeout, 10, 600000),
      key<s>("pipeline_max", &s::pipeline_max, 1, 100000),
      key<s>("directory_poll_ms", &s::directory_poll, 10, 60000),
  };
  return table;
}

template <>
const std::vector<row<outbox_settings>>& rows() {
  using s = outbox_settings;
  static const std::vector<row<s>> table = {
      key<s>("lease_s", &s::lease, 2, 3600),
      key<s>("redelivery_window_s", &s::redelivery_window, 1, day_s),
      key<s>("retry_first_s", &s::retry_first, 1, 3600),
      key<s>("retry_max_s", &s::retry_max, 1, day_s),
      key<s>("reply_validity_s", &s::reply_validity, 1, 30 * day_s),
      key<s>("in_memory_max", &s::in_memory_max, 1, 10 * million),
      key<s>("noted_max", &s::noted_max, 0, 1000 * million),
      key<s>("unrecorded_max", &s::unrecorded_max, 1, million),
  };
  return table;
}

template <>
const std::vector<row<dial_settings>>& rows() {
  using s = dial_settings;
  static const std::vector<row<s>> table = {
      key<s>("backoff_min_ms", &s::backoff_min, 1, 3600000),
      key<s>("backoff_max_s", &s::backoff_max, 1, 3600),
      key<s>("connect_timeout_s", &s::connect_timeout, 1, 600),
  };
  return table;
}

template <>
const std::vector<row<admin_settings>>& rows() {
  using s = admin_settings;
  static const std::vector<row<s>> table = {
      key<s>("listen", &s::listen, 1, 255),
      key<s>("tls_certificate", &s::tls_certificate, 0, path_octets),
      key<s>("tls_key", &s::tls_key, 0, path_octets),
      key<s>("threads", &s::threads, 1, 256),
      key<s>("body_octets_max", &s::body_octets_max, 1024, 1 << 30),
      key<s>("store_timeout_ms", &s::store_timeout, 10, 600000),
      key<s>("carrier_timeout_s", &s::carrier_timeout, 1, 600),
      flag<s>("metrics_open", &s::metrics_open),
      key<s>("metrics_refresh_s", &s::metrics_refresh, 1, 3600),
      key<s>("audit_entries_max", &s::audit_entries_max, 100, 10 * million),
  };
  return table;
}

template <>
const std::vector<row<log_settings>>& rows() {
  using s = log_settings;
  static const std::vector<row<s>> table = {
      key<s>("level", &s::level, 0, 16, {"trace", "debug", "info", "warning", "error", "off"}),
      key<s>("file", &s::file, 0, path_octets),
      flag<s>("json", &s::json),
  };
  return table;
}

template <>
const std::vector<row<conversation_settings>>& rows() {
  using s = conversation_settings;
  static const std::vector<row<s>> table = {
      key<s>("ttl_s", &s::ttl, 1, 30 * day_s),
      key<s>("reply_segments_max", &s::reply_segments_max, 1, 100),
      key<s>("batch_window_ms", &s::batch_window, 0, 60000),
      key<s>("repeats_within_s", &s::repeats_within, 0, 3600),
      key<s>("resident_per_minute", &s::resident_per_minute, 0, 100000),
      key<s>("segments_per_hour", &s::segments_per_hour, 0, 1000000),
      key<s>("department_segments_per_hour", &s::department_segments_per_hour, 0, 100 * million),
  };
  return table;
}

template <>
const std::vector<row<reassembly_settings>>& rows() {
  using s = reassembly_settings;
  static const std::vector<row<s>> table = {
      key<s>("parts_wait_s", &s::parts_wait, 1, day_s),
      key<s>("parts_max", &s::parts_max, 2, 255),
  };
  return table;
}

template <>
const std::vector<row<trace_settings>>& rows() {
  using s = trace_settings;
  static const std::vector<row<s>> table = {
      key<s>("kept_s", &s::kept, 0, 400 * day_s),
      key<s>("entries_max", &s::entries_max, 1000, 100 * million),
      key<s>("unmatched_kept_s", &s::unmatched_kept, 0, 400 * day_s),
      key<s>("unmatched_texts_max", &s::unmatched_texts_max, 64, 10 * million),
  };
  return table;
}

template <>
const std::vector<row<smpp_settings>>& rows() {
  using s = smpp_settings;
  static const std::vector<row<s>> table = {
      key<s>("pdu_octets_max", &s::pdu_octets_max, 1024, 1 << 20),
      key<s>("session_init_timeout_s", &s::session_init_timeout, 1, 600),
      key<s>("unbind_timeout_s", &s::unbind_timeout, 1, 600),
      key<s>("inactivity_timeout_s", &s::inactivity_timeout, 0, day_s),
      key<s>("connections_max", &s::connections_max, 1, 100000),
      key<s>("refused_binds_per_minute", &s::refused_binds_per_minute, 1, 100000),
      key<s>("messages_remembered_max", &s::messages_remembered_max, 0, million),
      key<s>("replies_remembered_max", &s::replies_remembered_max, 0, million),
      key<s>("receipts_waiting_max", &s::receipts_waiting_max, 0, million),
  };
  return table;
}

template <>
const std::vector<row<receipt_settings>>& rows() {
  using s = receipt_settings;
  static const std::vector<row<s>> table = {
      key<s>("remember_s", &s::remember, 1, 30 * day_s),
      key<s>("remembered_max", &s::remembered_max, 0, 10 * million),
      key<s>("early_s", &s::early, 1, 3600),
      key<s>("early_max", &s::early_max, 0, million),
      key<s>("unnoted_max", &s::unnoted_max, 1, million),
  };
  return table;
}

template <>
const std::vector<row<directory_limits>>& rows() {
  using s = directory_limits;
  static const std::vector<row<s>> table = {
      key<s>("title_characters_max", &s::title_characters_max, 1, 1000),
      key<s>("details_characters_max", &s::details_characters_max, 1, 100000),
      key<s>("keyword_characters_max", &s::keyword_characters_max, 1, 1000),
      key<s>("item_number_max", &s::item_number_max, 201, 999999),
  };
  return table;
}

}  // namespace duanwen

// The keys of [[service]], [[carrier]] and [[route]]. Lengths are those of SMPP 3.4 without the closing NUL,
// but of system_id, password and system_type, of which check_bind_texts() warns.

#include "config/settings/tables.hpp"

namespace duanwen {

namespace {

using c = carrier_settings;

std::vector<row<c>> peer_rows() {
  return {
      required(key<c>("name", &c::name, 1, 64)),
      one_of<c>("mode", &c::mode, {"connect", "listen"}),
      key<c>("host", &c::host, 0, 255),
      key<c>("port", &c::port, 1, 65535),
      key<c>("listen", &c::listen, 0, 255),
      key<c>("allowed_from", &c::allowed_from, 0, 1000),
      required(key<c>("system_id", &c::system_id, 1, bind_text_octets_max)),
      key<c>("password", &c::password, 0, bind_text_octets_max),
      key<c>("system_type", &c::system_type, 0, bind_text_octets_max),
      key<c>("address_ton", &c::address_ton, 0, 255),
      key<c>("address_npi", &c::address_npi, 0, 255),
      key<c>("address_range", &c::address_range, 0, 40),
      one_of<c>("bind", &c::bind, {"transceiver", "pair"}),
      key<c>("links", &c::links, 1, 64),
      flag<c>("tls", &c::tls),
      key<c>("tls_ca", &c::tls_ca, 0, path_octets),
      key<c>("tls_certificate", &c::tls_certificate, 0, path_octets),
      key<c>("tls_key", &c::tls_key, 0, path_octets),
      flag<c>("tls_verify", &c::tls_verify),
  };
}

std::vector<row<c>> traffic_rows() {
  return {
      key<c>("window", &c::window, 1, 10000),
      key<c>("throughput", &c::throughput, 0, 1000000),
      key<c>("segments_per_hour", &c::segments_per_hour, 0, 100000000),
      key<c>("enquire_link_s", &c::enquire_link, 1, 3600),
      key<c>("response_timeout_s", &c::response_timeout, 1, 600),
      key<c>("data_coding", &c::data_coding, 0, 256,
             {"gsm7", "gsm7-packed", "ascii", "latin1", "utf8", "ucs2", "ucs2-little", "gbk"}),
      key<c>("submit_multi_max", &c::submit_multi_max, 0, 254),
      one_of<c>("when_unavailable", &c::when_unavailable, {"retry", "close", "hold"}),
      key<c>("failover_s", &c::failover, 0, 86400),
      flag<c>("registered_delivery", &c::registered_delivery),
      flag<c>("source_ton_trusted", &c::source_ton_trusted),
      key<c>("source_ton", &c::source_ton, 0, 255),
      key<c>("source_npi", &c::source_npi, 0, 255),
      key<c>("dest_ton", &c::dest_ton, 0, 255),
      key<c>("dest_npi", &c::dest_npi, 0, 255),
      key<c>("service_type", &c::service_type, 0, 5),
      flag<c>("gbk", &c::gbk),
      key<c>("validity_period_s", &c::validity_period, 0, 30 * 86400),
      key<c>("priority", &c::priority, 0, 3),
      key<c>("extension_digits", &c::extension_digits, 0, extension_digits_max),
  };
}

template <class Member>
auto of_profile(Member tariff::*member) {
  return [member](c& carrier) -> Member& { return carrier.profile.*member; };
}

std::vector<row<c>> tariff_rows() {
  return {
      one_of<c>("billing", of_profile(&tariff::billing), {"gsm", "70/67"}),
      key<c>("signature", of_profile(&tariff::signature), 0, 8),
      key<c>("reserve_characters", of_profile(&tariff::reserve_characters), 0, 60),
      one_of<c>("long_messages", of_profile(&tariff::long_messages),
                {"udh8", "udh16", "sar", "payload", "none"}),
      flag<c>("smart_encoding", of_profile(&tariff::smart_encoding)),
      key<c>("segment_price_li", of_profile(&tariff::segment_price_li), 0, 1000000),
      key<c>("bulk_price_li", &c::bulk_price_li, 0, 1000000),
  };
}

}  // namespace

template <>
const std::vector<row<service_settings>>& rows() {
  using s = service_settings;
  static const std::vector<row<s>> table = {
      required(key<s>("number", &s::number, 1, 20)),
      key<s>("wording", &s::wording, 1, 64),
      key<s>("extensions", &s::extensions, 0, 10000),
      key<s>("ignored_senders", &s::ignored_senders, 0, 10000),
      key<s>("ignored_ports", &s::ignored_ports, 0, 1000),
  };
  return table;
}

template <>
const std::vector<row<carrier_settings>>& rows() {
  static const std::vector<row<c>> table = [] {
    auto all = peer_rows();
    for (auto& more : {traffic_rows(), tariff_rows()}) all.insert(all.end(), more.begin(), more.end());
    return all;
  }();
  return table;
}

template <>
const std::vector<row<route_settings>>& rows() {
  using s = route_settings;
  static const std::vector<row<s>> table = {
      required(key<s>("prefix", &s::prefix, 1, 20)),
      required(key<s>("carriers", &s::carriers, 1, 64)),
  };
  return table;
}

}  // namespace duanwen

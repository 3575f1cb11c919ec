// Fills a PDU member by member; what its command does not have is for the wire to leave out.
#include "tests/support/random/random_pdu.hpp"

namespace duanwen::smpp::testing {
namespace {

class generator {
 public:
  generator(std::mt19937& random, random_pdu_options options) : random_(random), options_(options) {}

  std::uint32_t below(std::uint32_t limit) {
    return std::uniform_int_distribution<std::uint32_t>(0, limit - 1)(random_);
  }
  std::uint8_t octet() { return static_cast<std::uint8_t>(below(256)); }
  std::uint8_t ton() { return static_cast<std::uint8_t>(options_.plain ? below(7) : below(256)); }
  std::uint8_t npi() {
    constexpr std::uint8_t known[] = {0, 1, 3, 4, 6, 8, 9, 10, 14, 18};
    return options_.plain ? known[below(std::size(known))] : octet();
  }

  /// Up to `max` octets without NUL: empty and full ones often.
  std::string text(std::uint32_t max) {
    const std::uint32_t kind = below(4);
    const std::uint32_t length = kind == 0 ? 0 : kind == 1 ? max : below(max + 1);
    std::string s;
    for (std::uint32_t i = 0; i < length; ++i) s += static_cast<char>(1 + below(options_.plain ? 127 : 255));
    return s;
  }

  std::string octets(std::uint32_t max) {
    std::string s(below(max + 1), '\0');
    for (char& c : s) c = static_cast<char>(octet());
    return s;
  }

  void fill_addresses(pdu& p, std::uint32_t longest) {
    p.source_addr = text(longest);
    p.destination_addr = text(longest);
    p.esme_addr = text(longest);
    p.source_addr_ton = ton(), p.source_addr_npi = npi();
    p.dest_addr_ton = ton(), p.dest_addr_npi = npi();
    p.esme_addr_ton = ton(), p.esme_addr_npi = npi();
  }

  void fill_bind(pdu& p) {
    p.system_id = text(options_.plain ? 15 : 64), p.password = text(options_.plain ? 8 : 64);
    p.system_type = text(options_.plain ? 12 : 64), p.address_range = text(40);
    p.interface_version = options_.plain ? 0x34 : octet();
    p.addr_ton = ton(), p.addr_npi = npi();
  }

  void fill_message(pdu& p) {
    p.service_type = text(5), p.final_date = text(16), p.message_id = text(64);
    p.schedule_delivery_time = text(16), p.validity_period = text(16);
    for (std::uint8_t* field :
         {&p.esm_class, &p.protocol_id, &p.priority_flag, &p.registered_delivery, &p.replace_if_present_flag,
          &p.data_coding, &p.sm_default_msg_id, &p.message_state, &p.error_code})
      *field = octet();
    p.short_message = octets(options_.plain ? 140 : 254);
  }

  void fill_lists(pdu& p) {
    const auto many = [this](std::uint32_t most) { return options_.plain ? below(2) : below(most); };
    for (std::uint32_t i = many(256); i > 0; --i) {
      dest_address d{static_cast<std::uint8_t>(1 + below(2)), 0, 0, text(20)};
      if (d.dest_flag == 1) d.dest_addr_ton = ton(), d.dest_addr_npi = npi();
      p.dest_addresses.push_back(d);
    }
    for (std::uint32_t i = many(256); i > 0; --i)
      p.unsuccess_smes.push_back({ton(), npi(), text(20), below(256)});
    for (std::uint32_t i = many(50); i > 0; --i) {
      const auto tag = static_cast<std::uint16_t>(options_.plain ? 0x1400 + below(0x2C00) : below(0x10000));
      p.tlvs.push_back({tag, octets(options_.plain ? 100 : 2000)});
    }
  }

 private:
  std::mt19937& random_;
  random_pdu_options options_;
};

}  // namespace

pdu random_pdu(std::mt19937& random, command id, random_pdu_options options) {
  generator any(random, options);
  pdu p =
      make_pdu(id, options.plain ? 1 + any.below(sequence_number_max) : static_cast<std::uint32_t>(random()));
  if (!options.plain) p.command_status = any.below(2) == 0 ? 0 : static_cast<std::uint32_t>(random());
  const bool long_addresses = id == command::data_sm || id == command::alert_notification;
  any.fill_addresses(p, long_addresses && !options.plain ? 64 : 20);
  any.fill_bind(p);
  any.fill_message(p);
  any.fill_lists(p);
  return p;
}

}  // namespace duanwen::smpp::testing

#include "gateway/smpp/text/addressee.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>

#include "gateway/smpp/pdu/esm_class.hpp"
#include "gateway/smpp/text/text_codec.hpp"

namespace duanwen::smpp {
namespace {

// Optional parameters that say so, §5.3.2.
constexpr std::uint16_t source_port = 0x020A, destination_port = 0x020B, dest_addr_subunit = 0x0005,
                        payload_type = 0x0019, ms_msg_wait_facilities = 0x0030;

// Elements of a user data header, 23.040 §9.2.3.24.
enum element : std::uint8_t {
  special_indication = 0x01,
  ports_of_8_bits = 0x04,
  ports_of_16_bits = 0x05,
  wireless_control = 0x09,
  voice_mail = 0x23,
  sim_first = 0x70,
  sim_last = 0x7F
};

struct range {
  std::uint8_t first, last;
};
// protocol_id: silent messages and what telephone and SIM keep to themselves, 23.040 §9.2.3.9.
constexpr std::array<range, 3> device_protocols{{{0x40, 0x40}, {0x5F, 0x5F}, {0x7C, 0x7F}}};
// data_coding: octets of class 2, which go to the SIM, 23.038 §4.
constexpr std::array<range, 2> sim_codings{{{0x16, 0x16}, {0xF6, 0xF6}}};

template <std::size_t N>
bool is_in(const std::array<range, N>& ranges, std::uint8_t value) {
  return std::any_of(ranges.begin(), ranges.end(),
                     [value](range r) { return value >= r.first && value <= r.last; });
}

// 23.038 §4: the groups 1100 to 1110, with the indication set.
bool indicates_waiting(std::uint8_t data_coding) {
  constexpr std::uint8_t first = 0xC0, last = 0xEF, active = 0x08;
  return data_coding >= first && data_coding <= last && (data_coding & active) != 0;
}

std::size_t octet_at(std::string_view s, std::size_t at) { return static_cast<unsigned char>(s[at]); }

void add_port(addressee& to, std::size_t port) {
  if (port != 0) to.ports.push_back(static_cast<std::uint16_t>(port));
}

void read_element(addressee& to, std::size_t id, std::string_view value) {
  if (id == ports_of_8_bits && value.size() == 2)
    for (const std::size_t at : {0u, 1u}) add_port(to, octet_at(value, at));
  if (id == ports_of_16_bits && value.size() == 4)
    for (const std::size_t at : {0u, 2u}) add_port(to, octet_at(value, at) << 8 | octet_at(value, at + 1));
  if (id == special_indication || id == wireless_control || id == voice_mail ||
      (id >= sim_first && id <= sim_last))
    to.device = true;
}

/// The header that split_user_data() takes off, its length octet left out.
void read_header(addressee& to, std::string_view elements) {
  while (elements.size() >= 2) {
    const auto length = std::min(octet_at(elements, 1), elements.size() - 2);
    read_element(to, octet_at(elements, 0), elements.substr(2, length));
    elements.remove_prefix(2 + length);
  }
}

void read_parameters(addressee& to, const pdu& message) {
  for (const auto& t : message.tlvs) {
    std::size_t number = 0;
    for (std::size_t i = 0; i < std::min<std::size_t>(t.value.size(), 2); ++i)
      number = number << 8 | octet_at(t.value, i);
    if (t.tag == source_port || t.tag == destination_port) add_port(to, number);
    constexpr std::size_t display = 1, control_messages = 1, waits = 0x80;
    if (t.tag == dest_addr_subunit && number > display) to.device = true;
    if (t.tag == payload_type && number == control_messages) to.device = true;
    if (t.tag == ms_msg_wait_facilities && (number & waits) != 0) to.device = true;
  }
}

bool is_blank(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return c == '\0' || std::isspace(static_cast<unsigned char>(c)) != 0; });
}

}  // namespace

addressee addressee_of(const pdu& message) {
  addressee to;
  to.device = indicates_waiting(message.data_coding) || is_in(device_protocols, message.protocol_id) ||
              is_in(sim_codings, message.data_coding);
  const auto data = split_user_data(message);
  if (data.udh_octets > 0) {
    const auto* payload = message.find(tag::message_payload);
    const std::string_view all = message.short_message.empty() && payload
                                     ? std::string_view(payload->value)
                                     : std::string_view(message.short_message);
    read_header(to, all.substr(1, data.udh_octets - 1));
    to.nobody = !data.part && is_blank(data.octets);
  }
  read_parameters(to, message);
  return to;
}

bool is_for_programs(std::string_view text) {
  // vCard, vCalendar and Nokia's Smart Messaging without a header.
  constexpr std::array<std::string_view, 4> beginnings{"BEGIN:VCARD", "BEGIN:VCALENDAR", "BEGIN:VEVENT",
                                                       "//SCK"};
  constexpr std::string_view object = "\xEF\xBF\xBC";  // U+FFFC stands where a picture was
  if (std::any_of(beginnings.begin(), beginnings.end(),
                  [text](std::string_view b) { return text.starts_with(b); }))
    return true;
  std::string rest(text);
  for (auto at = rest.find(object); at != rest.npos; at = rest.find(object)) rest.erase(at, object.size());
  return rest.size() < text.size() && is_blank(rest);
}

}  // namespace duanwen::smpp

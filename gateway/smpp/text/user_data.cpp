// Takes the user data header off a message and says which part of a long one it is. 3GPP 23.040 §9.2.3.24.
#include <utility>

#include "gateway/smpp/pdu/esm_class.hpp"
#include "gateway/smpp/text/text_codec.hpp"

namespace duanwen::smpp {
namespace {

std::size_t octet_at(std::string_view s, std::size_t at) { return static_cast<unsigned char>(s[at]); }

/// A place as the wire gives it, or none where its numbers contradict each other or speak of one part alone.
std::optional<part_place> checked(std::uint32_t reference, std::size_t total, std::size_t index) {
  if (total < 2 || index == 0 || index > total) return std::nullopt;
  return part_place{reference, static_cast<std::uint32_t>(total), static_cast<std::uint32_t>(index)};
}

struct header {
  bool well_formed = false;
  bool known = false;  ///< holds an element whose length is known, and right
  std::optional<part_place> part;
};

// Elements that stand in front of texts and in no length but one: ports beside the places of parts.
constexpr std::size_t place8 = 0x00, place16 = 0x08, ports8 = 0x04, ports16 = 0x05;
std::optional<std::size_t> length_of(std::size_t id) {
  if (id == place8) return 3;
  if (id == place16 || id == ports16) return 4;
  if (id == ports8) return 2;
  return std::nullopt;
}

/// Walks the elements of a header (its length octet left out). Of several places the last counts, §9.2.3.24.
header read_header(std::string_view elements) {
  header found;
  while (!elements.empty()) {
    if (elements.size() < 2) return {};
    const std::size_t id = octet_at(elements, 0), length = octet_at(elements, 1);
    if (length > elements.size() - 2) return {};
    const std::string_view e = elements.substr(2, length);
    if ((id == place8 || id == place16) && length != length_of(id)) return {};
    found.known = found.known || length == length_of(id);
    if (id == place8)
      found.part = checked(static_cast<std::uint32_t>(octet_at(e, 0)), octet_at(e, 1), octet_at(e, 2));
    if (id == place16)
      found.part = checked(static_cast<std::uint32_t>(octet_at(e, 0) << 8 | octet_at(e, 1)), octet_at(e, 2),
                           octet_at(e, 3));
    elements.remove_prefix(2 + length);
  }
  found.well_formed = true;
  return found;
}

/// How many octets at the beginning of user data are its header, and what is in it; 0: none that makes sense.
std::pair<std::size_t, header> find_header(std::string_view octets) {
  const std::size_t length = octet_at(octets, 0);
  if (length < octets.size())
    if (auto h = read_header(octets.substr(1, length)); h.well_formed) return {1 + length, h};
  // Some senders count the length itself: then its elements end an octet sooner.
  if (length > 1 && length <= octets.size())
    if (auto h = read_header(octets.substr(1, length - 1)); h.well_formed && h.known) return {length, h};
  return {0, header{}};
}

/// The number in an optional parameter of 1 to 4 octets, whatever its length should be.
std::optional<std::uint32_t> number_of(const tlv* t) {
  if (t == nullptr || t->value.empty() || t->value.size() > 4) return std::nullopt;
  std::uint32_t number = 0;
  for (std::size_t i = 0; i < t->value.size(); ++i)
    number = number << 8 | static_cast<std::uint32_t>(octet_at(t->value, i));
  return number;
}

std::optional<part_place> read_sar(const pdu& message) {
  const auto reference = number_of(message.find(tag::sar_msg_ref_num));
  const auto total = number_of(message.find(tag::sar_total_segments));
  const auto index = number_of(message.find(tag::sar_segment_seqnum));
  if (!reference || !total || !index) return std::nullopt;
  return checked(*reference, *total, *index);
}

}  // namespace

user_data split_user_data(const pdu& message) {
  user_data data;
  data.octets = message.short_message;
  const tlv* payload = message.find(tag::message_payload);
  if (data.octets.empty() && payload != nullptr) data.octets = payload->value;
  if ((message.esm_class & esm_class::udhi) != 0 && !data.octets.empty()) {
    const auto [octets, h] = find_header(data.octets);
    // A header that is none is text after all: better odd characters at the front than a lost inquiry.
    data.udh_octets = octets;
    data.octets.remove_prefix(octets);
    data.part = h.part;
  }
  if (!data.part) data.part = read_sar(message);
  return data;
}

}  // namespace duanwen::smpp

// Takes the user data header off a message and says which part of a long one it is. 3GPP 23.040 §9.2.3.24.
#include <algorithm>

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
  std::optional<part_place> part;
};

/// Walks the elements of a header (its length octet left out). Of several places the last counts, §9.2.3.24.
header read_header(std::string_view elements) {
  header found;
  while (!elements.empty()) {
    if (elements.size() < 2) return {};
    const std::size_t id = octet_at(elements, 0), length = octet_at(elements, 1);
    if (length > elements.size() - 2) return {};
    const std::string_view e = elements.substr(2, length);
    if (id == 0x00 && length != 3) return {};
    if (id == 0x08 && length != 4) return {};
    if (id == 0x00)
      found.part = checked(static_cast<std::uint32_t>(octet_at(e, 0)), octet_at(e, 1), octet_at(e, 2));
    if (id == 0x08)
      found.part = checked(static_cast<std::uint32_t>(octet_at(e, 0) << 8 | octet_at(e, 1)), octet_at(e, 2),
                           octet_at(e, 3));
    elements.remove_prefix(2 + length);
  }
  found.well_formed = true;
  return found;
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
    const std::size_t length = octet_at(data.octets, 0);
    const bool fits = length < data.octets.size();
    const header h = fits ? read_header(data.octets.substr(1, length)) : header{};
    // A header that is none is text after all: better odd characters at the front than a lost inquiry.
    if (h.well_formed) {
      data.udh_octets = 1 + length;
      data.octets.remove_prefix(data.udh_octets);
      data.part = h.part;
    }
  }
  if (!data.part) data.part = read_sar(message);
  return data;
}

}  // namespace duanwen::smpp

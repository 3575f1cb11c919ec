// The segments of a message → what its submit_sm carry. SMPP 3.4 §5.2.12, §5.2.19; 3GPP 23.040 §9.2.3.24.
#include <algorithm>
#include <cstdio>

#include "gateway/smpp/pdu/esm_class.hpp"
#include "gateway/smpp/text/alphabets.hpp"

namespace duanwen::smpp {
namespace {

constexpr std::size_t short_message_max = 254;  // §5.2.21; a segment is far below it
constexpr std::size_t parts_max = 255;          // all forms number the parts with one octet

std::string octets_of(std::initializer_list<std::size_t> values) {
  std::string out;
  for (const std::size_t v : values) out += static_cast<char>(v & 0xFF);
  return out;
}

/// All texts as `encode` writes them; none when one of them cannot be.
template <class Encode>
std::optional<std::vector<encoded_segment>> encode_all(const std::vector<std::string>& texts,
                                                       std::uint8_t data_coding, Encode encode) {
  std::vector<encoded_segment> out;
  for (const std::string& text : texts) {
    std::optional<std::string> octets = encode(text);
    if (!octets) return std::nullopt;
    encoded_segment& s = out.emplace_back();
    s.short_message = std::move(*octets);
    s.data_coding = data_coding;
  }
  return out;
}

/// Every segment in one alphabet: a phone that joins parts takes the first one's for all.
std::vector<encoded_segment> encode_texts(const segmentation& parts, std::optional<std::uint8_t> gbk) {
  std::optional<std::vector<encoded_segment>> out;
  if (parts.used == alphabet::gsm7) out = encode_all(parts.segments, data_coding_gsm7, to_gsm7);
  if (!out && gbk) out = encode_all(parts.segments, *gbk, to_gbk);
  if (!out)
    out =
        encode_all(parts.segments, data_coding_ucs2, [](const auto& t) { return std::optional(to_ucs2(t)); });
  return *out;
}

void number_parts(std::vector<encoded_segment>& all, long_message_form form, std::size_t reference) {
  const std::size_t total = all.size();
  for (std::size_t i = 0; i < total; ++i) {
    encoded_segment& s = all[i];
    if (form == long_message_form::sar) {
      s.tlvs = {{tag::sar_msg_ref_num, octets_of({reference >> 8, reference})},
                {tag::sar_total_segments, octets_of({total})},
                {tag::sar_segment_seqnum, octets_of({i + 1})}};
    } else {
      const std::string header = form == long_message_form::udh8
                                     ? octets_of({5, 0x00, 3, reference, total, i + 1})
                                     : octets_of({6, 0x08, 4, reference >> 8, reference, total, i + 1});
      s.short_message.insert(0, header);
      s.esm_class = esm_class::udhi;
    }
  }
}

void move_to_payload(encoded_segment& s) {
  s.tlvs.push_back({tag::message_payload, std::move(s.short_message)});
  s.short_message.clear();
}

}  // namespace

std::string relative_time(std::chrono::seconds from_now) {
  const auto s = std::min<long>(static_cast<long>(from_now.count()), 100L * 86400 - 1);
  char text[96];
  std::snprintf(text, sizeof text, "0000%02ld%02ld%02ld%02ld000R", s / 86400, s / 3600 % 24, s / 60 % 60,
                s % 60);
  return text;
}

void carry(pdu& message, encoded_segment segment) {
  message.esm_class = segment.esm_class;
  message.data_coding = segment.data_coding;
  message.short_message = std::move(segment.short_message);
  message.tlvs = std::move(segment.tlvs);
}

std::vector<encoded_segment> encode_segments(const segmentation& parts, long_message_form form,
                                             std::uint16_t reference, std::optional<std::uint8_t> gbk) {
  std::vector<encoded_segment> all = encode_texts(parts, gbk);
  if (all.size() > 1 && form == long_message_form::payload) {
    for (std::size_t i = 1; i < all.size(); ++i) all[0].short_message += all[i].short_message;
    all.resize(1);
    move_to_payload(all[0]);
  } else if (all.size() > 1 && all.size() <= parts_max && form != long_message_form::none) {
    number_parts(all, form, reference);
  }
  for (encoded_segment& s : all)
    if (s.short_message.size() > short_message_max) move_to_payload(s);
  return all;
}

}  // namespace duanwen::smpp

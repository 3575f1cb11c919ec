// Texts of any octets under any data_coding: always valid UTF-8, and what we make of them can be sent.
#include <cstdlib>

#include "gateway/smpp/text/text_codec.hpp"
#include "gateway/smpp/wire/wire.hpp"
#include "keywords/text/normalise.hpp"
#include "keywords/text/utf8.hpp"

namespace {

using namespace duanwen;
using namespace duanwen::smpp;

void require(bool holds) {
  if (!holds) std::abort();
}

void check_reply(const std::string& text, long_message_form form) {
  tariff profile;
  profile.long_messages = form;
  const segmentation parts = segment(text, profile);
  const auto all = encode_segments(parts, form, 0x1234);
  require(!all.empty());
  for (const encoded_segment& s : all) {
    pdu p = make_pdu(command::submit_sm, 1);
    p.short_message = s.short_message;
    p.tlvs = s.tlvs;
    std::string octets;
    require(encode(p, octets) == wire_status::ok);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size < 3) return 0;
  constexpr const char* alphabets[] = {"",     "gsm7", "gsm7-packed", "ascii", "latin1",
                                       "utf8", "ucs2", "ucs2-little", "gbk"};
  pdu p = make_pdu(command::deliver_sm);
  p.esm_class = data[0];
  p.data_coding = data[1];
  p.short_message.assign(reinterpret_cast<const char*>(data + 3), size - 3);
  const user_data taken = split_user_data(p);
  require(taken.udh_octets + taken.octets.size() == p.short_message.size());
  require(!taken.part || (taken.part->index >= 1 && taken.part->index <= taken.part->total));
  data_coding_overrides overrides;
  const char* alphabet = alphabets[data[2] % std::size(alphabets)];
  if (*alphabet != '\0') overrides[p.data_coding] = alphabet;
  const decoded_text decoded =
      decode_text(decodable_octets(taken, p.data_coding, overrides), p.data_coding, overrides);
  require(to_valid_utf8(decoded.text) == decoded.text);
  require(to_valid_utf8(decoded.guess) == decoded.guess);
  require(overrides.empty() || decoded.guess.empty());
  if (const auto septets = to_gsm7(decoded.text)) require(from_gsm7(*septets) == decoded.text);
  check_reply(decoded.text, static_cast<long_message_form>(data[2] / 8 % 5));
  return 0;
}

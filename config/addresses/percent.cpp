#include "config/addresses/percent.hpp"

#include "keywords/text/whole_number.hpp"

namespace duanwen {

decoded_percents decode_percents(std::string_view text) {
  decoded_percents decoded;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] != '%') {
      decoded.octets += text[at];
      continue;
    }
    const auto digits = text.substr(at + 1, 2);
    const auto octet = digits.size() == 2 ? whole_number<unsigned char>(digits, 16) : std::nullopt;
    decoded.octets += octet ? static_cast<char>(*octet) : '%';
    if (octet) at += digits.size();
    decoded.well_formed = decoded.well_formed && octet;
  }
  return decoded;
}

}  // namespace duanwen

#include "keywords/segments/message.hpp"

#include <algorithm>

#include "keywords/segments/plain_marks.hpp"
#include "keywords/text/utf8.hpp"

namespace duanwen {
namespace {

// The plain form of a text where the profile allows it and GSM 7-bit then carries it.
std::optional<std::string> plain_form(std::string_view text, const tariff& profile) {
  return profile.smart_encoding ? with_plain_marks(text) : std::nullopt;
}

}  // namespace

std::string signature_of(const std::string& name, const tariff& profile) {
  if (name.empty() || profile.signature.empty()) return {};
  const auto brackets = to_code_points(profile.signature);
  const std::u32string_view both = brackets;
  return to_utf8(both.substr(0, both.size() / 2)) + name + to_utf8(both.substr(both.size() / 2));
}

message_size& message_size::operator+=(const message_size& behind) {
  written += behind.written;
  plain += behind.plain;
  return *this;
}

message_size measure_message(std::string_view text, const tariff& profile) {
  message_size size;
  size.written = measure(text, profile);
  const auto plain = size.written.fits_gsm7 ? std::nullopt : plain_form(text, profile);
  size.plain = plain ? measure(*plain, profile) : size.written;
  return size;
}

std::optional<std::size_t> count_by_size(const message_size& size, const tariff& profile) {
  const auto written = count_by_size(size.written, profile);
  if (size.written.fits_gsm7 || !size.plain.fits_gsm7) return written;
  const auto plain = count_by_size(size.plain, profile);
  if (!written || !plain) return std::nullopt;
  return std::min(*written, *plain);
}

std::size_t count_message(std::string_view text, const tariff& profile) {
  const auto written = count_segments(text, profile);
  if (written == 1) return written;
  const auto plain = plain_form(text, profile);
  return plain ? std::min(written, count_segments(*plain, profile)) : written;
}

packed_message make_message(std::string text, const tariff& profile) {
  packed_message message{std::move(text), {}};
  message.parts = segment(message.text, profile);
  if (message.parts.segments.size() == 1) return message;
  auto plain = plain_form(message.text, profile);
  if (!plain || count_segments(*plain, profile) >= message.parts.segments.size()) return message;
  message.parts = segment(*plain, profile);
  message.text = std::move(*plain);
  return message;
}

}  // namespace duanwen

#pragma once
// One message before it is cut: signed, and with plain marks where these are cheaper. Pure.

#include <cstddef>
#include <string>
#include <string_view>

#include "keywords/segments/measure.hpp"
#include "keywords/segments/reply.hpp"

namespace duanwen {

/// The profile's brackets round the name: 【短名】, or [短名]; nothing without brackets or name.
std::string signature_of(const std::string& name, const tariff& profile);

/// How long a piece of a message is, as it is written and with plain marks; pieces behind each other add up.
struct message_size {
  text_size written, plain;
  message_size& operator+=(const message_size& behind);
};
message_size measure_message(std::string_view text, const tariff& profile);

/// The segments of a message of that size; none where that depends on what stands at the cuts.
std::optional<std::size_t> count_by_size(const message_size& size, const tariff& profile);
/// The segments of the message `text`.
std::size_t count_message(std::string_view text, const tariff& profile);

/// `text` as it leaves. With plain marks only where that takes fewer segments: whoever wrote the others meant
/// them.
packed_message make_message(std::string text, const tariff& profile);

}  // namespace duanwen

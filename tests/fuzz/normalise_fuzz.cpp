// Any octets as a text: the normal form is one, a selection is bounded, and the segments are the text again.
#include <cstdlib>

#include "keywords/segments/segment.hpp"
#include "keywords/text/normalise.hpp"
#include "keywords/text/selection.hpp"
#include "keywords/text/utf8.hpp"

namespace {

using namespace duanwen;

void require(bool holds) {
  if (!holds) std::abort();
}

void check_forms(std::string_view text) {
  const auto normal = normalise(text);
  require(normalise(normal) == normal);
  require(to_valid_utf8(normal) == normal);
  require(keyword_form(text) == without_signs(normal));
  // What cannot be seen changes nothing, at either end.
  require(normalise("\u200B" + std::string(text) + "\uFEFF") == normal);
}

void check_selection(std::string_view text) {
  const auto selected = parse_selection(normalise(text), {"全部", "all"}, {"和", "and"});
  if (!selected) return;
  require(selected->all || !selected->ranges.empty());
  require(selected->ranges.size() <= selected_ranges_max);
  for (const auto& r : selected->ranges) require(r.first <= 999999 && r.last <= 999999);
}

void check_segments(std::string_view text, const tariff& profile) {
  std::string joined;
  const auto parts = segment(text, profile);
  for (const auto& s : parts.segments) joined += s;
  require(joined == to_valid_utf8(text));
  require(parts.segments.size() == count_segments(text, profile));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  check_forms(text);
  check_selection(text);
  check_segments(text, {});
  tariff mainland;
  mainland.billing = billing_rule::seventy_67;
  mainland.long_messages = long_message_form::udh16;
  mainland.reserve_characters = 8;
  check_segments(text, mainland);
  return 0;
}

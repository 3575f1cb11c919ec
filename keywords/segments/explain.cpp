#include "keywords/segments/explain.hpp"

#include <algorithm>
#include <iterator>

#include "keywords/segments/clusters.hpp"
#include "keywords/segments/gsm7.hpp"
#include "keywords/segments/message.hpp"
#include "keywords/segments/plain_marks.hpp"
#include "keywords/text/utf8.hpp"

namespace duanwen {
namespace {

struct row {
  char32_t character;
  std::string_view substitute;
};

// Beside plain_mark(): never replaced by itself, since it looks different.
constexpr row lookalikes[] = {
    {U'[', "("},  {U']', ")"},  {U'{', "("},  {U'}', ")"},  {U'~', "-"},   {U'|', "/"},   {U'\\', "/"},
    {U'【', "["}, {U'】', "]"}, {U'、', ","}, {U'。', "."}, {U'《', "\""}, {U'》', "\""}, {U'\u3000', " "},
};
constexpr char32_t full_width_first = 0xFF01, full_width_last = 0xFF5E, full_width_shift = 0xFEE0;

std::string substitute_of(char32_t c) {
  if (const auto mark = plain_mark(c); !mark.empty()) return std::string(mark);
  if (c >= full_width_first && c <= full_width_last) return to_utf8(std::u32string(1, c - full_width_shift));
  const auto* found = std::find_if(std::begin(lookalikes), std::end(lookalikes),
                                   [c](const row& r) { return r.character == c; });
  return found == std::end(lookalikes) ? std::string() : std::string(found->substitute);
}

std::size_t length_of(std::string_view text, alphabet a, const tariff& profile) {
  const auto size = measure(text, profile);
  return a == alphabet::gsm7 ? size.gsm7 : size.ucs2;
}

class explainer {
 public:
  explainer(const packed_message& message, const tariff& profile)
      : text_(message.text),
        profile_(profile),
        used_(message.parts.used),
        segments_(message.parts.segments.size()) {}

  explanation run() {
    result_.characters = length_of(text_, used_, profile_);
    look_for_costly();
    result_.characters_over = segments_ > 1 ? result_.characters - longest_of_fewer_segments() : 0;
    result_.characters_left = most_behind();
    result_.segments_plainly = std::min(segments_, count_message(plainly(), profile_));
    return std::move(result_);
  }

 private:
  void look_for_costly() {
    std::size_t position = 0;
    for (const char32_t c : to_code_points(text_)) {
      ++position;
      const bool outside = !gsm7_code(c);
      result_.outside_gsm7 += outside;
      note(c, position, outside && used_ == alphabet::ucs2 && profile_.billing == billing_rule::gsm);
    }
    auto& costly = result_.costly;
    const auto forcing =
        std::count_if(costly.begin(), costly.end(), [](const auto& c) { return c.forces_ucs2; });
    if (static_cast<std::size_t>(forcing) > costly_max)
      std::erase_if(costly, [](const auto& c) { return c.takes == 1; });
    if (costly.size() > costly_max) costly.resize(costly_max);
  }

  void note(char32_t c, std::size_t position, bool forces_ucs2) {
    const auto takes = size_in(used_, c, profile_);
    if (!forces_ucs2 && takes == 1) return;
    const auto character = to_utf8(std::u32string(1, c));
    auto found = std::find_if(result_.costly.begin(), result_.costly.end(),
                              [&](const auto& known) { return known.character == character; });
    if (found == result_.costly.end()) {
      result_.costly.push_back({character, forces_ucs2, takes, 0, {}, substitute_of(c)});
      found = std::prev(result_.costly.end());
    }
    ++found->times;
    if (found->positions.size() < costly_max) found->positions.push_back(position);
  }

  // Of beginnings that end with a whole character, by halves: more text never takes fewer segments.
  std::size_t longest_of_fewer_segments() const {
    std::vector<std::size_t> ends{0};
    while (ends.back() < text_.size()) ends.push_back(cluster_end(text_, ends.back()));
    const auto fewer = std::partition_point(ends.begin(), ends.end(), [this](std::size_t end) {
      return count_message(std::string_view(text_).substr(0, end), profile_) < segments_;
    });
    return length_of(std::string_view(text_).substr(0, *std::prev(fewer)), used_, profile_);
  }

  // Of characters that take one each.
  std::size_t most_behind() const {
    std::size_t left = 0;
    for (auto step = std::size_t{1} << 7; step > 0; step /= 2)
      if (count_message(text_ + std::string(left + step, 'x'), profile_) == segments_) left += step;
    return left;
  }

  std::string plainly() const {
    std::string plain;
    for (const char32_t c : to_code_points(text_)) {
      const bool is_costly = !gsm7_code(c) || size_in(used_, c, profile_) > 1;
      const auto substitute = is_costly ? substitute_of(c) : std::string();
      plain += substitute.empty() ? to_utf8(std::u32string(1, c)) : substitute;
    }
    return plain;
  }

  const std::string& text_;
  const tariff& profile_;
  const alphabet used_;
  const std::size_t segments_;
  explanation result_;
};

}  // namespace

explanation explain(const packed_message& message, const tariff& profile) {
  return explainer(message, profile).run();
}

}  // namespace duanwen

// Pages of details, planned from the last one back as those of lists are.
#include <limits>
#include <tuple>

#include "keywords/pages/layout.hpp"
#include "keywords/segments/packing.hpp"

namespace duanwen {
namespace {

struct division {
  std::size_t segments = 0, pages = 0;
  std::size_t on_first = 0;
  bool is_better_than(const division& other) const {
    // Of as many segments and pages that with the most on the first, since many need no second.
    return std::tuple(segments, pages, other.on_first) < std::tuple(other.segments, other.pages, on_first);
  }
};

class details_planner {
 public:
  details_planner(const std::vector<std::string>& details, const reply& notice, bool goes_on,
                  const reply_style& style)
      : details_(details),
        notice_(notice),
        goes_on_(goes_on),
        style_(style),
        hint_(measure_message(with_more_hint("", style), style.profile)) {
    for (const auto& d : details) sizes_.push_back(measure_message(d, style.profile));
  }

  // Stops at the first that is too much, since more never takes fewer segments.
  std::size_t fit_one_page() const {
    auto page = empty_page(0);
    for (std::size_t i = 0; i < details_.size(); ++i) {
      page.add(details_[i], sizes_[i]);
      if (!fits(page)) return i;
    }
    return details_.size();
  }

  std::size_t on_first() const {
    std::vector<division> best(details_.size() + 1);
    for (auto from = details_.size(); from-- > 0;) best[from] = best_from(from, best);
    return best[0].on_first;
  }

 private:
  bool fits(const packing& page) const { return page.segments() <= style_.reply_segments_max; }

  packing empty_page(std::size_t from) const {
    packing page(notice_.signature_name, style_.profile);
    for (const auto& block : notice_.blocks)
      if (from == 0) page.add(block.text);
    return page;
  }

  division best_from(std::size_t from, const std::vector<division>& behind) const {
    division best;
    best.segments = std::numeric_limits<std::size_t>::max();
    auto page = empty_page(from);
    for (auto i = from; i < details_.size(); ++i) {
      page.add(details_[i], sizes_[i]);
      const auto bare = page.segments();
      // Told in pieces it fills pages, which take as many at the least.
      if (i == from) best = {bare + behind[i + 1].segments, 1 + behind[i + 1].pages, 0};
      if (!fits(page)) break;
      const auto whole = with_end_of_page(page, i);
      const division tried{whole.segments() + behind[i + 1].segments, 1 + behind[i + 1].pages, i + 1 - from};
      if (fits(whole) && (best.on_first == 0 || tried.is_better_than(best))) best = tried;
    }
    return best;
  }

  packing with_end_of_page(packing page, std::size_t last) const {
    if (last + 1 == details_.size() && !goes_on_) return page;
    auto size = sizes_[last];
    page.drop_last();
    page.add(with_more_hint(details_[last], style_), size += hint_);
    return page;
  }

  const std::vector<std::string>& details_;
  const reply& notice_;
  const bool goes_on_;
  const reply_style& style_;
  const message_size hint_;
  std::vector<message_size> sizes_;
};

}  // namespace

std::string with_more_hint(std::string text, const reply_style& style) {
  return std::move(text) + "\n" + style.words.more_hint;
}

std::size_t details_on_first_page(const std::vector<std::string>& details, const reply& notice, bool goes_on,
                                  const reply_style& style) {
  const details_planner plan(details, notice, goes_on, style);
  const auto fitting = plan.fit_one_page();
  // No pages are cheaper than none, since every way to send them is one to send all.
  if (fitting == 0 || (fitting == details.size() && !goes_on)) return fitting;
  return plan.on_first();
}

}  // namespace duanwen

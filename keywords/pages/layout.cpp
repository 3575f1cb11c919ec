// Pages are planned from the last line back: the best way to show the lines from one on is its best first
// page and the best way to show those behind. A line break takes no more room than a blank under any tariff,
// so that lines are always broken, and what a title begins or ends with never runs into a number.
#include "keywords/pages/layout.hpp"

#include <algorithm>
#include <limits>
#include <tuple>

#include "keywords/segments/message.hpp"
#include "keywords/text/utf8.hpp"

namespace duanwen {
namespace {

// What a plain phone shows side by side: ten Chinese characters.
constexpr std::size_t row_columns = 20;

bool is_wider_than_a_row(std::string_view line) {
  constexpr char32_t wide_from = 0x2E80;
  std::size_t columns = 0;
  for (std::size_t at = 0; at < line.size() && columns <= row_columns;)
    columns += next_code_point(line, at) < wide_from ? 1 : 2;
  return columns > row_columns;
}

struct way {
  std::size_t over = std::numeric_limits<std::size_t>::max();  // pages of one line that is too long
  std::size_t segments = 0, pages = 0, without_hint = 0, reads_worse = 0;
  list_page first;

  auto weights() const { return std::tie(over, segments, pages, without_hint, reads_worse); }
  bool is_better_than(const way& other) const {
    if (weights() != other.weights()) return weights() < other.weights();
    return first.end > other.first.end;
  }
  void go_on_with(const way& behind) {
    over += behind.over;
    segments += behind.segments;
    pages += behind.pages;
    without_hint += behind.without_hint;
    reads_worse += behind.reads_worse;
  }
};

class planner {
 public:
  planner(const list& l, const std::string& above, std::size_t begin, const reply_style& style)
      : list_(l),
        above_(above),
        begin_(begin),
        style_(style),
        signature_(signature_of(l.signature_name, style.profile)),
        between_(size_of(std::string(1, l.between))),
        line_end_(size_of("\n")),
        more_(below(style.words.more_hint)),
        hint_(below(l.hint)) {
    full_.reserve(l.lines.size() - begin);
    short_.reserve(l.lines.size() - begin);
    for (std::size_t i = begin; i < l.lines.size(); ++i) {
      const auto& line = l.lines[i];
      full_.push_back(size_of(line.text));
      if (is_wider_than_a_row(line.text)) wide_.push_back(i);
      short_.push_back(line.short_text.empty() ? full_.back() : size_of(line.short_text));
      has_short_ = has_short_ || !line.short_text.empty();
    }
  }

  list_page first() const {
    const auto whole = best_of_both([this](bool is_short) { return whole_list(is_short); });
    // Two pages take two segments at least.
    if (whole.over == 0 && whole.segments <= 2) return whole.first;
    std::vector<way> best(list_.lines.size() + 1);
    best.back().over = 0;
    for (auto from = list_.lines.size(); from-- > begin_;)
      best[from] = best_of_both([&](bool is_short) { return best_from(from, is_short, best); });
    return best[begin_].first;
  }

 private:
  message_size size_of(std::string_view text) const { return measure_message(text, style_.profile); }
  message_size below(const std::string& text) const { return size_of("\n" + text); }

  template <class Ways>
  way best_of_both(const Ways& ways) const {
    auto best = ways(false);
    if (!has_short_) return best;
    const auto other = ways(true);
    return other.is_better_than(best) ? other : best;
  }

  // What stands in front of a page's first line.
  message_size head(std::size_t from) const {
    auto size = size_of(signature_);
    if (from != begin_ || above_.empty()) return size;
    size += size_of(above_);
    return size += line_end_;
  }

  void append(message_size& size, std::size_t from, std::size_t line, bool is_short) const {
    if (line > from) size += between_;
    size += (is_short ? short_ : full_)[line - begin_];
  }

  way whole_list(bool is_short) const {
    auto size = head(begin_);
    for (auto i = begin_; i < list_.lines.size(); ++i) append(size, begin_, i, is_short);
    return last_page(begin_, is_short, size);
  }

  way best_from(std::size_t from, bool is_short, const std::vector<way>& behind) const {
    way best;
    auto size = head(from);
    for (auto end = from + 1; end <= list_.lines.size(); ++end) {
      append(size, from, end - 1, is_short);
      const bool is_last = end == list_.lines.size();
      auto tried = is_last ? last_page(from, is_short, size) : page_before_more(from, end, is_short, size);
      // With the hint it may be too long, and yet not with the last lines instead.
      if (tried.over != 0 && end > from + 1) {
        if (cost(size, from, {end, is_short}) > style_.reply_segments_max) break;
        continue;
      }
      tried.go_on_with(behind[end]);
      if (tried.is_better_than(best)) best = tried;
    }
    return best;
  }

  way page_before_more(std::size_t from, std::size_t end, bool is_short, message_size size) const {
    return counted(size += more_, from, {end, is_short, page_tail::more});
  }

  way last_page(std::size_t from, bool is_short, const message_size& size) const {
    auto bare = counted(size, from, {list_.lines.size(), is_short});
    if (list_.hint.empty()) return bare;
    auto with_hint = size;
    const auto hinted = counted(with_hint += hint_, from, {list_.lines.size(), is_short, page_tail::hint});
    if (hinted.segments == bare.segments) return hinted;
    bare.without_hint = 1;
    return bare;
  }

  way counted(const message_size& size, std::size_t from, const list_page& p) const {
    way one;
    one.segments = cost(size, from, p);
    one.over = one.segments > style_.reply_segments_max ? 1 : 0;
    one.pages = 1;
    one.reads_worse = p.is_short ? 1 : first_wide(from) < p.end ? 2 : 0;
    one.first = p;
    return one;
  }

  std::size_t first_wide(std::size_t from) const {
    const auto found = std::lower_bound(wide_.begin(), wide_.end(), from);
    return found == wide_.end() ? list_.lines.size() : *found;
  }

  std::size_t cost(const message_size& size, std::size_t from, const list_page& p) const {
    if (const auto count = count_by_size(size, style_.profile)) return *count;
    const auto text = text_of(list_, from == begin_ ? above_ : std::string(), from, p, style_.words);
    return count_message(signature_ + text, style_.profile);
  }

  const list& list_;
  const std::string& above_;
  const std::size_t begin_;
  const reply_style& style_;
  const std::string signature_;
  const message_size between_, line_end_, more_, hint_;
  std::vector<message_size> full_, short_;  // of the lines from begin_ on
  std::vector<std::size_t> wide_;           // lines whose full titles need more than a row
  bool has_short_ = false;
};

std::string joined(std::string text, const std::string& below) {
  if (!text.empty() && !below.empty()) text += '\n';
  return text + below;
}

}  // namespace

list_page first_page(const list& l, const std::string& above, std::size_t begin, const reply_style& style) {
  return planner(l, above, begin, style).first();
}

std::string text_of(const list& l, const std::string& above, std::size_t begin, const list_page& p,
                    const wording& words) {
  std::string lines;
  for (auto i = begin; i < p.end; ++i) {
    const auto& line = l.lines[i];
    if (i > begin) lines += l.between;
    lines += p.is_short && !line.short_text.empty() ? line.short_text : line.text;
  }
  const auto text = joined(above, lines);
  return p.tail == page_tail::nothing ? text
                                      : joined(text, p.tail == page_tail::more ? words.more_hint : l.hint);
}

}  // namespace duanwen

#include "keywords/pages/chosen.hpp"

#include <algorithm>
#include <optional>
#include <set>

namespace duanwen {
namespace {

// More than so many numbers (or ranges) of one kind are not named one by one.
constexpr std::size_t named_max = 5;

class chooser {
 public:
  explicit chooser(const menu& m) : menu_(m) {}

  // Digits that stand alone may have been texted without a blank; where other numbers stand beside them, the
  // resident knows how to part them.
  void take(number_range r, bool alone) {
    if (r.first >= last_number && r.last >= last_number) return take_last(r);
    r = counted_from_end(r).value_or(r);
    if (!r.is_one())
      take_range(r);
    else if (menu_.find(r.first))
      add(r.first);
    else if (!alone || !take_digits(r.first))
      miss(r);
  }

  // 后两个: of what is listed, so that no gap before them is missing.
  void take_last(const number_range& r) {
    const auto low = std::min(r.first, r.last) - last_number, high = std::max(r.first, r.last) - last_number;
    const auto numbers = listed();
    for (auto i = numbers.size(); i-- > 0;) {
      const auto number = numbers[numbers.size() - 1 - i];
      const bool the_farthest = high >= numbers.size() && r.is_one() && i + 1 == numbers.size();
      if ((i >= low && i <= high) || the_farthest) add(number);
    }
  }

  void take_all() {
    for (const auto& line : menu_.lines)
      if (line.listed) add(line.number);
  }

  chosen result;

  void leave_out(const number_range& r) {
    const auto named = counted_from_end(r).value_or(r);
    const auto low = std::min(named.first, named.last), high = std::max(named.first, named.last);
    std::erase_if(result.there, [&](std::uint32_t n) { return n >= low && n <= high; });
  }

 private:
  // Where an end of `r` is counted from the last that is listed, the number there; of more than there are
  // the first. None: nothing is listed.
  std::optional<number_range> counted_from_end(const number_range& r) const {
    const auto numbers = listed();
    if (numbers.empty()) return std::nullopt;
    const auto number = [&numbers](std::uint32_t n) {
      if (n < last_number) return n;
      const auto back = std::min<std::size_t>(n - last_number, numbers.size() - 1);
      return numbers[numbers.size() - 1 - back];
    };
    return number_range{number(r.first), number(r.last)};
  }

  std::vector<std::uint32_t> listed() const {
    std::vector<std::uint32_t> numbers;
    for (const auto& line : menu_.lines)
      if (line.listed) numbers.push_back(line.number);
    return numbers;
  }

  bool take_digits(std::uint32_t n) {
    const auto parts = digits_of(n);
    const bool all_there =
        !parts.empty() && std::all_of(parts.begin(), parts.end(), [&](auto d) { return menu_.find(d); });
    for (const auto d : parts)
      if (all_there) add(d);
    return all_there;
  }

  // What the range spans of the menu, in the direction in which it was texted, and the gaps between.
  void take_range(const number_range& r) {
    const auto low = std::min(r.first, r.last), high = std::max(r.first, r.last);
    std::vector<std::uint32_t> spanned;
    auto next = low;
    for (const auto& line : menu_.lines) {
      if (line.number < low || line.number > high) continue;
      if (line.number > next) miss({next, line.number - 1});
      spanned.push_back(line.number);
      next = line.number + 1;
    }
    if (next <= high) miss({next, high});
    if (r.first > r.last) std::reverse(spanned.begin(), spanned.end());
    for (const auto n : spanned) add(n);
  }

  void add(std::uint32_t n) {
    if (taken_.insert(n).second) result.there.push_back(n);
  }

  void miss(const number_range& r) {
    if (std::find(result.missing.begin(), result.missing.end(), r) == result.missing.end())
      result.missing.push_back(r);
  }

  const menu& menu_;
  std::set<std::uint32_t> taken_;
};

bool is_gone(const menu& m, const number_range& r) {
  return r.is_one() && std::find(m.gone.begin(), m.gone.end(), r.first) != m.gone.end();
}

std::string list_of(const std::vector<number_range>& ranges) {
  std::string list;
  for (std::size_t i = 0; i < ranges.size() && i < named_max; ++i) {
    if (i > 0) list += ',';
    list += std::to_string(ranges[i].first);
    if (!ranges[i].is_one()) list += '-' + std::to_string(ranges[i].last);
  }
  return ranges.size() > named_max ? list + "..." : list;
}

}  // namespace

chosen choose(const menu& m, const selection& selected) {
  chooser c(m);
  const bool alone = selected.ranges.size() == 1 && !selected.all;
  for (const auto& r : selected.ranges) c.take(r, alone);
  if (selected.all) c.take_all();
  for (const auto& r : selected.excluded) c.leave_out(r);
  return std::move(c.result);
}

std::string about_missing(const menu& m, const std::vector<number_range>& missing, const wording& words) {
  std::vector<number_range> gone, never;
  for (const auto& r : missing) (is_gone(m, r) ? gone : never).push_back(r);
  std::string said;
  if (!gone.empty()) said = fill(words.item_gone, {{"number", list_of(gone)}});
  if (!never.empty())
    said += (said.empty() ? "" : "\n") +
            fill(words.no_such_number, {{"department", m.name}, {"numbers", list_of(never)}});
  return said;
}

}  // namespace duanwen

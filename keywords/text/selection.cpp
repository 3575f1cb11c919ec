#include "keywords/text/selection.hpp"

#include <algorithm>

#include "keywords/text/chinese_number.hpp"
#include "keywords/text/utf8.hpp"

namespace duanwen {
namespace {

// What people say round a number: 第三项, 1号, 我要看2.
constexpr std::u32string_view small_words = U"第项条个号款我要看查选发";
constexpr std::u32string_view to_words = U"-到至";
constexpr std::u32string_view first_words = U"前头", last_words = U"最后一";
constexpr std::uint32_t number_max = 999999;

bool is_one_of(char32_t c, std::u32string_view these) { return these.find(c) != these.npos; }
bool is_blank(char32_t c) { return c == U' ' || c == U'?'; }

// Goes through the text once and collects what it selects.
class reader {
 public:
  reader(std::string_view normal, const std::vector<std::string>& all_words,
         const std::vector<std::string>& and_words)
      : text_(to_code_points(normal)), all_words_(all_words), and_words_(and_words) {}

  std::optional<selection> read() {
    while (at_ < text_.size())
      if (!take_last() && !take_first_ones() && !take_blank() && !take_numbers() && !take_words())
        return std::nullopt;
    if (!found_.all && found_.ranges.empty()) return std::nullopt;
    return found_;
  }

 private:
  bool take_blank() {
    const char32_t c = text_[at_];
    // A dash with nothing before it joins nothing.
    if (!is_blank(c) && c != U'-' && !is_one_of(c, small_words)) return false;
    ++at_;
    return true;
  }

  // 最后一个.
  bool take_last() {
    if (text_.compare(at_, last_words.size(), last_words) != 0) return false;
    at_ += last_words.size();
    add({last_number, last_number});
    return true;
  }

  // 前三个.
  bool take_first_ones() {
    const auto begin = at_;
    if (!is_one_of(text_[at_], first_words)) return false;
    ++at_;
    if (const auto count = take_number(); count && *count > 0) {
      add({1, *count});
      return true;
    }
    at_ = begin;
    return false;
  }

  // Words are made code points once, where one is looked for at all.
  bool take_words() {
    if (all_.empty() && and_.empty()) {
      for (const auto& w : all_words_) all_.push_back(to_code_points(w));
      for (const auto& w : and_words_) and_.push_back(to_code_points(w));
    }
    if (take_one_of(all_)) return found_.all = true;
    return take_one_of(and_);
  }

  bool take_one_of(const std::vector<std::u32string>& words) {
    for (const auto& word : words) {
      if (word.empty() || text_.compare(at_, word.size(), word) != 0) continue;
      at_ += word.size();
      return true;
    }
    return false;
  }

  // 1, 1-3; but 1-3-5 is a list.
  bool take_numbers() {
    const auto first = take_number();
    if (!first) return false;
    std::vector<std::uint32_t> chain{*first};
    while (const auto next = take_next_of_chain()) chain.push_back(*next);
    if (chain.size() == 2) {
      add({chain[0], chain[1]});
    } else {
      for (const auto n : chain) add({n, n});
    }
    return true;
  }

  std::optional<std::uint32_t> take_next_of_chain() {
    const auto before = at_;
    skip_small_words();
    if (at_ < text_.size() && is_one_of(text_[at_], to_words)) {
      ++at_;
      skip_small_words();
      if (const auto next = take_number()) return next;
    }
    at_ = before;
    return std::nullopt;
  }

  void skip_small_words() {
    while (at_ < text_.size() && (is_blank(text_[at_]) || is_one_of(text_[at_], small_words))) ++at_;
  }

  std::optional<std::uint32_t> take_number() {
    const auto begin = at_;
    std::uint32_t value = 0;
    for (; at_ < text_.size() && text_[at_] >= U'0' && text_[at_] <= U'9'; ++at_) {
      value = value * 10 + static_cast<std::uint32_t>(text_[at_] - U'0');
      if (value <= number_max) continue;
      // A telephone number is no item.
      at_ = begin;
      return std::nullopt;
    }
    if (at_ > begin) return value;
    return read_chinese_number(text_, at_);
  }

  void add(number_range r) {
    auto& ranges = found_.ranges;
    if (ranges.size() < selected_ranges_max && std::find(ranges.begin(), ranges.end(), r) == ranges.end())
      ranges.push_back(r);
  }

  std::u32string text_;
  const std::vector<std::string>&all_words_, &and_words_;
  std::vector<std::u32string> all_, and_;
  std::size_t at_ = 0;
  selection found_;
};

}  // namespace

std::optional<selection> parse_selection(std::string_view normal, const std::vector<std::string>& all_words,
                                         const std::vector<std::string>& and_words) {
  return reader(normal, all_words, and_words).read();
}

std::vector<std::uint32_t> digits_of(std::uint32_t number) {
  std::vector<std::uint32_t> digits;
  if (number < 10) return digits;
  for (const char c : std::to_string(number)) {
    const auto digit = static_cast<std::uint32_t>(c - '0');
    // Nobody asks for one twice: 99 is a slip.
    if (std::find(digits.begin(), digits.end(), digit) != digits.end()) return {};
    digits.push_back(digit);
  }
  return digits;
}

}  // namespace duanwen

#include "keywords/selection.hpp"

#include <algorithm>

#include "keywords/utf8.hpp"

namespace duanwen {
namespace {

constexpr std::u32string_view chinese_digits = U"零一二三四五六七八九";
constexpr std::u32string_view measure_words = U"第项条个号款";
constexpr std::uint32_t number_max = 999999;

std::optional<std::uint32_t> digit_of(char32_t c) {
  if (c >= U'0' && c <= U'9') return static_cast<std::uint32_t>(c - U'0');
  return std::nullopt;
}

std::optional<std::uint32_t> chinese_digit_of(char32_t c) {
  if (c == U'两') return 2;
  if (c == U'〇') return 0;
  const auto at = chinese_digits.find(c);
  if (at == chinese_digits.npos) return std::nullopt;
  return static_cast<std::uint32_t>(at);
}

// Reads one number or word after the other and collects what they select.
class reader {
 public:
  reader(std::u32string text, const std::vector<std::string>& all_words,
         const std::vector<std::string>& and_words)
      : text_(std::move(text)) {
    for (const auto& w : all_words) all_words_.push_back(to_code_points(w));
    for (const auto& w : and_words) and_words_.push_back(to_code_points(w));
  }

  std::optional<selection> read() {
    while (at_ < text_.size()) {
      if (text_[at_] == U' ' || measure_words.find(text_[at_]) != measure_words.npos ||
          take_word(and_words_)) {
        if (!word_taken_) ++at_;
        word_taken_ = false;
      } else if (take_word(all_words_)) {
        word_taken_ = false;
        found_.all = true;
      } else if (!read_number_or_range()) {
        return std::nullopt;
      }
    }
    if (!found_.all && found_.numbers.empty()) return std::nullopt;
    return found_;
  }

 private:
  bool take_word(const std::vector<std::u32string>& words) {
    for (const auto& w : words) {
      if (w.empty() || text_.compare(at_, w.size(), w) != 0) continue;
      at_ += w.size();
      word_taken_ = true;
      return true;
    }
    return false;
  }

  bool read_number_or_range() {
    const auto first = read_number();
    if (!first) return false;
    skip_measure_words();
    if (at_ >= text_.size() || (text_[at_] != U'-' && text_[at_] != U'到' && text_[at_] != U'至')) {
      add(*first);
      return true;
    }
    ++at_;
    skip_measure_words();
    const auto last = read_number();
    if (!last || *last < *first) return false;
    for (auto n = *first; n <= *last && found_.numbers.size() < selected_max; ++n) add(n);
    return true;
  }

  void skip_measure_words() {
    while (at_ < text_.size() && measure_words.find(text_[at_]) != measure_words.npos) ++at_;
  }

  std::optional<std::uint32_t> read_number() {
    const auto begin = at_;
    std::uint32_t value = 0;
    for (; at_ < text_.size() && digit_of(text_[at_]); ++at_) {
      value = value * 10 + *digit_of(text_[at_]);
      if (value > number_max) return std::nullopt;
    }
    if (at_ > begin) return value;
    return read_chinese_number();
  }

  // 三, 十二, 二十, 二十三; 一三 without 十 between are two numbers.
  std::optional<std::uint32_t> read_chinese_number() {
    std::uint32_t value = 0;
    bool any = false;
    if (const auto ones = at_ < text_.size() ? chinese_digit_of(text_[at_]) : std::nullopt) {
      value = *ones;
      any = true;
      ++at_;
    }
    if (at_ < text_.size() && text_[at_] == U'十') {
      value = (any ? value : 1) * 10;
      any = true;
      ++at_;
      if (const auto ones = at_ < text_.size() ? chinese_digit_of(text_[at_]) : std::nullopt) {
        value += *ones;
        ++at_;
      }
    }
    if (!any) return std::nullopt;
    return value;
  }

  void add(std::uint32_t n) {
    auto& numbers = found_.numbers;
    if (numbers.size() < selected_max && std::find(numbers.begin(), numbers.end(), n) == numbers.end())
      numbers.push_back(n);
  }

  std::u32string text_;
  std::vector<std::u32string> all_words_, and_words_;
  std::size_t at_ = 0;
  bool word_taken_ = false;
  selection found_;
};

}  // namespace

std::optional<selection> parse_selection(std::string_view normal, const std::vector<std::string>& all_words,
                                         const std::vector<std::string>& and_words) {
  return reader(to_code_points(normal), all_words, and_words).read();
}

std::vector<std::uint32_t> digits_of(std::uint32_t number) {
  std::vector<std::uint32_t> digits;
  if (number < 10) return digits;
  for (const char c : std::to_string(number)) {
    const auto digit = static_cast<std::uint32_t>(c - '0');
    if (std::find(digits.begin(), digits.end(), digit) != digits.end())
      return {};  // nobody asks for one twice: 99 is a slip
    digits.push_back(digit);
  }
  return digits;
}

}  // namespace duanwen

#include "keywords/text/selection.hpp"

#include <algorithm>

#include "keywords/text/chinese_number.hpp"
#include "keywords/text/selection_words.hpp"
#include "keywords/text/utf8.hpp"

namespace duanwen {
namespace {

constexpr std::u32string_view to_words = U"-到至";
constexpr std::uint32_t number_max = 999999;
constexpr std::uint32_t from_end_max = 1000;

bool is_blank(char32_t c) { return c == U' ' || c == U'?'; }
bool is_ascii_letter(char32_t c) { return c >= U'a' && c <= U'z'; }
bool is_digit_sign(char32_t c) { return c >= U'0' && c <= U'9'; }

// Letters that eyes and thumbs take for digits: l and i for 1, o for 0.
char32_t digit_meant(char32_t c) { return c == U'l' || c == U'i' ? U'1' : c == U'o' ? U'0' : c; }

std::uint32_t from_end(std::uint32_t nth) { return last_number + std::clamp(nth, 1u, from_end_max) - 1; }

// Goes through the text once and collects what it selects.
class reader {
 public:
  reader(std::string_view normal, const std::vector<std::string>& all_words,
         const std::vector<std::string>& and_words)
      : text_(to_code_points(normal)), all_words_(all_words), and_words_(and_words) {}

  std::optional<selection> read() {
    while (at_ < text_.size())
      if (!take_tally() && !take_words() && !take_blank() && !take_numbers()) return std::nullopt;
    conclude();
    if (!found_.all && found_.ranges.empty() && found_.excluded.empty()) return std::nullopt;
    return found_;
  }

 private:
  // 都要 beside numbers means these; alone, or beside what is left out, it means all.
  void conclude() {
    const bool listed = !found_.ranges.empty();
    found_.all = listed ? others_ || (all_ && !these_) : all_ || all_but_ || others_;
    std::erase_if(found_.ranges, [&](const number_range& r) {
      return std::find(found_.excluded.begin(), found_.excluded.end(), r) != found_.excluded.end();
    });
  }

  // A dash with nothing before it joins nothing.
  bool take_blank() {
    if (!is_blank(text_[at_]) && text_[at_] != U'-') return false;
    if (wanting_) clause_ = found_.ranges.size();
    ++at_;
    return true;
  }

  // 1，3两项: so many were just listed, or 13两项: of so many digits.
  bool take_tally() {
    if (found_.ranges.empty() || text_[at_] == U'第' || is_digit_sign(text_[at_])) return false;
    auto end = at_;
    const auto count = text_[at_] == U'俩' || text_[at_] == U'仨' ? (++end, text_[at_] == U'俩' ? 2u : 3u)
                                                                  : read_chinese_number(text_, end);
    const bool measured =
        text_[at_] == U'俩' || text_[at_] == U'仨' || (end < text_.size() && is_measure(text_[end]));
    if (!count || !measured || (at_ > 0 && text_[at_ - 1] == U'第')) return false;
    if (*count != listed() && !part_digits(*count)) return false;
    at_ = end < text_.size() && is_measure(text_[end]) ? end + 1 : end;
    return true;
  }

  std::uint32_t listed() const {
    std::uint32_t count = 0;
    for (const auto& r : found_.ranges) count += 1 + (std::max(r.first, r.last) - std::min(r.first, r.last));
    return count;
  }

  bool part_digits(std::uint32_t count) {
    if (found_.ranges.size() != 1 || !found_.ranges[0].is_one()) return false;
    const auto single = digits_of(found_.ranges[0].first);
    if (single.size() != count) return false;
    found_.ranges.clear();
    for (const auto d : single) add(found_.ranges, {d, d});
    return true;
  }

  // Words of the wording are made code points once, where one is looked for at all.
  bool take_words() {
    const auto word = number_word_at(text_, at_);
    if (wording_.empty())
      for (const auto* list : {&all_words_, &and_words_})
        for (const auto& w : *list) wording_.push_back({to_code_points(w), list == &all_words_});
    const std::pair<std::u32string, bool>* longest = nullptr;
    for (const auto& one : wording_)
      if (one.first.size() > std::max(word.characters, longest ? longest->first.size() : 0) &&
          text_.compare(at_, one.first.size(), one.first) == 0)
        longest = &one;
    if (!longest) return word.is != number_word::none && follow(word);
    at_ += longest->first.size();
    all_ = all_ || longest->second;
    these_ = these_ || (longest->second && means_these(longest->first));
    return true;
  }

  // 都要, and 全部 before 要; 全部 alone is more than what was listed.
  bool means_these(const std::u32string& word) const {
    constexpr std::u32string_view of_these = U"都要";
    const bool wanted = at_ < text_.size() && (text_[at_] == U'要' || text_[at_] == U'发');
    return wanted || word.find_first_of(of_these) != word.npos;
  }

  bool follow(number_word_found word) {
    const auto begin = at_;
    at_ += word.characters;
    switch (word.is) {
      case number_word::wanted:
        refusing_ = false;
        wanting_ = true;
        clause_ = found_.ranges.size();
        return true;
      case number_word::refused:
      case number_word::all_but:
        all_but_ = all_but_ || word.is == number_word::all_but;
        refusing_ = number_follows() || found_.ranges.size() == clause_;
        if (!refusing_) refuse_clause();
        return true;
      case number_word::but_these:
        all_but_ = true;
        refuse_clause();
        refusing_ = false;
        return true;
      case number_word::the_others:
        others_ = true;
        refusing_ = false;
        return true;
      case number_word::last:
        take({last_number, last_number});
        return true;
      case number_word::from_front:
      case number_word::from_back:
      case number_word::nth_last:
        return take_counted(word.is, begin);
      default:
        return true;
    }
  }

  // 前三个, 后两个, 倒数第二个. A word that counts nothing says nothing only where 最后 stands alone.
  bool take_counted(number_word is, std::size_t begin) {
    const auto count = take_number();
    if (!count || *count == 0) {
      at_ = begin;
      return false;
    }
    if (is == number_word::from_front)
      take({1, *count});
    else
      take({from_end(*count), is == number_word::nth_last ? from_end(*count) : last_number});
    return true;
  }

  // Straight behind, or after a blank where nothing stands before that could be meant.
  bool number_follows() {
    const auto begin = at_;
    // Words of letters always have a blank behind them.
    if (is_ascii_letter(text_[at_ - 1]) && at_ < text_.size() && is_blank(text_[at_])) ++at_;
    while (at_ < text_.size() && !is_blank(text_[at_]) &&
           number_word_at(text_, at_).is == number_word::around)
      at_ += number_word_at(text_, at_).characters;
    const bool follows = at_ < text_.size() && take_number().has_value();
    at_ = begin;
    return follows;
  }

  void refuse_clause() {
    for (auto i = clause_; i < found_.ranges.size(); ++i) add(found_.excluded, found_.ranges[i]);
    found_.ranges.resize(std::min(clause_, found_.ranges.size()));
  }

  // 1, 1-3; but 1-3-5 is a list.
  bool take_numbers() {
    const auto first = take_number();
    if (!first) return false;
    std::vector<std::uint32_t> chain{*first};
    while (const auto next = take_next_of_chain()) chain.push_back(*next);
    if (chain.size() == 2) {
      take({chain[0], chain[1]});
    } else {
      for (const auto n : chain) take({n, n});
    }
    return true;
  }

  std::optional<std::uint32_t> take_next_of_chain() {
    const auto before = at_;
    skip_around();
    if (at_ < text_.size() && to_words.find(text_[at_]) != to_words.npos) {
      ++at_;
      skip_around();
      if (const auto word = number_word_at(text_, at_); at_ < text_.size() && word.is == number_word::last) {
        at_ += word.characters;
        return last_number;
      }
      if (const auto next = take_number()) return next;
    }
    at_ = before;
    return std::nullopt;
  }

  void skip_around() {
    while (at_ < text_.size()) {
      const auto word = number_word_at(text_, at_);
      if (!is_blank(text_[at_]) && word.is != number_word::around) return;
      at_ += std::max<std::size_t>(word.characters, 1);
    }
  }

  std::optional<std::uint32_t> take_number() {
    if (at_ >= text_.size()) return std::nullopt;
    const auto begin = at_;
    std::uint32_t value = 0;
    bool has_digit = false;
    for (; at_ < text_.size() && is_digit_sign(digit_meant(text_[at_])); ++at_) {
      has_digit = has_digit || is_digit_sign(text_[at_]);
      value = value * 10 + static_cast<std::uint32_t>(digit_meant(text_[at_]) - U'0');
      // A telephone number is no item.
      if (value > number_max) return at_ = begin, std::nullopt;
    }
    // Letters alone are a digit only where nothing else was texted.
    if (at_ > begin && (has_digit || text_.size() == 1)) return value;
    at_ = begin;
    return read_chinese_number(text_, at_);
  }

  void take(number_range r) { add(refusing_ ? found_.excluded : found_.ranges, r); }

  static void add(std::vector<number_range>& to, number_range r) {
    if (to.size() < selected_ranges_max && std::find(to.begin(), to.end(), r) == to.end()) to.push_back(r);
  }

  std::u32string text_;
  const std::vector<std::string>&all_words_, &and_words_;
  std::vector<std::pair<std::u32string, bool>> wording_;  // and whether it means all
  std::size_t at_ = 0;
  std::size_t clause_ = 0;  // the first of the numbers that 不要 behind them would refuse
  bool wanting_ = false, refusing_ = false, all_ = false, these_ = false, all_but_ = false, others_ = false;
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

#include "keywords/index/text_features.hpp"

#include <algorithm>

#include "keywords/sound/readings.hpp"
#include "keywords/text/fnv1a.hpp"
#include "keywords/text/utf8.hpp"
#include "keywords/vocabulary/everyday_words.hpp"

namespace duanwen {
namespace {

enum class kind : std::uint64_t { meaning = 1, pair = 2, single = 3, sound = 4 };

feature_hash hashed(kind k, std::uint64_t value) {
  auto hash = (static_cast<std::uint64_t>(k) << 56 ^ value) * 0x9E3779B97F4A7C15u;
  hash ^= hash >> 32;
  return static_cast<feature_hash>(hash);
}

constexpr char32_t first_han = 0x3400;  // a letter or digit alone says nothing

std::uint64_t joined(std::uint64_t a, std::uint64_t b) { return a << 21 ^ b; }

class reader {
 public:
  // A word may begin before the limit, and must end before it: characters are counted up to it.
  text_features read(std::string_view form) {
    form = form.substr(0, featured_octets_max);
    for (std::size_t at = 0; at < form.size();) {
      const auto known = known_word_at(form.substr(at));
      if (!known && is_ascii(form.substr(at, 1))) {
        end_run();
        take_token(form, at);
        continue;
      }
      if (!known) {
        run_ += next_code_point(form, at);
        ++position_;
        continue;
      }
      end_run();
      take_word(form.substr(at, known->octets), known->means);
      at += known->octets;
    }
    end_run();
    end_stretch();
    return std::move(found_);
  }

 private:
  void add(std::vector<text_feature>& to, kind k, std::uint64_t value, std::size_t first, std::size_t last) {
    to.push_back(
        {hashed(k, value), static_cast<std::uint16_t>(first), static_cast<std::uint16_t>(last), false});
  }

  void take_word(std::string_view word, meaning means) {
    const auto characters = to_code_points(word);
    const auto begin = position_;
    position_ += characters.size();
    if (means == filler) return end_stretch(position_);
    add(found_.features, kind::meaning, means, begin, position_ - 1);
    for (auto at = begin; at < position_; ++at) found_.known.push_back(static_cast<std::uint16_t>(at));
    stretch_ += characters;
  }

  // 12345, 4050, dna: letters and digits are one word, up to a word of the tables.
  void take_token(std::string_view form, std::size_t& at) {
    const auto begin = at;
    while (at < form.size() && is_ascii(form.substr(at, 1)) &&
           (at == begin || !known_word_at(form.substr(at))))
      ++at;
    const auto value = fnv1a_64(form.substr(begin, at - begin));
    const auto first = position_, octets = at - begin;
    position_ += octets;
    add(found_.features, octets == 1 ? kind::single : kind::pair, value, first, position_ - 1);
    found_.features.back().lone = octets == 1;
    for (auto c = first; c < position_; ++c) found_.plain.push_back(static_cast<std::uint16_t>(c));
    stretch_ += to_code_points(form.substr(begin, octets));
  }

  // Characters that no table knows: their pairs, or the character itself where it stands alone.
  void end_run() {
    const auto begin = position_ - run_.size();
    for (std::size_t i = 0; i < run_.size(); ++i)
      found_.plain.push_back(static_cast<std::uint16_t>(begin + i));
    if (run_.size() == 1) {
      add(found_.features, kind::single, run_[0], begin, begin);
      found_.features.back().lone = true;
    }
    for (std::size_t i = 1; i < run_.size(); ++i)
      add(found_.features, kind::pair, joined(run_[i - 1], run_[i]), begin + i - 1, begin + i);
    stretch_ += run_;
    run_.clear();
  }

  // What stands between two fillers, known words or not.
  void end_stretch(std::size_t next_begin = 0) {
    const auto begin = stretch_begin_;
    for (std::size_t i = 0; i < stretch_.size(); ++i)
      if (stretch_[i] >= first_han) add(found_.singles, kind::single, stretch_[i], begin + i, begin + i);
    for (std::size_t i = 1; i < stretch_.size(); ++i) {
      add(found_.pairs, kind::pair, joined(stretch_[i - 1], stretch_[i]), begin + i - 1, begin + i);
      const auto a = readings_of(stretch_[i - 1]), b = readings_of(stretch_[i]);
      if (!a.empty() && !b.empty())
        add(found_.sounds, kind::sound, joined(class_of(a[0]), class_of(b[0])), begin + i - 1, begin + i);
    }
    stretch_.clear();
    stretch_begin_ = next_begin;
  }

  text_features found_;
  std::u32string run_, stretch_;
  std::size_t position_ = 0, stretch_begin_ = 0;
};

}  // namespace

text_features features_of(std::string_view form) { return reader().read(form); }

}  // namespace duanwen

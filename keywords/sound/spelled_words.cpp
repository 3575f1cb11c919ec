#include "keywords/sound/spelled_words.hpp"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <vector>

#include "keywords/sound/spelling.hpp"
#include "keywords/sound/spoken.hpp"
#include "keywords/text/utf8.hpp"
#include "keywords/vocabulary/everyday_words.hpp"

namespace duanwen {
namespace {

constexpr std::size_t letters_min = 2;  // a word's; the text's is that of two syllables

// By spelling; words of one character would let anything be spelled.
class spellings {
 public:
  spellings() {
    for (const auto word : everyday_words())
      if (const auto letters = spelled_by(word); letters.size() >= letters_min) {
        words_.try_emplace(letters, word);
        longest_ = std::max(longest_, letters.size());
      }
  }

  std::string_view find(const std::string& letters) const {
    const auto found = words_.find(letters);
    return found == words_.end() ? std::string_view() : found->second;
  }
  std::size_t longest() const { return longest_; }

 private:
  static std::string spelled_by(std::string_view word) {
    const auto units = as_written(word);
    std::string letters;
    for (const auto& u : units) {
      if (u.readings.empty()) return {};
      letters += spelled(u.readings.front());
    }
    return units.size() < 2 ? std::string() : letters;
  }

  std::unordered_map<std::string, std::string_view> words_;
  std::size_t longest_ = 0;
};

}  // namespace

std::string words_spelled(std::string_view letters) {
  static const spellings known;
  if (letters.empty() || letters.size() > spelled_letters_max || !is_ascii(letters)) return {};
  // The fewest words that spell what follows, from the end on.
  struct way {
    std::size_t words = 0, octets = 0;  // 0 octets: there is none
    std::string_view first;
  };
  std::vector<way> from(letters.size() + 1);
  from.back().words = 0;
  for (std::size_t at = letters.size(); at-- > 0;)
    for (std::size_t length = letters_min; length <= std::min(known.longest(), letters.size() - at);
         ++length) {
      const auto& rest = from[at + length];
      const bool ends = at + length == letters.size();
      if (!ends && rest.octets == 0) continue;
      const auto word = known.find(std::string(letters.substr(at, length)));
      if (!word.empty() && (from[at].octets == 0 || rest.words + 1 < from[at].words))
        from[at] = {rest.words + 1, length, word};
    }
  std::string text;
  for (std::size_t at = 0; at < letters.size() && from[at].octets != 0; at += from[at].octets)
    text += from[at].first;
  return text;
}

}  // namespace duanwen

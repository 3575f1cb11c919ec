#pragma once
// How likely it is that a resident wrote a text. Pure, any thread.

#include <cstdint>
#include <string_view>

namespace duanwen::smpp {

enum class likelihood : std::uint8_t {
  none,      ///< a character that nobody can have written, or none at all
  possible,  ///< whatever Unicode has
  likely,    ///< any Chinese characters, and of the rest what is everyday
  everyday,  ///< characters of GB 2312 and their punctuation, ASCII, emoji
};

/// Of its least likely character.
likelihood likelihood_of(std::string_view utf8);

bool has_han(std::string_view utf8);
/// ASCII that reads as words or numbers: no signs but those of punctuation.
bool reads_as_words(std::string_view ascii);
/// More letters than all else.
bool is_mostly_letters(std::string_view ascii);

}  // namespace duanwen::smpp

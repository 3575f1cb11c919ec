#pragma once
// What somebody meant who wrote an address otherwise than we read it, so that a mistake can say what to
// write.

#include <string>
#include <string_view>

namespace duanwen {

/// Without blanks, tabs and other white space at both ends, also those of Chinese keyboards.
std::string_view trimmed(std::string_view text);

/// １２７．０．０．１ and 127。0。0。1 → 127.0.0.1, as an address is typed on a Chinese keyboard.
std::string half_width(std::string_view text);

/// The parts of smpp://user@[::1]:2775/path that say whom and where: "::1" and "2775"; what is missing is "".
struct meant_address {
  std::string host, port;
};
meant_address as_meant(std::string_view text);

/// +86 138, 0086-138 → 86138; what is no digit otherwise stays.
std::string digits_meant(std::string_view text);

/// What is wrong with a path of a file or folder, and what to write; empty when nothing is.
std::string judge_path(std::string_view path);

}  // namespace duanwen

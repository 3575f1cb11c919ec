#pragma once
// \n, \r, \t, \xHH (an octet) and \uHHHH (a character) in golden cases → what they stand for.

#include <string>

#include "keywords/text/utf8.hpp"

namespace duanwen::golden {

/// Throws std::invalid_argument or std::out_of_range where digits are missing.
inline std::string unescaped(const std::string& written) {
  const auto digits = [&written](std::size_t at, std::size_t count) {
    return std::stoul(written.substr(at, count), nullptr, 16);
  };
  std::string text;
  for (std::size_t i = 0; i < written.size(); ++i) {
    if (written[i] != '\\') {
      text += written[i];
      continue;
    }
    const char what = written.at(++i);
    if (what == 'x') {
      text += static_cast<char>(digits(i + 1, 2));
      i += 2;
    } else if (what == 'u') {
      append_utf8(text, static_cast<char32_t>(digits(i + 1, 4)));
      i += 4;
    } else {
      text += what == 'n' ? '\n' : what == 'r' ? '\r' : what == 't' ? '\t' : what;
    }
  }
  return text;
}

}  // namespace duanwen::golden

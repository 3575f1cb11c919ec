#pragma once
// A golden conversation: a file of texts and the replies to them, as a phone shows them.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "keywords/decide.hpp"

namespace duanwen::golden {

/// One line of a transcript that its writer wrote: a text, or a remark.
struct line {
  std::string remark;                           ///< kept as it is
  bool is_text = false;                         ///< otherwise a remark
  std::string as_written;                       ///< the text with its escapes
  std::string text;                             ///< as it arrives: \n and \xHH made octets
  std::string department;                       ///< of the sub-extension that it was texted to
  std::optional<std::uint32_t> menu_extension;  ///< digits of a menu that it was texted to
};

struct transcript {
  std::vector<std::string> header;  ///< as written
  std::string directory = "small";
  std::string wording = "zh-CN";
  tariff profile;
  std::uint32_t reply_segments_max = 4;
  std::uint32_t extension_digits = 0;
  std::vector<line> lines;
  std::vector<std::string> mistakes;  ///< header lines that say nothing we know
};

/// Takes what its writer wrote out of a file's content; replies are passed over.
transcript read_transcript(const std::string& content);

/// The file as it should be: each text with its reply.
std::string play(const transcript& t);

}  // namespace duanwen::golden

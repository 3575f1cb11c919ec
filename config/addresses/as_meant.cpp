#include "config/addresses/as_meant.hpp"

#include <algorithm>
#include <array>

namespace duanwen {

namespace {

// Plain ones, no-break and ideographic space, byte order mark and zero width space, as pasting brings them.
constexpr std::array<std::string_view, 10> blanks{
    " ", "\t", "\n", "\r", "\v", "\f", "\xC2\xA0", "\xE3\x80\x80", "\xEF\xBB\xBF", "\xE2\x80\x8B"};

/// A port after the host's colon; a second colon belongs to IPv6.
void split_port(std::string_view text, meant_address& meant) {
  const auto colon = text.find(':');
  const bool plain = colon != text.npos && text.find(':', colon + 1) == text.npos;
  meant.host = plain ? text.substr(0, colon) : text;
  if (plain) meant.port = text.substr(colon + 1);
}

}  // namespace

std::string_view trimmed(std::string_view text) {
  bool more = true;
  while (more) {
    more = false;
    for (const auto blank : blanks) {
      const bool first = text.starts_with(blank);
      if (first) text.remove_prefix(blank.size());
      const bool last = text.ends_with(blank);
      if (last) text.remove_suffix(blank.size());
      more = more || first || last;
    }
  }
  return text;
}

std::string half_width(std::string_view text) {
  // U+FF01 to U+FF5E are EF BC 81 to EF BD 9E; U+3002 is the full stop.
  std::string plain;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto three = text.substr(i, 3);
    const auto last = three.size() == 3 ? static_cast<unsigned char>(three[2]) : 0u;
    if (three == "\xE3\x80\x82") {
      plain += '.';
      i += 2;
    } else if (three.starts_with("\xEF\xBC") && last >= 0x81) {
      plain += static_cast<char>(last - 0x81 + '!');
      i += 2;
    } else if (three.starts_with("\xEF\xBD") && last >= 0x80 && last <= 0x9E) {
      plain += static_cast<char>(last - 0x80 + '`');
      i += 2;
    } else {
      plain += text[i];
    }
  }
  return plain;
}

meant_address as_meant(std::string_view text) {
  const auto plain = half_width(trimmed(text));
  auto rest = trimmed(plain);
  if (const auto scheme = rest.find("://"); scheme != rest.npos) rest.remove_prefix(scheme + 3);
  rest = rest.substr(0, rest.find_first_of("/?#"));
  if (const auto at = rest.rfind('@'); at != rest.npos) rest.remove_prefix(at + 1);
  meant_address meant;
  const auto closing = rest.find(']');
  if (!rest.starts_with('[') || closing == rest.npos) {
    split_port(rest, meant);
    return meant;
  }
  meant.host = rest.substr(1, closing - 1);
  rest.remove_prefix(closing + 1);
  if (rest.starts_with(':')) meant.port = rest.substr(1);
  return meant;
}

std::string digits_meant(std::string_view text) {
  auto meant = half_width(trimmed(text));
  std::erase_if(meant, [](char c) { return c == ' ' || c == '\t' || c == '-' || c == '(' || c == ')'; });
  if (meant.starts_with('+')) return meant.substr(1);
  return meant.starts_with("00") ? meant.substr(2) : meant;
}

std::string judge_path(std::string_view path) {
  constexpr std::string_view file_scheme = "file://";
  const auto plain = trimmed(path);
  if (plain.starts_with(file_scheme))
    return "must be a path; write \"" + std::string(plain.substr(file_scheme.size())) + '"';
  if (plain != path) return "begins or ends with a blank; write \"" + std::string(plain) + '"';
  if (path.starts_with('~')) return "is not completed by a shell; write the folder that ~ stands for";
  return {};
}

}  // namespace duanwen

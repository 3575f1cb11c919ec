#include "gateway/metrics/prometheus_text.hpp"

#include <array>
#include <charconv>

namespace duanwen {
namespace {

// The shortest form that reads back as the same number.
std::string spelled(double number) {
  std::array<char, 32> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
  return {digits.data(), end};
}

void append_escaped(std::string& to, std::string_view text) {
  for (const char c : text) {
    if (c == '\n')
      to += "\\n";
    else if (c == '\\' || c == '"')
      (to += '\\') += c;
    else
      to += c;
  }
}

}  // namespace

void prometheus_text::family(std::string_view name, std::string_view type, std::string_view help) {
  name_ = name;
  text_.append("# HELP ").append(name).append(" ").append(help);
  text_.append("\n# TYPE ").append(name).append(" ").append(type).append("\n");
}

void prometheus_text::sample(labels which, std::uint64_t value) { line("", which, std::to_string(value)); }

void prometheus_text::fraction(labels which, double value) { line("", which, spelled(value)); }

void prometheus_text::samples(const histogram& of) {
  std::uint64_t so_far = 0;
  for (std::size_t i = 0; i < of.bounds().size(); ++i) {
    so_far += of.counts()[i];
    line("_bucket", {{"le", spelled(of.bounds()[i])}}, std::to_string(so_far));
  }
  so_far += of.counts().back();
  line("_bucket", {{"le", "+Inf"}}, std::to_string(so_far));
  line("_sum", {}, spelled(of.sum()));
  line("_count", {}, std::to_string(so_far));
}

void prometheus_text::line(std::string_view suffix, labels which, std::string_view value) {
  text_.append(name_).append(suffix);
  const char* before = "{";
  for (const auto& [label, of] : which) {
    text_.append(before).append(label).append("=\"");
    append_escaped(text_, of);
    text_ += '"';
    before = ",";
  }
  if (which.size() != 0) text_ += '}';
  text_.append(" ").append(value).append("\n");
}

}  // namespace duanwen

// Header lines `key: value`, then `> text`, `@department> text` or `+digits> text`; `#` lines are remarks,
// indented ones replies.
#include <functional>
#include <map>
#include <sstream>

#include "tests/golden/transcript.hpp"
#include "tests/golden/unescaped.hpp"

namespace duanwen::golden {
namespace {

const std::map<std::string, long_message_form> forms = {{"udh8", long_message_form::udh8},
                                                        {"udh16", long_message_form::udh16},
                                                        {"none", long_message_form::none}};

using setter = std::function<void(transcript&, const std::string&)>;
const std::map<std::string, setter> keys = {
    {"directory", [](auto& t, const auto& v) { t.directory = v; }},
    {"wording", [](auto& t, const auto& v) { t.wording = v; }},
    {"signature", [](auto& t, const auto& v) { t.profile.signature = v == "none" ? "" : v; }},
    {"billing",
     [](auto& t, const auto& v) {
       t.profile.billing = v == "70/67" ? billing_rule::seventy_67 : billing_rule::gsm;
     }},
    {"long_messages", [](auto& t, const auto& v) { t.profile.long_messages = forms.at(v); }},
    {"reserve_characters",
     [](auto& t, const auto& v) {
       t.profile.reserve_characters = static_cast<std::uint32_t>(std::stoul(v));
     }},
    {"extension_digits",
     [](auto& t, const auto& v) { t.extension_digits = static_cast<std::uint32_t>(std::stoul(v)); }},
    {"reply_segments_max",
     [](auto& t, const auto& v) { t.reply_segments_max = static_cast<std::uint32_t>(std::stoul(v)); }},
};

void read_header(transcript& t, const std::string& written) {
  t.header.push_back(written);
  if (written.empty() || written.front() == '#') return;
  const auto colon = written.find(": ");
  const auto key = keys.find(written.substr(0, colon));
  if (colon == std::string::npos || key == keys.end())
    t.mistakes.push_back(written);
  else
    key->second(t, written.substr(colon + 2));
}

line text_line(const std::string& written, std::size_t prompt) {
  line l;
  l.is_text = true;
  l.as_written = written.substr(prompt + 2);
  l.text = unescaped(l.as_written);
  if (written.front() == '@') l.department = written.substr(1, prompt - 1);
  if (written.front() == '+')
    l.menu_extension = static_cast<std::uint32_t>(std::stoul(written.substr(1, prompt - 1)));
  return l;
}

}  // namespace

transcript read_transcript(const std::string& content) {
  transcript t;
  std::istringstream in(content);
  bool in_header = true;
  for (std::string written; std::getline(in, written);) {
    const auto prompt = written.find("> ");
    const bool is_text =
        prompt == 0 || (prompt != std::string::npos &&
                        std::string_view("@+").find(written.front()) != std::string_view::npos);
    if (is_text) {
      in_header = false;
      t.lines.push_back(text_line(written, prompt));
    } else if (in_header) {
      read_header(t, written);
    } else if (!written.empty() && written.front() == '#') {
      line l;
      l.remark = written;
      t.lines.push_back(std::move(l));
    }
  }
  return t;
}

}  // namespace duanwen::golden

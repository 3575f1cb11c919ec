// Plays a transcript against the pure core; the conversation is stored and read back between two texts.
#include <map>
#include <stdexcept>

#include "admin/editing/merge_document.hpp"
#include "config/addresses/texted_number.hpp"
#include "tests/golden/transcript.hpp"
#include "tests/support/samples/shipped.hpp"

namespace duanwen::golden {
namespace {

// longquan+texts_areas is the sample directory with another document imported.
directory load_directory(const std::string& name) {
  const auto plus = name.find('+');
  const auto first = name.substr(0, plus);
  auto read = test::read_directory(first == "longquan" ? "config/directory/longquan.json"
                                                       : "tests/golden/" + first + ".json");
  if (plus != name.npos) merge_document(read, load_directory(name.substr(plus + 1)));
  return read;
}

// Built once for all transcripts of a directory.
const snapshot& served_directory(const std::string& name) {
  static std::map<std::string, snapshot> built;
  return built.try_emplace(name, 1, load_directory(name)).first->second;
}

std::string indented(const std::string& text) {
  std::string shown = "  ";
  for (const char c : text) {
    shown += c;
    if (c == '\n') shown += "  ";
  }
  return shown + "\n";
}

std::string bill_line(const packed_message& m, const tariff& profile) {
  const auto segments = m.parts.segments.size();
  return "  [" + std::to_string(segments) + (segments == 1 ? " segment, " : " segments, ") +
         (m.parts.used == alphabet::gsm7 ? "gsm7, " : "ucs2, ") +
         std::to_string(segments * profile.segment_price_li) + " li]\n";
}

std::string phone_view(const decision& d, const tariff& profile) {
  if (d.answer.empty()) return "  (nothing)\n";
  std::string view;
  for (const auto& m : pack(d.answer, profile).messages) {
    if (profile.long_messages == long_message_form::none)
      for (const auto& piece : m.parts.segments) view += indented(piece);
    else
      view += indented(m.text);
    view += bill_line(m, profile);
  }
  return view;
}

std::string source(const decision& d, const transcript& t) {
  return t.extension_digits == 0
             ? ""
             : "  [from " + with_menu_extension("+", d.menu_extension, t.extension_digits) + "]\n";
}

std::string prompt(const line& l, const transcript& t) {
  if (l.menu_extension) return with_menu_extension("+", *l.menu_extension, t.extension_digits) + "> ";
  return l.department.empty() ? "> " : "@" + l.department + "> ";
}

std::string facts(const decision& d) {
  std::string said = std::string("  = ") + name_of(d.result) + ", " + name_of(d.matched);
  for (const auto& id : d.departments) said += ", " + id;
  return said + "\n";
}

}  // namespace

std::string play(const transcript& t) {
  const auto& served = served_directory(t.directory);
  const auto words = test::read_wording(t.wording);
  reply_style style{words, t.profile, t.reply_segments_max};
  style.menu_extensions.highest = highest_menu_extension(t.extension_digits);
  std::string played;
  for (const auto& h : t.header) played += h + "\n";
  conversation stands;
  for (const auto& l : t.lines) {
    if (!l.is_text) {
      played += "\n" + l.remark + "\n";
      continue;
    }
    const auto d = decide(served, stands, inquiry{l.text, l.department, 0, l.menu_extension}, style);
    const auto stored = encode_conversation(d.next);
    stands = decode_conversation(stored);
    if (stands != d.next) throw std::runtime_error("does not come back from the store: " + stored);
    played += prompt(l, t) + l.as_written + "\n" + phone_view(d, t.profile) + source(d, t) + facts(d);
  }
  return played;
}

}  // namespace duanwen::golden

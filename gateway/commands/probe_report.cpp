// What a probe found, as settings.
#include <algorithm>

#include "gateway/commands/probe.hpp"

namespace duanwen {
namespace {

/// A line of settings with what was seen behind it; where that tells no setting ("") a comment about `key`.
std::string line(const std::string& setting, const char* key, const std::string& seen) {
  if (setting.empty()) return std::string("# ") + key + ": " + seen + "\n";
  constexpr std::size_t comment_column = 34;
  return setting + std::string(setting.size() < comment_column ? comment_column - setting.size() : 1, ' ') +
         "# " + seen + "\n";
}

std::string told(const tried& all) {
  std::string text;
  const auto same = [&all](const auto& one) { return one.second == all.begin()->second; };
  if (all.size() > 1 && !all.begin()->second.empty() && std::all_of(all.begin(), all.end(), same))
    return "none was accepted: " + all.begin()->second;
  for (const auto& [what, why] : all)
    text += (text.empty() ? "" : ", ") + what + (why.empty() ? " accepted" : " refused: " + why);
  return text;
}

std::string told(const std::map<std::string, std::uint32_t>& counts) {
  std::string text;
  for (const auto& [what, count] : counts)
    text += (text.empty() ? "" : ", ") + std::to_string(count) + " " + what;
  return text;
}

bool was_accepted(const tried& all, const std::string& what) {
  const auto found = all.find(what);
  return found != all.end() && found->second.empty();
}

/// "" where nothing tells which it should be.
std::string bind_of(const tried& binds) {
  if (was_accepted(binds, "transceiver")) return "bind = \"transceiver\"";
  const bool pair = was_accepted(binds, "receiver") && was_accepted(binds, "transmitter");
  return pair ? "bind = \"pair\"" : "";
}

std::string long_messages_of(const tried& forms) {
  // A header is what every phone joins; 16 bits of reference meet themselves less often.
  for (const char* form : {"udh16", "udh8", "sar", "payload"})
    if (was_accepted(forms, form)) return std::string("long_messages = \"") + form + '"';
  return "";
}

/// Of those data_codings whose texts were all of one alphabet.
std::string data_coding_of(const probe_findings& found) {
  std::string table;
  for (const auto& [data_coding, alphabets] : found.alphabets)
    if (alphabets.size() == 1)
      table +=
          (table.empty() ? " " : ", ") + std::to_string(data_coding) + " = \"" + *alphabets.begin() + "\"";
  return table.empty() ? "" : "data_coding = {" + table + " }";
}

std::string told(const std::map<std::uint8_t, std::set<std::string>>& all) {
  std::string text;
  for (const auto& [data_coding, alphabets] : all)
    for (const auto& alphabet : alphabets)
      text += (text.empty() ? "" : ", ") + alphabet + " under " + std::to_string(data_coding);
  return text;
}

}  // namespace

std::string as_settings(const probe_findings& found, const carrier_settings& carrier) {
  const auto bind = bind_of(found.binds), form = long_messages_of(found.long_messages),
             data_coding = data_coding_of(found);
  const bool learnt = !bind.empty() || !data_coding.empty();
  std::string text = learnt ? "[[carrier]]\nname = \"" + carrier.name + "\"\n" : "";
  text += line(bind, "bind", told(found.binds));
  if (!found.long_messages.empty()) text += line(form, "long_messages", told(found.long_messages));
  if (!found.burst.empty()) text += "# a burst was answered by " + told(found.burst) + "\n";
  if (!found.receipts.empty())
    text +=
        line("registered_delivery = true", "", "receipts came, their ids spelled: " + told(found.receipts));
  else if (!form.empty())
    text += line("", "registered_delivery", "no receipt came while it waited");
  if (!found.alphabets.empty())
    text += line(data_coding, "data_coding", "of the texts that came: " + told(found.alphabets));
  return text;
}

}  // namespace duanwen

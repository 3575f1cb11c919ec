// What a probe found, as settings.
#include <algorithm>

#include "gateway/commands/probe.hpp"

namespace duanwen {
namespace {

std::string line(const std::string& setting, const std::string& why) {
  constexpr std::size_t comment_column = 34;
  return setting + std::string(setting.size() < comment_column ? comment_column - setting.size() : 1, ' ') +
         "# " + why + "\n";
}

std::string told(const tried& all) {
  std::string text;
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

std::string long_messages_of(const tried& forms) {
  // A header is what every phone joins; 16 bits of reference meet themselves less often.
  for (const char* form : {"udh16", "udh8", "sar", "payload"})
    if (was_accepted(forms, form)) return form;
  return "none";
}

std::string data_coding_of(const probe_findings& found) {
  std::string table;
  for (const auto& [data_coding, alphabets] : found.alphabets)
    if (alphabets.size() == 1)
      table +=
          (table.empty() ? " " : ", ") + std::to_string(data_coding) + " = \"" + *alphabets.begin() + "\"";
  return "data_coding = {" + table + " }";
}

}  // namespace

std::string as_settings(const probe_findings& found, const carrier_settings& carrier) {
  std::string text = "[[carrier]]\nname = \"" + carrier.name + "\"\n";
  const bool transceiver = was_accepted(found.binds, "transceiver");
  text += line(transceiver ? "bind = \"transceiver\"" : "bind = \"pair\"", told(found.binds));
  if (!found.long_messages.empty())
    text +=
        line("long_messages = \"" + long_messages_of(found.long_messages) + "\"", told(found.long_messages));
  if (!found.burst.empty()) text += "# a burst was answered by " + told(found.burst) + "\n";
  if (!found.long_messages.empty())
    text += line(found.receipts.empty() ? "registered_delivery = false" : "registered_delivery = true",
                 found.receipts.empty() ? "no receipt came"
                                        : "receipts came, their ids spelled: " + told(found.receipts));
  if (!found.alphabets.empty()) text += line(data_coding_of(found), "of the texts that came");
  return text;
}

}  // namespace duanwen

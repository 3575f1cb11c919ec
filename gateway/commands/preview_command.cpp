// duanwen preview: the reply as it would go out, by each carrier, for people to read. Nothing is sent or
// stored.
#include <cstdio>
#include <nlohmann/json.hpp>

#include "admin/views/preview_json.hpp"
#include "config/addresses/msisdn.hpp"
#include "config/addresses/texted_number.hpp"
#include "gateway/commands/commands.hpp"
#include "gateway/commands/exit_codes.hpp"
#include "gateway/commands/store_session.hpp"
#include "keywords/segments/explain.hpp"

namespace duanwen {
namespace {

std::string counted(std::size_t count, const std::string& one) {
  return std::to_string(count) + ' ' + one + (count == 1 ? "" : "s");
}

// ’ forces UCS-2 (times 2, at 3, 17), ' does not
std::string in_words(const costly_character& c) {
  std::string said = "'" + c.character + "' ";
  said += c.forces_ucs2 ? "forces UCS-2" : "takes " + counted(c.takes, "character");
  if (c.forces_ucs2 && c.takes > 1) said += " and takes " + std::to_string(c.takes);
  for (std::size_t i = 0; i < c.positions.size(); ++i)
    said += (i == 0 ? ", at " : ", ") + std::to_string(c.positions[i]);
  if (c.times > c.positions.size()) said += " and " + std::to_string(c.times - c.positions.size()) + " more";
  return c.substitute.empty() ? said : said + "; instead: '" + c.substitute + "'";
}

void print(const packed_message& message, const preview_carrier& carrier) {
  const auto why = explain(message, carrier.profile);
  const auto segments = message.parts.segments.size();
  std::string said = message.parts.used == alphabet::gsm7 ? "GSM 7-bit" : "UCS-2";
  said += ", " + counted(segments, "segment") + ", " + counted(why.characters, "character");
  said += ", room for " + std::to_string(why.characters_left) + " more";
  if (why.characters_over > 0)
    said += ", " + std::to_string(why.characters_over) + " fewer would save a segment";
  std::printf("%s\n  [%s]\n", message.text.c_str(), said.c_str());
  for (const auto& c : why.costly) std::printf("  [%s]\n", in_words(c).c_str());
  if (why.segments_plainly < segments)
    std::printf("  [written so it would take %s]\n", counted(why.segments_plainly, "segment").c_str());
}

void print(const preview_answer& answer) {
  const auto& [carrier, decided, packed, source] = answer;
  std::printf("%s: %s, %llu li; one reply an item would take %zu\n",
              carrier.name.empty() ? "(no carrier)" : carrier.name.c_str(),
              counted(packed.segments, "segment").c_str(),
              static_cast<unsigned long long>(packed.segments) * carrier.profile.segment_price_li,
              packed.segments_one_by_one);
  if (decided.menu_extension != 0) std::printf("  [from %s]\n", source.c_str());
  for (const auto& message : packed.messages) print(message, carrier);
}

void print(const std::vector<preview_answer>& answers, bool as_json) {
  if (as_json) {
    std::printf("%s\n", to_json(answers).dump(2).c_str());
    return;
  }
  for (const auto& answer : answers) print(answer);
}

}  // namespace

int preview_command(const loaded_settings& loaded, const std::string& from, const std::string& to,
                    const std::string& text, bool as_json) {
  const auto& settings = loaded.settings;
  const auto resident = to_msisdn(from, settings.gateway.country_code);
  if (!resident) return fail("--from: must be the number of a phone, not " + from, exit_usage);
  const auto texted = find_texted_number(settings, to.empty() ? settings.services.front().number : to);
  if (!texted) return fail("--to: " + to + " is none of the service numbers", exit_usage);
  const auto& place = texted->to;
  store_session session(settings);
  if (!session.trouble().empty()) return fail("the store cannot be reached: " + session.trouble());
  const auto view = session.store().load_directory(nullptr);
  if (view.has_error()) return fail(view.error().message());
  const auto stands =
      session.store().call(&store::load_conversation, conversation_key(place.service->number, *resident));
  if (stands.has_error()) return fail(stands.error().message());
  const snapshot served(view->version, *view->document);
  inquiry texted_now;
  texted_now.text = text;
  texted_now.department = place.department;
  texted_now.menu_extension = texted->menu_extension;
  const preview_question question{stands->state, texted_now, texted->number,
                                  loaded.wordings.at(place.service->wording), settings};
  print(preview(served, question), as_json);
  return exit_done;
}

}  // namespace duanwen

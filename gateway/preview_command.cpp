// duanwen preview: the reply as it would go out, by each carrier, for people to read. Nothing is sent or
// stored.
#include <cstdio>

#include "admin/preview.hpp"
#include "config/msisdn.hpp"
#include "gateway/command_line.hpp"
#include "gateway/commands.hpp"
#include "gateway/store_session.hpp"

namespace duanwen {
namespace {

int fail(const std::string& what, int exit_code = exit_failed) {
  std::fprintf(stderr, "%s\n", what.c_str());
  return exit_code;
}

void print(const preview_answer& answer) {
  const auto* carrier = answer.carrier.empty() ? "(no carrier)" : answer.carrier.c_str();
  for (const auto& message : answer.packed.messages) {
    const auto count = message.parts.segments.size();
    std::printf("%s\n", message.text.c_str());
    std::printf("  [%s: %s, %zu %s]\n", carrier, message.parts.used == alphabet::gsm7 ? "gsm7" : "ucs2",
                count, count == 1 ? "segment" : "segments");
  }
  std::printf("%s: %zu segments, %llu li; one reply an item would take %zu segments\n", carrier,
              answer.packed.segments, static_cast<unsigned long long>(answer.cost_li),
              answer.packed.segments_one_by_one);
}

}  // namespace

int preview_command(const loaded_settings& loaded, const std::string& from, const std::string& to,
                    const std::string& text) {
  const auto& settings = loaded.settings;
  const auto resident = to_msisdn(from, settings.gateway.country_code);
  if (!resident) return fail("--from: must be the number of a phone, not " + from, exit_usage);
  const auto place = find_service(settings.services, to.empty() ? settings.services.front().number : to);
  if (!place) return fail("--to: " + to + " is none of the service numbers", exit_usage);
  store_session session(settings);
  if (!session.trouble().empty()) return fail("the store cannot be reached: " + session.trouble());
  const auto view = session.kept().load_directory(nullptr);
  if (view.has_error()) return fail(view.error().message());
  const auto stands = session.kept().load_conversation(conversation_key(place->service->number, *resident));
  if (stands.has_error()) return fail(stands.error().message());
  const snapshot served(view->version, *view->document);
  inquiry asked;
  asked.text = text;
  asked.department = place->department;
  const preview_question question{stands->state, asked, loaded.wordings.at(place->service->wording),
                                  settings};
  for (const auto& answer : preview(served, question)) print(answer);
  return exit_done;
}

}  // namespace duanwen

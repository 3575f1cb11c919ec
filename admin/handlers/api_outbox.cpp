// What waits, and what is done about replies that were given up.
#include <spdlog/spdlog.h>

#include <nlohmann/json.hpp>

#include "admin/answers/page.hpp"
#include "admin/routing/api.hpp"
#include "admin/routing/handlers.hpp"
#include "config/addresses/msisdn.hpp"

namespace duanwen {

namespace {

using nlohmann::json;

/// Masked, and without what it says.
json shown(const outbox_entry& entry) {
  return {{"carrier", entry.carrier},
          {"source", entry.source},
          {"destination", masked(entry.destination)},
          {"created_ms", entry.created}};
}

api_answer no_such_letter(const std::string& id) { return missing("dead letter", id); }

}  // namespace

namespace api {

api_answer list_outbox(api_context& context, const api_request& request) {
  const auto page = wanted_page(request);
  if (!page) return page.error();
  const auto waiting = context.data.call(&store::waiting_replies, static_cast<std::uint32_t>(page->limit));
  if (!waiting) return store_problem(waiting.error());
  json body = {{"outbox", json::array()}};
  for (const auto& entry : *waiting) body["outbox"].push_back(shown(entry));
  return json_answer(body);
}

api_answer requeue_dead_letter(api_context& context, const api_request& request) {
  const auto& id = request.names[0];
  const auto letter = split_dead_letter_id(id);
  if (!letter) return no_such_letter(id);
  const auto moved = context.data.call(&store::requeue_dead_letter, id, context.ports.process);
  if (!moved) return store_problem(moved.error());
  if (!*moved) return no_such_letter(id);
  context.data.run([requeued = context.ports.requeued, bucket = letter->first] { requeued(bucket); });
  spdlog::info("admin: {} put the dead letter {} into the outbox again", request.who.name, id);
  return no_content();
}

api_answer delete_dead_letter(api_context& context, const api_request& request) {
  const auto& id = request.names[0];
  const auto gone = context.data.call(&store::delete_dead_letter, id);
  if (!gone) return store_problem(gone.error());
  if (!*gone) return no_such_letter(id);
  spdlog::info("admin: {} deleted the dead letter {}", request.who.name, id);
  return no_content();
}

}  // namespace api

}  // namespace duanwen

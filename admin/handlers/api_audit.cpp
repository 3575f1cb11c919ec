// What administrators changed.
#include <nlohmann/json.hpp>

#include "admin/answers/page.hpp"
#include "admin/answers/since.hpp"
#include "admin/routing/api.hpp"
#include "admin/routing/handlers.hpp"

namespace duanwen::api {

api_answer list_audit(api_context& context, const api_request& request) {
  const auto page = wanted_page(request);
  if (!page) return page.error();
  const auto since = wanted_since(query_value(request, "since"));
  if (!since) return since.error();
  const auto records = context.data.call(&store::audit, static_cast<std::uint32_t>(page->limit));
  if (!records) return store_problem(records.error());
  nlohmann::json body = {{"audit", nlohmann::json::array()}};
  for (const auto& r : *records)
    if (context.ports.day(r.at) >= *since)
      body["audit"].push_back({{"at_ms", r.at}, {"who", r.who}, {"what", r.what}});
  return json_answer(body);
}

}  // namespace duanwen::api

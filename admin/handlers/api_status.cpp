// What the administrator watches: carriers, costs, replies that were given up.
#include <spdlog/spdlog.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "admin/answers/page.hpp"
#include "admin/answers/since.hpp"
#include "admin/routing/api.hpp"
#include "admin/routing/handlers.hpp"
#include "admin/views/status_json.hpp"
#include "config/addresses/msisdn.hpp"
#include "storage/days.hpp"

namespace duanwen {

namespace {

using nlohmann::json;

// The longest period of one question to the ledger.
constexpr std::chrono::days ledger_days_max{366};

json shown(const ledger_row& row) {
  return {{"day", row.day},
          {"department", row.department},
          {"inquiries", row.inquiries},
          {"replies", row.replies},
          {"segments", row.segments},
          {"cost_li", row.cost_li},
          {"saved_li", row.saved_li},
          {"fused", row.fused}};
}

/// Masked, and without what was said.
json shown(const dead_letter& letter) {
  return {{"id", letter.id},
          {"died_ms", letter.died},
          {"reason", letter.reason},
          {"carrier", letter.entry.carrier},
          {"source", letter.entry.source},
          {"destination", masked(letter.entry.destination)},
          {"created_ms", letter.entry.created}};
}

/// A text field of CSV; a leading = + - @ would be a formula to a spreadsheet.
std::string quoted(const std::string& text) {
  std::string field = "\"";
  if (!text.empty() && std::string_view("=+-@").find(text.front()) != std::string_view::npos) field += '\'';
  for (const char c : text) field.append(c == '"' ? 2 : 1, c);
  return field + '"';
}

api_answer as_csv(const std::vector<ledger_row>& rows) {
  api_answer answer;
  answer.content_type = "text/csv; charset=utf-8";
  answer.body = "day,department,inquiries,replies,segments,cost_li,saved_li,fused\r\n";
  for (const auto& row : rows) {
    answer.body += row.day + ',' + quoted(row.department);
    for (const auto n : {row.inquiries, row.replies, row.segments, row.cost_li, row.saved_li, row.fused})
      answer.body += ',' + std::to_string(n);
    answer.body += "\r\n";
  }
  return answer;
}

struct period {
  std::string from, to, department;
};

or_problem<period> wanted_period(const api_request& request) {
  const period wanted{query_value(request, "from"), query_value(request, "to"),
                      query_value(request, "department")};
  const auto from = parse_day(wanted.from), to = parse_day(wanted.to);
  if (!from || !to) return problem_answer(problem_kind::bad_query, "from and to must be days, as 2026-11-24");
  if (*to < *from || *to - *from > ledger_days_max)
    return problem_answer(problem_kind::bad_query, "to must be from 0 to 366 days after from");
  return wanted;
}

api_answer ledger_page(const std::vector<ledger_row>& rows, const api_request& request) {
  const auto page = wanted_page(request);
  if (!page) return page.error();
  std::vector<list_entry> entries;
  for (std::size_t i = 0; i < rows.size(); ++i)
    entries.push_back({rows[i].day + '/' + rows[i].department, i});
  const auto cut = cut_page(std::move(entries), *page);
  json body = {{"rows", json::array()}};
  for (const auto i : cut.indices) body["rows"].push_back(shown(rows[i]));
  if (!cut.next_cursor.empty()) body["next_cursor"] = cut.next_cursor;
  return json_answer(body);
}

}  // namespace

namespace api {

api_answer list_carriers(api_context& context, const api_request&) {
  const auto carriers = context.data.get<std::vector<carrier_status>>(context.ports.carriers);
  if (!carriers) return problem_answer(problem_kind::not_ready, "the io thread does not answer");
  return json_answer({{"carriers", json_of(*carriers)}});
}

namespace {

api_answer set_paused(api_context& context, const api_request& request, bool paused) {
  const auto& name = request.names[0];
  // By value, since it may run after nobody waits for it any more.
  const std::function<bool()> set = [set_paused = context.ports.set_paused, name, paused] {
    return set_paused(name, paused);
  };
  const auto known = context.data.get(set);
  if (!known) return problem_answer(problem_kind::not_ready, "the io thread does not answer");
  if (!*known) return problem_answer(problem_kind::not_found, "there is no carrier " + name);
  spdlog::info("admin: {} {} the carrier {}", request.who.name, paused ? "paused" : "resumed", name);
  return json_answer({{"name", name}, {"paused", paused}});
}

}  // namespace

api_answer pause_carrier(api_context& context, const api_request& request) {
  return set_paused(context, request, true);
}

api_answer resume_carrier(api_context& context, const api_request& request) {
  return set_paused(context, request, false);
}

api_answer list_ledger(api_context& context, const api_request& request) {
  const auto wanted = wanted_period(request);
  if (!wanted) return wanted.error();
  auto rows = context.data.call(&store::ledger, wanted->from, wanted->to);
  if (!rows) return store_problem(rows.error());
  if (!wanted->department.empty())
    std::erase_if(*rows, [&](const ledger_row& row) { return row.department != wanted->department; });
  const auto place = [](const ledger_row& row) { return std::tie(row.day, row.department); };
  std::sort(rows->begin(), rows->end(), [&](const auto& a, const auto& b) { return place(a) < place(b); });
  if (request.accept.find("text/csv") != std::string::npos) return as_csv(*rows);
  return ledger_page(*rows, request);
}

api_answer list_dead_letters(api_context& context, const api_request& request) {
  const auto page = wanted_page(request);
  if (!page) return page.error();
  const auto letters = context.data.call(&store::dead_letters, static_cast<std::uint32_t>(page->limit));
  if (!letters) return store_problem(letters.error());
  json body = {{"dead_letters", json::array()}};
  for (const auto& letter : *letters) body["dead_letters"].push_back(shown(letter));
  return json_answer(body);
}

}  // namespace api

}  // namespace duanwen

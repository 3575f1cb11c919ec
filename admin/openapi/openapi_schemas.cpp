#include "admin/openapi/openapi_schemas.hpp"

#include <nlohmann/json.hpp>

#include "admin/answers/answer.hpp"
#include "admin/openapi/schema_words.hpp"

namespace duanwen {

namespace {

using nlohmann::json;
using namespace schema_words;

json problem_schema() {
  return object({{"type", {{"type", "string"}, {"enum", problem_types()}}},
                 {"title", text()},
                 {"status", {{"type", "integer"}}},
                 {"detail", text()},
                 {"problems", list_of(object({{"path", text()}, {"message", text()}}))}});
}

json preview_request() {
  const json of_text = object({{"from", text("who texts")},
                               {"to", text("the service number that is texted")},
                               {"text", text("what is texted")}},
                              {"from", "to", "text"});
  const json draft =
      object({{"number", number()}, {"title", text()}, {"short_title", text()}, {"details", text()}},
             {"number", "title", "details"});
  json of_item = object({{"department", text("id of the department whose menu is shown")},
                         {"item", draft},
                         {"to", text("the service number; the first where it is left out")}},
                        {"department"});
  of_item["description"] =
      "the menu as it is, or as it would be with the item; nothing is stored, so that cost can be seen "
      "before "
      "publishing";
  return {{"oneOf", json::array({of_text, of_item})}};
}

json costly_schema() {
  return object({{"character", text()},
                 {"times", number()},
                 {"positions", list_of(number("in characters, the first is 1; ten at the most"))},
                 {"forces_ucs2", flag("GSM 7-bit has no place for it, and would hold more")},
                 {"takes", number("characters as the tariff counts them")},
                 {"substitute", text("what would say the same for less, where there is something")}});
}

json message_schema() {
  return object({{"text", text("signed, as it would leave")},
                 {"alphabet", {{"type", "string"}, {"enum", {"gsm7", "ucs2"}}}},
                 {"segments", list_of(text())},
                 {"characters", number("as the tariff counts them")},
                 {"characters_left", number("with so many more it still takes as many segments")},
                 {"characters_over", number("with so many fewer it takes a segment less; 0: it takes one")},
                 {"outside_gsm7", number("characters that GSM 7-bit has no place for")},
                 {"costly", list_of(costly_schema())},
                 {"segments_with_substitutes", number("with every substitute in place")}});
}

json pages_schema() {
  const json page = object({{"messages", list_of(reference("message"))}, {"segments", number()}});
  return object({{"pages", list_of(page)},
                 {"segments", number("of all pages")},
                 {"cost_li", number("of all pages, 1/1000 yuan: yuan for a thousand inquiries")},
                 {"segments_now", number("as it is published; left out for what is not")}});
}

json preview_schema() {
  const json carrier = object({{"carrier", text("empty: no carrier is configured")},
                               {"outcome", text("of a text")},
                               {"matched", text("of a text")},
                               {"source", text("of a text: the number that the reply would leave from")},
                               {"messages", list_of(reference("message"))},
                               {"segments", number()},
                               {"saved_segments", number("against one plain reply an item")},
                               {"cost_li", number("1/1000 yuan")},
                               {"menu", reference("pages")},
                               {"detail", reference("pages")}});
  return object({{"carriers", list_of(carrier)}});
}

json inquiries_schema() {
  const json receipt = object({{"at_ms", number("when it came")},
                               {"carrier", text()},
                               {"state", text("as SMPP 3.4 appendix B spells it: DELIVRD, UNDELIV, ...")},
                               {"error", text("the carrier's code; empty: none")},
                               {"words", text("state and error in words")},
                               {"segment", number("which one of the reply, counted from 1")},
                               {"segments", number("of the reply, as it was sent")}});
  const json inquiry = object({{"at_ms", number()},
                               {"msisdn", text("masked")},
                               {"service", text()},
                               {"carrier", text("by which it came")},
                               {"outcome", text()},
                               {"matched", text()},
                               {"segments", number("of its reply")},
                               {"text", text()},
                               {"receipts", list_of(receipt)}});
  return object({{"inquiries", list_of(inquiry)}});
}

json carriers_schema() {
  const json link = object({{"name", text()},
                            {"state", text()},
                            {"window_used", number()},
                            {"window", number()},
                            {"last_error", text("why it fell last, or was not bound; empty: none")}});
  json fuse = object({{"segments_per_hour", number()},
                      {"segments", number("in this hour")},
                      {"tripped", flag("its answers are taken away until the hour is over")}});
  fuse["nullable"] = true;
  json receipt_ids = {
      {"type", "string"},
      {"nullable", true},
      {"enum", {"as_sent", "other_case", "padded", "decimal", "hex", nullptr}},
      {"description", "how most of its receipts spell message ids; null: none has matched yet"}};
  const json carrier = object({{"name", text()},
                               {"paused", flag("by an administrator")},
                               {"resting", flag("it said that it is too busy")},
                               {"segments_per_second", number("as it takes them now; 0 = no limit")},
                               {"links", list_of(link)},
                               {"inquiries", number("since the start")},
                               {"replies", number("since the start")},
                               {"waiting", number("residents whose reply waits for it")},
                               {"fuse", std::move(fuse)},
                               {"receipt_ids", std::move(receipt_ids)},
                               {"last_error", text("empty: none")}});
  return object({{"carriers", list_of(carrier)}});
}

json carrier_messages_schema() {
  const json message =
      object({{"message_id", text("as the carrier spelled it")},
              {"source", text()},
              {"destination", text("masked")},
              {"at_ms", number("when the carrier accepted it, since 1970")},
              {"part", number("of a long message; each part has a message_id")},
              {"parts", number()},
              {"receipt", text("message_state of the last receipt for it; null: none came")}});
  return object({{"messages", list_of(message)}});
}

json message_state_schema() {
  const json states = {"enroute",  "delivered", "expired",  "deleted",  "undeliverable",
                       "accepted", "unknown",   "rejected", "undefined"};
  return object({{"carrier", text()},
                 {"message_id", text()},
                 {"message_state", {{"type", "string"}, {"enum", states}}},
                 {"final", flag("nothing more will come of it")},
                 {"final_date", text("since when, ISO 8601 where the carrier's can be read; null: none")},
                 {"error_code", number("the carrier's own, 0: none")}});
}

json message_text_schema() {
  return object({{"text", text("as it is to arrive, signature included; in the alphabet of what was sent and "
                               "in one segment")}},
                {"text"});
}

}  // namespace

json openapi_schemas() {
  return {{"problem", problem_schema()},
          {"preview_request", preview_request()},
          {"preview", preview_schema()},
          {"pages", pages_schema()},
          {"message", message_schema()},
          {"inquiries", inquiries_schema()},
          {"carriers", carriers_schema()},
          {"carrier_messages", carrier_messages_schema()},
          {"message_state", message_state_schema()},
          {"message_text", message_text_schema()}};
}

}  // namespace duanwen

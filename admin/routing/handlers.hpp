#pragma once
// The handlers that the route table names, a family a file: api_<family>.cpp.

#include "admin/routing/routes.hpp"

namespace duanwen::api {

// api_health.cpp
api_answer alive(api_context&, const api_request&);
api_answer ready(api_context&, const api_request&);
api_answer metrics(api_context&, const api_request&);
api_answer description(api_context&, const api_request&);

// api_entities.cpp
api_answer get_area(api_context&, const api_request&);
api_answer put_area(api_context&, const api_request&);
api_answer delete_area(api_context&, const api_request&);
api_answer get_department(api_context&, const api_request&);
api_answer put_department(api_context&, const api_request&);
api_answer patch_department(api_context&, const api_request&);
api_answer delete_department(api_context&, const api_request&);
api_answer get_theme(api_context&, const api_request&);
api_answer put_theme(api_context&, const api_request&);
api_answer delete_theme(api_context&, const api_request&);

// api_lists.cpp
api_answer list_areas(api_context&, const api_request&);
api_answer list_departments(api_context&, const api_request&);
api_answer list_themes(api_context&, const api_request&);

// api_items.cpp
api_answer get_item(api_context&, const api_request&);
api_answer put_item(api_context&, const api_request&);
api_answer delete_item(api_context&, const api_request&);

// api_keywords.cpp
api_answer get_keyword(api_context&, const api_request&);
api_answer put_keyword(api_context&, const api_request&);
api_answer delete_keyword(api_context&, const api_request&);

// api_document.cpp
api_answer import_document(api_context&, const api_request&);
api_answer export_document(api_context&, const api_request&);

// api_preview.cpp
api_answer preview(api_context&, const api_request&);

// api_status.cpp
api_answer list_carriers(api_context&, const api_request&);
api_answer pause_carrier(api_context&, const api_request&);
api_answer resume_carrier(api_context&, const api_request&);
api_answer list_ledger(api_context&, const api_request&);
api_answer list_dead_letters(api_context&, const api_request&);

// api_messages.cpp
api_answer list_messages(api_context&, const api_request&);
api_answer query_message(api_context&, const api_request&);
api_answer cancel_message(api_context&, const api_request&);
api_answer replace_message(api_context&, const api_request&);

// api_traces.cpp
api_answer search_inquiries(api_context&, const api_request&);
api_answer list_unmatched(api_context&, const api_request&);
api_answer forget_resident(api_context&, const api_request&);

// api_audit.cpp
api_answer list_audit(api_context&, const api_request&);
// api_outbox.cpp
api_answer list_outbox(api_context&, const api_request&);
api_answer requeue_dead_letter(api_context&, const api_request&);
api_answer delete_dead_letter(api_context&, const api_request&);

// api_tokens.cpp
api_answer list_tokens(api_context&, const api_request&);
api_answer create_token(api_context&, const api_request&);
api_answer delete_token(api_context&, const api_request&);

}  // namespace duanwen::api

#pragma once
// Who changed what: written after every change by an administrator, whether over HTTP or by a command.

#include <string>

#include "admin/editing/blocking_store.hpp"
#include "admin/routing/routes.hpp"

namespace duanwen {

/// The request as GET /audit shows it: method and path, the number of a resident masked.
std::string in_words(const route& to, const api_request& request);

/// Remembers it; where the store does not take it the log says so, and the change stays made.
void remember_change(blocking_store& data, unix_ms when, const std::string& who, const std::string& what);

}  // namespace duanwen

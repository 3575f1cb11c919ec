#include "admin/routing/audit.hpp"

#include <spdlog/spdlog.h>

#include "config/addresses/msisdn.hpp"

namespace duanwen {

std::string in_words(const route& to, const api_request& request) {
  std::string what = std::string(to.method) + ' ';
  std::size_t next = 0;
  for (std::string_view rest = to.path; !rest.empty();) {
    const auto open = rest.find('{');
    what += rest.substr(0, open);
    if (open == rest.npos) break;
    rest.remove_prefix(open);
    const auto close = rest.find('}');
    const auto& name = request.names.at(next++);
    what += rest.substr(0, close) == "{msisdn" ? masked(name) : name;
    rest.remove_prefix(close + 1);
  }
  return what;
}

void remember_change(blocking_store& data, unix_ms when, const std::string& who, const std::string& what) {
  audit_record record;
  record.at = when;
  record.who = who;
  record.what = what;
  if (const auto kept = data.call(&store::append_audit, record); !kept)
    spdlog::error("audit: {} {} is not remembered: {}", who, what, kept.error().message());
}

}  // namespace duanwen

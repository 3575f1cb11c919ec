#pragma once
// A value of Redis as short text: OK, :7, -ERR no, nil, [a, :1].

#include <string>

#include "storage/redis_link/redis_resp.hpp"

namespace duanwen {

inline std::string shown(const resp_value& value) {
  switch (value.is) {
    case resp_value::kind::text:
      return value.text;
    case resp_value::kind::number:
      return ":" + std::to_string(value.number);
    case resp_value::kind::error:
      return "-" + value.text;
    case resp_value::kind::nothing:
      return "nil";
    case resp_value::kind::list:
      break;
  }
  std::string list;
  for (const auto& item : value.items) list += (list.empty() ? "" : ", ") + shown(item);
  return "[" + list + "]";
}

}  // namespace duanwen

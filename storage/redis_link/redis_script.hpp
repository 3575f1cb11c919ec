#pragma once
// A Lua script as Redis knows it.

#include <string_view>

namespace duanwen {

struct redis_script {
  std::string_view name;    ///< of its file in storage/redis_store/scripts
  std::string_view source;  ///< the library and the file
  std::string_view sha1;    ///< of the source, as EVALSHA wants it
};

}  // namespace duanwen

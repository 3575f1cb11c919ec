#include "storage/redis_link/rare_warning.hpp"

#include <spdlog/spdlog.h>

namespace duanwen {

void rare_warning::say(const std::string& text) {
  const auto now = std::chrono::steady_clock::now();
  if (text == last_ && now < until_) return;
  last_ = text;
  until_ = now + std::chrono::seconds(1);
  spdlog::warn("{}", text);
}

}  // namespace duanwen

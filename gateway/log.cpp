#include "gateway/log.hpp"

#include <spdlog/pattern_formatter.h>
#include <spdlog/sinks/basic_file_sink.h>
#include <spdlog/sinks/stdout_color_sinks.h>
#include <spdlog/spdlog.h>

#include <cstdio>
#include <memory>

namespace duanwen {
namespace {

// The message inside a JSON string, RFC 8259 §7.
class json_message final : public spdlog::custom_flag_formatter {
 public:
  void format(const spdlog::details::log_msg& line, const std::tm&, spdlog::memory_buf_t& out) override {
    for (const char c : line.payload) {
      const auto octet = static_cast<unsigned char>(c);
      if (octet < 0x20) {
        char escaped[8];
        const int length = std::snprintf(escaped, sizeof escaped, "\\u%04x", octet);
        out.append(escaped, escaped + length);
        continue;
      }
      if (c == '"' || c == '\\') out.push_back('\\');
      out.push_back(c);
    }
  }
  std::unique_ptr<custom_flag_formatter> clone() const override { return std::make_unique<json_message>(); }
};

std::unique_ptr<spdlog::formatter> formatter_for(bool json) {
  auto formatter = std::make_unique<spdlog::pattern_formatter>();
  if (!json) {
    formatter->set_pattern("%Y-%m-%d %H:%M:%S.%e %^%l%$ %v");
    return formatter;
  }
  formatter->add_flag<json_message>('J').set_pattern(
      R"({"time":"%Y-%m-%dT%H:%M:%S.%e%z","level":"%l","message":"%J"})");
  return formatter;
}

}  // namespace

void open_quiet_log() {
  spdlog::set_default_logger(spdlog::stderr_color_mt("command"));
  spdlog::set_level(spdlog::level::warn);
}

void set_log_level(const std::string& level) { spdlog::set_level(spdlog::level::from_str(level)); }

bool open_log(const log_settings& settings) {
  try {
    auto logger = settings.file.empty() ? spdlog::stderr_color_mt("duanwen")
                                        : spdlog::basic_logger_mt("duanwen", settings.file);
    spdlog::set_default_logger(std::move(logger));
  } catch (const spdlog::spdlog_ex& e) {
    std::fprintf(stderr, "log.file: %s\n", e.what());
    return false;
  }
  set_log_level(settings.level);
  spdlog::flush_on(spdlog::level::info);
  spdlog::set_formatter(formatter_for(settings.json));
  return true;
}

}  // namespace duanwen

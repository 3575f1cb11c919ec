// Values that the configuration knows and this version does not build yet. A row goes when its feature comes.
#include <array>

#include "config/check.hpp"

namespace duanwen {

namespace {

constexpr auto later = " is not supported by this version yet";

template <class Section>
struct unsupported {
  const char* key;
  const char* value;
  bool (*used)(const Section&);
};

constexpr std::array<unsupported<redis_settings>, 2> in_redis = {{
    {"url", "sentinel://", [](const redis_settings& r) { return r.url.starts_with("sentinel://"); }},
    {"url", "cluster://", [](const redis_settings& r) { return r.url.starts_with("cluster://"); }},
}};

constexpr std::array<unsupported<conversation_settings>, 1> in_conversation = {{
    {"batch_window_ms", "waiting on purpose",
     [](const conversation_settings& c) { return c.batch_window.count() != 0; }},
}};

constexpr std::array<unsupported<carrier_settings>, 1> in_carrier = {{
    {"submit_multi_max", "submit_multi", [](const carrier_settings& c) { return c.submit_multi_max != 0; }},
}};

template <class Section, std::size_t rows>
void look(const Section& section, const std::string& path,
          const std::array<unsupported<Section>, rows>& table, mistake_list& mistakes) {
  for (const auto& r : table)
    if (r.used(section)) mistakes.add(path + '.' + r.key, std::string(r.value) + later);
}

}  // namespace

void check_supported(const config& settings, mistake_list& mistakes) {
  look(settings.redis, "redis", in_redis, mistakes);
  look(settings.conversation, "conversation", in_conversation, mistakes);
  for (std::size_t i = 0; i < settings.carriers.size(); ++i)
    look(settings.carriers[i], "carrier[" + std::to_string(i) + ']', in_carrier, mistakes);
}

}  // namespace duanwen

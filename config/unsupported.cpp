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

constexpr std::array<unsupported<carrier_settings>, 3> in_carrier = {{
    {"mode", R"("listen")", [](const carrier_settings& c) { return c.mode == carrier_mode::listen; }},
    {"bind", R"("pair")", [](const carrier_settings& c) { return c.bind == bind_kind::pair; }},
    {"tls", "TLS to a carrier", [](const carrier_settings& c) { return c.tls; }},
}};

template <class Section, std::size_t rows>
void look(const Section& section, const std::string& path,
          const std::array<unsupported<Section>, rows>& table, mistake_list& mistakes) {
  for (const auto& r : table)
    if (r.used(section)) mistakes.add(path + '.' + r.key, std::string(r.value) + later);
}

}  // namespace

void check_supported(const config& settings, mistake_list& mistakes) {
  for (std::size_t i = 0; i < settings.carriers.size(); ++i)
    look(settings.carriers[i], "carrier[" + std::to_string(i) + ']', in_carrier, mistakes);
}

}  // namespace duanwen

// duanwen probe: what a carrier's account does, printed as settings to paste.
#include <algorithm>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <csignal>
#include <cstdio>

#include "config/settings/find_carrier.hpp"
#include "gateway/commands/commands.hpp"
#include "gateway/commands/exit_codes.hpp"
#include "gateway/runtime/asio_runtime.hpp"

namespace duanwen {

int probe_command(const loaded_settings& loaded, const std::string& name, const probe_options& options) {
  const auto& settings = loaded.settings;
  const auto* carrier = find_carrier(settings.carriers, name);
  if (carrier == nullptr || carrier->mode != carrier_mode::connect)
    return fail("--carrier: there is no carrier " + name + " that we dial", exit_usage);
  auto complete = options;
  if (complete.from.empty() && !settings.services.empty()) complete.from = settings.services.front().number;
  std::signal(SIGPIPE, SIG_IGN);
  boost::asio::io_context io{1};
  asio_runtime rt(io);
  bool bound = false;
  asio::co_spawn(io, probe(rt, *carrier, settings, std::move(complete)),
                 [&](const std::exception_ptr& failure, const probe_findings& found) {
                   if (failure) return;
                   std::printf("%s", as_settings(found, *carrier).c_str());
                   bound = std::any_of(found.binds.begin(), found.binds.end(),
                                       [](const auto& b) { return b.second.empty(); });
                 });
  io.run();
  return bound ? exit_done : exit_failed;
}

}  // namespace duanwen

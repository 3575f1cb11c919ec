#pragma once
// What a file that was read again may change while the daemon runs. Pure.

#include <string>
#include <vector>

#include "config/settings/config.hpp"

namespace duanwen {

/// Keys whose values differ, as carrier.mobile.window.
struct setting_changes {
  std::vector<std::string> taken;          ///< they hold from now on; a link's from its next bind on
  std::vector<std::string> after_restart;  ///< the old value holds until then
};

/// Takes over into `current` what of `fresh` may change; nothing in it moves, so that references stay good.
/// Carriers, services and routes that are new, gone or in another order are told as after_restart. Only on
/// the thread that reads `current`.
setting_changes take_over(config& current, const config& fresh);

}  // namespace duanwen

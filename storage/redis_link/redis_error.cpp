#include "storage/redis_link/redis_error.hpp"

#include <algorithm>
#include <array>

namespace duanwen {
namespace {

constexpr std::size_t printed_octets_max = 200;

/// Asking again later may help: the server starts, fails over, is full or is busy.
constexpr std::array<std::string_view, 13> healing = {"LOADING",
                                                      "READONLY",
                                                      "OOM",
                                                      "MISCONF",
                                                      "NOREPLICAS",
                                                      "BUSY ",
                                                      "MASTERDOWN",
                                                      "TRYAGAIN",
                                                      "CLUSTERDOWN",
                                                      "UNBLOCKED",
                                                      "NOGOODSLAVE",
                                                      "INPROG",
                                                      "ERR max number of clients"};

constexpr std::string_view unreadable = "CORRUPT";

}  // namespace

storage_errc errc_of(std::string_view error) {
  if (error.starts_with('-')) error.remove_prefix(1);
  if (error.starts_with(unreadable)) return storage_errc::corrupt;
  const bool heals = std::ranges::any_of(healing, [&](std::string_view h) { return error.starts_with(h); });
  return heals ? storage_errc::unavailable : storage_errc::refused;
}

result<resp_value> as_answer(resp_value value) {
  if (value.is_error()) return failed<resp_value>(make_error_code(errc_of(value.text)));
  return value;
}

std::string printable_error(std::string_view error) {
  // ERR unknown command 'X', with args beginning with: … may hold a resident's number.
  error = error.substr(0, error.find(", with args"));
  std::string text(error.substr(0, printed_octets_max));
  std::ranges::replace_if(
      text, [](unsigned char c) { return c < 0x20 || c > 0x7e; }, '?');
  return text;
}

}  // namespace duanwen

#pragma once
// What can go wrong in the store, as error codes; nothing here is thrown.

#include <boost/system/error_code.hpp>
#include <boost/system/result.hpp>

namespace duanwen {
enum class storage_errc;
}

template <>
struct boost::system::is_error_code_enum<duanwen::storage_errc> : std::true_type {};

namespace duanwen {

enum class storage_errc {
  unavailable = 1,  ///< not connected, or refuses for now (LOADING, READONLY, OOM, MISCONF): ask again later
  unknown_outcome,  ///< the link fell with the command in flight; every script may be run again
  refused,  ///< the server answered an error that asking again does not heal (wrong type, wrong password)
  corrupt,  ///< a value cannot be read
};

const boost::system::error_category& storage_category() noexcept;
inline boost::system::error_code make_error_code(storage_errc e) noexcept {
  return {static_cast<int>(e), storage_category()};
}

/// Whether asking again may help.
inline bool may_heal(const boost::system::error_code& error) {
  return error != storage_errc::refused && error != storage_errc::corrupt;
}

template <class T>
using result = boost::system::result<T>;

/// A failed result of any type; result<bool> takes no error code as it is.
template <class T>
result<T> failed(boost::system::error_code why) {
  return result<T>(boost::system::in_place_error, why);
}

}  // namespace duanwen

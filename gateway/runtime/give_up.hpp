#pragma once
// Dialling and handshakes that are given up as soon as nobody wants them any more, as at a stop.

#include "gateway/runtime/runtime.hpp"
#include "gateway/runtime/wakeup.hpp"

namespace duanwen {

/// runtime::connect(), or asio::error::operation_aborted as soon as `unwanted` is notified. A name that is
/// being looked up is waited for all the same: the system's resolver cannot be interrupted.
asio::awaitable<result<std::unique_ptr<byte_stream>>> connect(runtime& rt, std::string host,
                                                              std::uint16_t port,
                                                              std::optional<tls_files> tls, time_point until,
                                                              wakeup& unwanted);

/// Whether hands were shaken by `until` and before `unwanted` was notified; else the stream is closed.
asio::awaitable<bool> shake_hands(runtime& rt, byte_stream& stream, time_point until, wakeup& unwanted);

}  // namespace duanwen

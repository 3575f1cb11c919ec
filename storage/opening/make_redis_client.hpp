#pragma once
// The servers that redis.url names, as the store talks to them.

#include <memory>

#include "config/settings/config.hpp"
#include "storage/redis_link/redis_client.hpp"
#include "storage/redis_link/redis_url.hpp"

namespace duanwen {

/// Not started yet; io thread only.
std::unique_ptr<redis_client> make_redis_client(const boost::asio::any_io_executor& io,
                                                const redis_servers& servers, const redis_settings& settings);

}  // namespace duanwen

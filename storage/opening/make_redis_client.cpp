#include "storage/opening/make_redis_client.hpp"

#include "storage/redis_fleet/redis_cluster.hpp"
#include "storage/redis_fleet/redis_sentinel.hpp"
#include "storage/redis_link/redis_examiner.hpp"
#include "storage/redis_store/redis_greetings.hpp"

namespace duanwen {

std::unique_ptr<redis_client> make_redis_client(const boost::asio::any_io_executor& io,
                                                const redis_servers& servers,
                                                const redis_settings& settings) {
  switch (servers.are) {
    case redis_servers::kind::sentinels:
      return std::make_unique<redis_sentinel>(io, servers.endpoints, servers.master, settings,
                                              store_greetings());
    case redis_servers::kind::cluster:
      return std::make_unique<redis_cluster>(io, servers.endpoints, settings, store_needs());
    case redis_servers::kind::one:
      break;
  }
  return std::make_unique<redis_connection>(io, servers.endpoints.front(), settings, store_greetings(),
                                            std::make_shared<redis_examiner>(settings.replicas_acked));
}

}  // namespace duanwen

#pragma once
// The runtime on Boost.Asio: real time, real TCP, TLS by OpenSSL.

#include <boost/asio/io_context.hpp>
#include <random>

#include "gateway/runtime/runtime.hpp"

namespace duanwen {

class asio_runtime final : public runtime {
 public:
  explicit asio_runtime(asio::io_context& io) : io_(io), random_(std::random_device{}()) {}
  asio::any_io_executor executor() override { return io_.get_executor(); }
  time_point now() const override { return std::chrono::steady_clock::now(); }
  asio::awaitable<void> sleep_until(time_point when) override;
  asio::awaitable<result<std::unique_ptr<byte_stream>>> connect(std::string host, std::uint16_t port,
                                                                std::optional<tls_files> tls,
                                                                time_point until) override;
  result<std::unique_ptr<acceptor>> listen(const std::string& host, std::uint16_t port,
                                           const std::optional<tls_files>& tls) override;
  std::uint64_t random() override { return random_(); }

 private:
  asio::io_context& io_;
  std::mt19937_64 random_;
};

}  // namespace duanwen

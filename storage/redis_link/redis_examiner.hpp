#pragma once
// What a server's own settings say about the promise that nothing acknowledged is lost. Asked at every
// connect.

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "storage/redis_link/redis_greeting.hpp"

namespace duanwen {

/// What a server said of itself; what it would not say is missing.
struct server_facts {
  std::map<std::string, std::string> settings;  ///< as CONFIG GET names them
  std::uint32_t replicas = 0;                   ///< connected now
  std::string unreadable;                       ///< why CONFIG could not be read
};

/// What of the promise is missing, and what to set, in words: a sentence each. Pure.
std::vector<std::string> risks_of(const server_facts& facts, std::uint32_t replicas_acked);

/// One server's examiner: its questions are greetings that let every answer pass.
class redis_examiner {
 public:
  explicit redis_examiner(std::uint32_t replicas_acked);
  /// May outlive the examiner.
  std::vector<redis_greeting> questions() const;
  const std::vector<std::string>& risks() const;

 private:
  struct findings;
  std::shared_ptr<findings> findings_;
};

}  // namespace duanwen

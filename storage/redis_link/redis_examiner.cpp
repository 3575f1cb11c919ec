#include "storage/redis_link/redis_examiner.hpp"

#include <spdlog/spdlog.h>

#include <array>

#include "keywords/text/whole_number.hpp"
#include "storage/redis_link/redis_error.hpp"

namespace duanwen {
namespace {

constexpr std::array asked_for = {"appendonly", "appendfsync", "maxmemory-policy", "min-replicas-to-write"};

/// A setting that the promise rests on: what it must be, and what happens else.
struct wanted {
  const char* setting;
  const char* value;
  const char* else_what;
};
constexpr std::array<wanted, 3> always_wanted = {{
    {"appendonly", "yes", "what was acknowledged is gone when this Redis stops"},
    {"appendfsync", "always",
     "the last second or two of what was acknowledged are gone when its machine dies"},
    {"maxmemory-policy", "noeviction", "a full Redis deletes conversations and replies that wait"},
}};

std::uint32_t replicas_in(const std::string& info) {
  constexpr std::string_view label = "connected_slaves:";
  const auto at = info.find(label);
  if (at == info.npos) return 0;
  const auto digits = std::string_view(info).substr(at + label.size());
  return whole_number<std::uint32_t>(digits.substr(0, digits.find('\r'))).value_or(0);
}

}  // namespace

std::vector<std::string> risks_of(const server_facts& facts, std::uint32_t replicas_acked) {
  std::vector<std::string> risks;
  if (!facts.unreadable.empty())
    risks.push_back("its settings cannot be read (" + facts.unreadable +
                    "), so nobody knows what it would lose");
  for (const auto& w : always_wanted) {
    const auto is = facts.settings.find(w.setting);
    if (is == facts.settings.end() || is->second == w.value) continue;
    risks.push_back(std::string(w.setting) + " is " + is->second + " and not " + w.value + ": " +
                    w.else_what);
  }
  const auto have = std::to_string(facts.replicas), need = std::to_string(replicas_acked);
  if (replicas_acked > facts.replicas)
    risks.push_back("redis.replicas_acked is " + need + " and it had " + have +
                    " replicas when it was connected: nothing can be acknowledged without them");
  if (replicas_acked > 0 || facts.replicas == 0) return risks;
  risks.push_back("redis.replicas_acked is 0 and it has " + have +
                  " replicas: a failover loses what they did not have yet");
  const auto least = facts.settings.find("min-replicas-to-write");
  if (least != facts.settings.end() && least->second == "0")
    risks.push_back(
        "min-replicas-to-write is 0: cut off from its replicas it takes writes that a failover loses");
  return risks;
}

struct redis_examiner::findings {
  std::uint32_t replicas_acked = 0;
  server_facts facts;
  std::vector<std::string> risks;

  void conclude() {
    auto found = risks_of(facts, replicas_acked);
    // Said when it changes, not at every connect.
    if (found == risks) return;
    risks = std::move(found);
    for (const auto& risk : risks) spdlog::warn("this Redis keeps less than is promised: {}", risk);
  }
};

redis_examiner::redis_examiner(std::uint32_t replicas_acked) : findings_(std::make_shared<findings>()) {
  findings_->replicas_acked = replicas_acked;
}

const std::vector<std::string>& redis_examiner::risks() const { return findings_->risks; }

std::vector<redis_greeting> redis_examiner::questions() const {
  std::vector<redis_greeting> questions;
  for (const std::string name : asked_for) {
    auto note = [found = findings_, name](const resp_value& said) {
      if (name == asked_for.front()) found->facts = server_facts();
      if (said.is_error()) found->facts.unreadable = printable_error(said.text);
      if (said.items.size() == 2) found->facts.settings[name] = said.items[1].text;
      return std::string();
    };
    questions.push_back(redis_greeting{{"CONFIG", "GET", name}, std::move(note)});
  }
  auto note_replicas = [found = findings_](const resp_value& said) {
    found->facts.replicas = replicas_in(said.text);
    found->conclude();
    return std::string();
  };
  questions.push_back(redis_greeting{{"INFO", "replication"}, std::move(note_replicas)});
  return questions;
}

}  // namespace duanwen

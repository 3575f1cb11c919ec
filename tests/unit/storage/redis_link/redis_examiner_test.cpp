// What a server's settings say about what it may lose.
#include "storage/redis_link/redis_examiner.hpp"

#include <gmock/gmock.h>

namespace duanwen {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

server_facts sound() {
  server_facts facts;
  facts.settings = {{"appendonly", "yes"},
                    {"appendfsync", "always"},
                    {"maxmemory-policy", "noeviction"},
                    {"min-replicas-to-write", "0"}};
  return facts;
}

TEST(RedisExaminer, ASoundServerHasNoRisks) {
  // Alone, or with replicas that are waited for.
  EXPECT_THAT(risks_of(sound(), 0), IsEmpty());
  auto facts = sound();
  facts.replicas = 2;
  EXPECT_THAT(risks_of(facts, 1), IsEmpty());
  EXPECT_THAT(risks_of(facts, 2), IsEmpty());
}

TEST(RedisExaminer, EachSettingThatThePromiseRestsOn) {
  // Names it, what it is, what it should be, and what happens else.
  const std::pair<const char*, const char*> rows[] = {
      {"appendonly", "no"}, {"appendfsync", "everysec"}, {"maxmemory-policy", "allkeys-lru"}};
  for (const auto& [setting, value] : rows) {
    auto facts = sound();
    facts.settings[setting] = value;
    EXPECT_THAT(risks_of(facts, 0),
                ElementsAre(HasSubstr(std::string(setting) + " is " + value + " and not ")));
  }
}

TEST(RedisExaminer, ReplicasThatNobodyWaitsFor) {
  // A failover loses what they lack; a master cut off from them goes on unless it may not.
  auto facts = sound();
  facts.replicas = 1;
  EXPECT_THAT(risks_of(facts, 0),
              ElementsAre(HasSubstr("redis.replicas_acked is 0"), HasSubstr("min-replicas-to-write is 0")));
  facts.settings["min-replicas-to-write"] = "1";
  EXPECT_THAT(risks_of(facts, 0), ElementsAre(HasSubstr("redis.replicas_acked is 0")));
}

TEST(RedisExaminer, ReplicasThatAreNotThere) {
  // Nothing can be acknowledged then, and the log should say why.
  EXPECT_THAT(risks_of(sound(), 1),
              ElementsAre(HasSubstr("redis.replicas_acked is 1 and it had 0 replicas")));
}

TEST(RedisExaminer, AServerThatDoesNotTell) {
  // Is no reason not to use it, and no sound one either.
  server_facts facts;
  facts.unreadable = "NOPERM";
  EXPECT_THAT(risks_of(facts, 0), ElementsAre(HasSubstr("(NOPERM)")));
}

TEST(RedisExaminer, AsksAnewAtEveryConnect) {
  // What was amiss before and is mended is no risk any more; no answer keeps the link from coming up.
  const redis_examiner examiner(0);
  for (const auto* value : {"no", "yes"}) {
    for (const auto& question : examiner.questions()) {
      const auto text = [](const std::string& t) { return resp_value::of_text(resp_value::kind::text, t); };
      const auto& name = question.command.back();
      auto answer = resp_value::of_list({text(name), text(name == "appendonly" ? value : "always")});
      if (name == "maxmemory-policy") answer = resp_value::of_text(resp_value::kind::error, "ERR no");
      if (name == "replication") answer = text("# Replication\r\nrole:master\r\nconnected_slaves:0\r\n");
      EXPECT_EQ(question.judge(answer), "") << name;
    }
    const auto expected = value == std::string("no") ? 2u : 1u;
    EXPECT_EQ(examiner.risks().size(), expected) << value;
  }
}

}  // namespace
}  // namespace duanwen

// Commands and their replies find each other, whatever becomes of the link between them.
#include "storage/redis_link/redis_pipeline.hpp"

#include <gmock/gmock.h>

#include "tests/unit/storage/redis_link/resp_text.hpp"

namespace duanwen {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using namespace std::chrono_literals;

const redis_pipeline::time_point noon{12h};

class RedisPipeline : public testing::Test {
 protected:
  /// Notes "name=value", or "name!error".
  redis_pipeline::handler note(const std::string& name) {
    return [this, name](const result<resp_value>& said) {
      answers.push_back(name + (said ? "=" + shown(*said) : "!" + said.error().message()));
    };
  }
  void push(const std::string& name) { pipeline.push({name}, note(name)); }
  static std::string octets_of(const std::string& name) {
    std::string octets;
    append_command(octets, {name});
    return octets;
  }

  redis_pipeline pipeline{2};
  std::vector<std::string> answers;
};

TEST_F(RedisPipeline, RepliesGoToTheirCommandsInOrder) {
  // Octet by octet each reply completes the oldest command, an error as the value that it is.
  push("a"), push("b");
  EXPECT_EQ(pipeline.take_output(noon), octets_of("a") + octets_of("b"));
  for (const char octet : std::string("*1\r\n:1\r\n-ERR no\r\n"))
    EXPECT_TRUE(pipeline.feed(std::string_view(&octet, 1)));
  EXPECT_THAT(answers, ElementsAre("a=[:1]", "b=-ERR no"));
}

TEST_F(RedisPipeline, NoMoreThanTheLimitAreOnTheWay) {
  // The others go out as answers come in.
  push("a"), push("b"), push("c"), push("d");
  EXPECT_EQ(pipeline.take_output(noon), octets_of("a") + octets_of("b"));
  EXPECT_EQ(pipeline.take_output(noon), "");
  EXPECT_TRUE(pipeline.feed("+1\r\n"));
  EXPECT_EQ(pipeline.take_output(noon), octets_of("c"));
  EXPECT_TRUE(pipeline.feed("+2\r\n+3\r\n"));
  EXPECT_EQ(pipeline.take_output(noon), octets_of("d"));
  EXPECT_THAT(answers, ElementsAre("a=1", "b=2", "c=3"));
}

TEST_F(RedisPipeline, TheOldestIsTheOneThatWaitsLongest) {
  // What was not sent yet does not count.
  push("a");
  EXPECT_EQ(pipeline.oldest(), std::nullopt);
  pipeline.take_output(noon);
  push("b");
  pipeline.take_output(noon + 1s);
  EXPECT_EQ(pipeline.oldest(), noon);
  pipeline.feed("+1\r\n");
  EXPECT_EQ(pipeline.oldest(), noon + 1s);
  pipeline.feed("+2\r\n");
  EXPECT_EQ(pipeline.oldest(), std::nullopt);
}

TEST_F(RedisPipeline, WhatNobodyAskedForEndsTheLink) {
  // A reply too many, or what is no reply at all; what was asked for before is answered.
  EXPECT_FALSE(pipeline.feed("+1\r\n"));
  push("a");
  pipeline.take_output(noon);
  EXPECT_FALSE(pipeline.feed("+1\r\n+2\r\n"));
  push("b");
  pipeline.take_output(noon);
  EXPECT_FALSE(pipeline.feed("HTTP/1.1 400\r\n"));
  EXPECT_THAT(answers, ElementsAre("a=1"));
}

TEST_F(RedisPipeline, AFallenLinkTellsWhatMayHaveHappened) {
  // Sent: nobody knows; not sent: surely not. Each is told once, and half a reply is forgotten.
  push("a"), push("b"), push("c");
  pipeline.take_output(noon);
  pipeline.feed("$5\r\nhal");
  pipeline.drop();
  EXPECT_THAT(answers,
              ElementsAre("a!the link to the store fell before it answered",
                          "b!the link to the store fell before it answered", "c!the store is not available"));
  pipeline.drop();
  EXPECT_EQ(pipeline.oldest(), std::nullopt);
  push("d");
  EXPECT_EQ(pipeline.take_output(noon), octets_of("d"));
  EXPECT_TRUE(pipeline.feed("+4\r\n"));
  EXPECT_EQ(answers.size(), 4u);
  EXPECT_EQ(answers.back(), "d=4");
}

TEST_F(RedisPipeline, WhoIsAnsweredMayAskAgain) {
  // From inside an answer, also when the link falls.
  pipeline.push({"a"}, [this](const result<resp_value>& said) {
    note("a")(said);
    push("b");
  });
  pipeline.take_output(noon);
  pipeline.feed("+1\r\n");
  EXPECT_EQ(pipeline.take_output(noon), octets_of("b"));
  pipeline.push({"c"}, [this](const result<resp_value>& said) {
    note("c")(said);
    push("d");
  });
  pipeline.drop();
  EXPECT_EQ(answers.size(), 3u);
  EXPECT_EQ(pipeline.take_output(noon), octets_of("d")) << "for the next link";
}

TEST_F(RedisPipeline, AnAnswerMayEndTheLink) {
  // What came after it on the same link is not believed.
  pipeline.push({"a"}, [this](const result<resp_value>& said) {
    note("a")(said);
    pipeline.drop();
  });
  push("b");
  pipeline.take_output(noon);
  EXPECT_TRUE(pipeline.feed("+1\r\n+2\r\n"));
  EXPECT_THAT(answers, ElementsAre("a=1", "b!the link to the store fell before it answered"));
}

}  // namespace
}  // namespace duanwen

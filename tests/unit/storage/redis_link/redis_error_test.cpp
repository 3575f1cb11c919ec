// What an error of Redis means, and what may be logged of it.
#include "storage/redis_link/redis_error.hpp"

#include <gtest/gtest.h>

namespace duanwen {
namespace {

TEST(RedisError, ByItsFirstWord) {
  // Errors as Redis 7 words them, also as a script hands them on.
  const std::pair<std::string_view, storage_errc> rows[] = {
      {"LOADING Redis is loading the dataset in memory", storage_errc::unavailable},
      {"READONLY You can't write against a read only replica.", storage_errc::unavailable},
      {"OOM command not allowed when used memory > 'maxmemory'.", storage_errc::unavailable},
      {"-OOM allow-oom flag is not set on the script", storage_errc::unavailable},
      {"MISCONF Errors writing to the AOF file: No space left on device", storage_errc::unavailable},
      {"NOREPLICAS Not enough good replicas to write.", storage_errc::unavailable},
      {"BUSY Redis is busy running a script.", storage_errc::unavailable},
      {"MASTERDOWN Link with MASTER is down", storage_errc::unavailable},
      {"TRYAGAIN Multiple keys request during rehashing of slot", storage_errc::unavailable},
      {"CLUSTERDOWN The cluster is down", storage_errc::unavailable},
      {"ERR max number of clients reached", storage_errc::unavailable},
      {"CORRUPT a conversation cannot be read", storage_errc::corrupt},
      {"WRONGTYPE Operation against a key holding the wrong kind of value", storage_errc::refused},
      {"BUSYGROUP Consumer Group name already exists", storage_errc::refused},
      {"NOAUTH Authentication required.", storage_errc::refused},
      {"WRONGPASS invalid username-password pair or user is disabled.", storage_errc::refused},
      {"NOPERM this user has no permissions to run the 'evalsha' command", storage_errc::refused},
      {"NOSCRIPT No matching script. Please use EVAL.", storage_errc::refused},
      {"ERR unknown command", storage_errc::refused},
      {"ERR it says LOADING further on", storage_errc::refused},
      {"", storage_errc::refused},
  };
  for (const auto& [error, meaning] : rows) EXPECT_EQ(errc_of(error), meaning) << error;
}

TEST(RedisError, ValuesAreAnswersAndErrorsAreNot) {
  // An error deep in a list is for whoever reads the list.
  const auto error = resp_value::of_text(resp_value::kind::error, "LOADING");
  EXPECT_EQ(as_answer(error).error(), storage_errc::unavailable);
  EXPECT_EQ(as_answer(resp_value::of_number(7))->number, 7);
  EXPECT_EQ(as_answer(resp_value())->is, resp_value::kind::nothing);
  EXPECT_EQ(as_answer(resp_value::of_list({error}))->items.size(), 1u);
}

TEST(RedisError, NothingOfAResidentIsPrinted) {
  // What Redis repeats of a command is cut off; what no terminal should get is masked; it has an end.
  EXPECT_EQ(printable_error("ERR unknown command 'X', with args beginning with: '8613800138000'"),
            "ERR unknown command 'X'");
  EXPECT_EQ(printable_error("ERR a\r\n\x1b[31mb\x7f"), "ERR a???[31mb?");
  EXPECT_EQ(printable_error(std::string(5000, 'x')), std::string(200, 'x'));
  EXPECT_EQ(printable_error("ERR fine"), "ERR fine");
  EXPECT_EQ(printable_error(""), "");
}

TEST(RedisError, EveryCodeHasItsWords) {
  // None falls through to the words for what is unknown.
  for (const auto code : {storage_errc::unavailable, storage_errc::unknown_outcome, storage_errc::refused,
                          storage_errc::corrupt}) {
    EXPECT_NE(make_error_code(code).message(), storage_category().message(0));
    EXPECT_STREQ(make_error_code(code).category().name(), "storage");
  }
}

}  // namespace
}  // namespace duanwen

// Making tokens and knowing them again.
#include "admin/tokens/tokens.hpp"

#include <gmock/gmock.h>

#include <set>

#include "admin/tokens/sha256.hpp"

namespace duanwen {
namespace {

TEST(Tokens, HashIsSha256) {
  // The vector of FIPS 180-2, so that other tools can compare.
  EXPECT_EQ(sha256_hex("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST(Tokens, AreFoundByTheirHashOnly) {
  // The record has the hash and not the token; the hash itself is no token.
  const auto a = create_token("a", token_role::editor, "lq-guotu", 7);
  const auto b = create_token("b", token_role::admin, "", 8);
  const std::vector<token_record> records = {a.record, b.record};
  EXPECT_EQ(a.record.sha256, sha256_hex(a.token));
  EXPECT_EQ(a.record.created, 7);
  EXPECT_EQ(find_token(a.token, records), a.record);
  EXPECT_EQ(find_token(b.token, records), b.record);
  EXPECT_EQ(find_token(a.record.sha256, records), std::nullopt);
  EXPECT_EQ(find_token("", records), std::nullopt);
  EXPECT_EQ(find_token(a.token, {}), std::nullopt);
}

TEST(Tokens, DifferEveryTime) {
  // 256 bits: a repetition among a thousand would mean they are not random.
  std::set<std::string> seen;
  for (int i = 0; i < 1000; ++i) seen.insert(create_token("n", token_role::viewer, "", 0).token);
  EXPECT_EQ(seen.size(), 1000u);
  EXPECT_EQ(seen.begin()->size(), 3u + 64u);
}

TEST(Tokens, NamesRolesAndDepartmentsAreJudged) {
  // A name can stand in a path and a log; only an editor is bound to a department.
  EXPECT_EQ(judge_token("console-1.a_B", token_role::editor, "lq"), "");
  for (const std::string wrong : {"", "a b", "a/b", "龙", "a\n"})
    EXPECT_NE(judge_token(wrong, token_role::viewer, ""), "") << wrong;
  EXPECT_NE(judge_token(std::string(65, 'a'), token_role::viewer, ""), "");
  EXPECT_NE(judge_token("a", token_role::viewer, "lq"), "");
  for (const auto role : {token_role::viewer, token_role::editor, token_role::admin})
    EXPECT_EQ(parse_role(name_of(role)), role);
  EXPECT_EQ(parse_role("root"), std::nullopt);
}

}  // namespace
}  // namespace duanwen

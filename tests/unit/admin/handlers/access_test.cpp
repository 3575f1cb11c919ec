// Who may do what, over HTTP.
#include "admin/routing/routes.hpp"
#include "tests/unit/admin/support.hpp"

namespace duanwen {
namespace {

/// A path of the route with harmless names: 404s are fine, 401 and 403 are what is looked for.
std::string example_path(const route& r) {
  std::string path(r.path);
  for (auto open = path.find('{'); open != path.npos; open = path.find('{'))
    path.replace(open, path.find('}') - open + 1, "9");
  return path;
}

TEST_F(Api, EveryRouteButHealthNeedsAToken) {
  // None, a wrong one, and a wrong scheme: 401 and how to ask.
  for (const auto& r : routes()) {
    if (r.who == access::open) continue;
    for (const std::string wrong : {"", "dw_00", "x y"}) {
      token_ = wrong;
      const auto reply = send(std::string(r.method), example_path(r));
      EXPECT_EQ(reply.status, 401) << r.method << ' ' << r.path;
      EXPECT_EQ(reply.problem(), "unauthorized");
      EXPECT_EQ(reply.header("WWW-Authenticate"), "Bearer");
    }
  }
}

TEST_F(Api, EveryRouteAsksForItsRole) {
  // A viewer and an editor of another department are refused with 403 wherever the table says so, and nowhere
  // else.
  for (const auto& r : routes())
    for (const auto& [name, role] :
         {std::pair("viewer", token_role::viewer), {"editor", token_role::editor}}) {
      token_ = tokens_[name];
      token_record who;
      who.role = role;
      who.department = role == token_role::editor ? "lq-guotu" : "";
      const auto reply = send(std::string(r.method), example_path(r));
      EXPECT_EQ(reply.status == 403, !may_use(r.who, who, {"9"})) << name << ' ' << r.method << ' ' << r.path;
      EXPECT_EQ(reply.status == 403, reply.problem() == "forbidden");
    }
}

TEST_F(Api, StrangersAreNotToldWhichPathsThereAre) {
  // 401 comes before 404 and 405.
  token_.clear();
  EXPECT_EQ(get("/api/v1/nothing").status, 401);
  EXPECT_EQ(send("POST", "/api/v1/areas").status, 401);
}

TEST_F(Api, UnknownPathsAndMethods) {
  // 404, and 405 with what the path takes.
  EXPECT_EQ(get("/api/v1/nothing").problem(), "not-found");
  const auto reply = send("POST", "/api/v1/areas/lq", "{}");
  EXPECT_EQ(reply.status, 405);
  EXPECT_EQ(reply.header("Allow"), "GET, PUT, DELETE");
}

TEST_F(Api, TokensAreCreatedOnceShownListedAndRevoked) {
  // The new token works, is never shown again, and ends at once when it is revoked.
  const auto made = post("/api/v1/tokens", {{"name", "console"}, {"role", "viewer"}});
  ASSERT_EQ(made.status, 201);
  const std::string token = made.body.at("token");
  EXPECT_EQ(made.body.at("created_ms"), 1'800'000'000'000);
  const auto listed = get("/api/v1/tokens");
  EXPECT_EQ(listed.body.at("tokens").size(), 5u);
  EXPECT_EQ(listed.text.find(token), std::string::npos);
  EXPECT_EQ(listed.text.find("sha256"), std::string::npos);
  const auto admins = token_;
  token_ = token;
  EXPECT_EQ(get("/api/v1/areas").status, 200);
  token_ = admins;
  EXPECT_EQ(remove("/api/v1/tokens/console").status, 204);
  EXPECT_EQ(remove("/api/v1/tokens/console").status, 404);
  token_ = token;
  EXPECT_EQ(get("/api/v1/areas").status, 401);
}

TEST_F(Api, TokensThatCannotBe) {
  // A name that is taken, a role nobody has, a department that is not there, members nobody knows.
  fill();
  EXPECT_EQ(post("/api/v1/tokens", {{"name", "admin"}, {"role", "viewer"}}).problem(), "name-taken");
  const auto path_of = [&](const json& body) {
    const auto reply = post("/api/v1/tokens", body);
    EXPECT_EQ(reply.status, 422);
    return reply.paths().empty() ? "" : reply.paths().at(0);
  };
  EXPECT_EQ(path_of({{"name", "x"}, {"role", "root"}}), "role");
  EXPECT_EQ(path_of({{"name", "a b"}, {"role", "viewer"}}), "name");
  EXPECT_EQ(path_of({{"name", 7}, {"role", "viewer"}}), "name");
  EXPECT_EQ(path_of({{"name", "x"}, {"role", "editor"}, {"department", "none"}}), "department");
  EXPECT_EQ(path_of({{"name", "x"}, {"role", "viewer"}, {"department", "lq-guotu"}}), "department");
  EXPECT_EQ(path_of({{"name", "x"}, {"role", "viewer"}, {"until", "2027"}}), "until");
  EXPECT_EQ(post("/api/v1/tokens", {{"name", "x"}, {"role", "editor"}, {"department", "lq-guotu"}}).status,
            201);
}

}  // namespace
}  // namespace duanwen

#include "admin/dispatch.hpp"

#include "admin/tokens/tokens.hpp"

namespace duanwen {

namespace {

or_problem<token_record> identify(api_context& context, std::string_view authorization) {
  constexpr std::string_view scheme = "Bearer ";
  if (!authorization.starts_with(scheme))
    return problem_answer(problem_kind::unauthorized, "send Authorization: Bearer TOKEN");
  const auto records = context.data.call(&store::load_tokens);
  if (!records) return store_problem(records.error());
  if (auto who = find_token(authorization.substr(scheme.size()), *records)) return std::move(*who);
  return problem_answer(problem_kind::unauthorized, "the token is not known");
}

api_answer no_route(const routed& way) {
  if (way.allowed.empty()) return problem_answer(problem_kind::not_found, "there is no such path");
  std::string allowed;
  for (const auto& method : way.allowed) allowed.append(allowed.empty() ? "" : ", ").append(method);
  auto answer = problem_answer(problem_kind::method_not_allowed, "this path takes " + allowed);
  answer.headers.emplace_back("Allow", allowed);
  return answer;
}

bool needs_no_token(access who, const admin_settings& settings) {
  return who == access::open || (who == access::monitor && settings.metrics_open);
}

}  // namespace

or_problem<admitted> admit(api_context& context, std::string_view method, std::string_view target,
                           std::string_view authorization) {
  auto way = find_route(method, target);
  admitted in;
  in.to = way.found;
  in.names = std::move(way.names);
  if (way.found != nullptr && needs_no_token(way.found->who, context.ports.settings.admin)) return in;
  // Strangers are not told which paths there are.
  auto who = identify(context, authorization);
  if (!who) return who.error();
  if (way.found == nullptr) return no_route(way);
  if (!may_use(way.found->who, *who, in.names))
    return problem_answer(problem_kind::forbidden,
                          std::string("a token with the role ") + name_of(who->role) + " may not do this");
  in.who = std::move(*who);
  return in;
}

}  // namespace duanwen

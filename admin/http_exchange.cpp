// The library's edges, rounded: bodies have a cap however they come, a body left unread ends the connection.
#include "admin/http_exchange.hpp"

#include <httplib.h>
#include <spdlog/spdlog.h>

#include "admin/dispatch.hpp"
#include "admin/routing/audit.hpp"

namespace duanwen {

namespace {

// A refused body up to this size is read all the same, so that the sender gets to the answer.
constexpr std::size_t drained_octets_max = 1 << 20;

bool has_body(const httplib::Request& request) {
  if (request.has_header("Transfer-Encoding")) return true;
  const auto length = request.get_header_value("Content-Length");
  return !length.empty() && length != "0";
}

bool is_json(const httplib::Request& request) {
  const auto type = request.get_header_value("Content-Type");
  const auto name = type.substr(0, type.find(';'));
  return name.empty() || name == "application/json" || name == "application/merge-patch+json";
}

bool changed(const route& to, const api_request& request, const api_answer& answered) {
  const auto dry_run = request.query.find("dry_run");
  return to.method != "GET" && to.does == effect::audited && answered.status < 300 &&
         (dry_run == request.query.end() || dry_run->second != "1");
}

class one_exchange {
 public:
  one_exchange(api_context& context, const httplib::Request& request, const httplib::ContentReader* reader)
      : context_(context), request_(request), reader_(reader), unread_(has_body(request)) {}

  api_answer answer() {
    const bool head = request_.method == "HEAD";
    auto in = admit(context_, head ? "GET" : request_.method, request_.target,
                    request_.get_header_value("Authorization"));
    if (!in) return drained(in.error());
    if (!request_.ranges.empty())
      return drained(problem_answer(problem_kind::bad_request, "parts of an answer are not served"));
    auto body = read_body();
    if (!body) return drained(body.error());
    const auto ours = our_request(*in, std::move(*body));
    auto answered = in->to->handler(context_, ours);
    if (request_.method != "GET" && !head)
      spdlog::info("admin: {} {} {} -> {}", in->who.name, request_.method, in->to->path, answered.status);
    if (changed(*in->to, ours, answered))
      remember_change(context_.data, context_.ports.now(), in->who.name, in_words(*in->to, ours));
    return answered;
  }

  /// Whether octets of a body are left that would be taken for the next request.
  bool unread() const { return unread_; }

 private:
  or_problem<std::string> read_body() {
    std::string body;
    if (!unread_ || reader_ == nullptr) return body;
    if (!is_json(request_))
      return problem_answer(problem_kind::unsupported_media, "Content-Type must be application/json");
    const std::size_t most = context_.ports.settings.admin.body_octets_max;
    const auto too_large = [&] {
      return problem_answer(problem_kind::body_too_large, "admin.body_octets_max is " + std::to_string(most));
    };
    if (request_.get_header_value<std::uint64_t>("Content-Length") > most) return too_large();
    bool exceeded = false;
    const bool whole = (*reader_)([&](const char* octets, std::size_t count) {
      exceeded = body.size() + count > most;
      if (!exceeded) body.append(octets, count);
      return !exceeded;
    });
    reader_ = nullptr;  // it reads once
    if (exceeded) return too_large();
    if (!whole) return problem_answer(problem_kind::bad_request, "the body ended early");
    unread_ = false;
    return body;
  }

  api_answer drained(api_answer refusal) {
    if (!unread_ || reader_ == nullptr || request_.is_multipart_form_data()) return refusal;
    if (request_.get_header_value<std::uint64_t>("Content-Length") > drained_octets_max) return refusal;
    std::size_t drained = 0;
    unread_ = !(*reader_)([&](const char*, std::size_t count) {
      drained += count;
      return drained <= drained_octets_max;
    });
    return refusal;
  }

  api_request our_request(const admitted& in, std::string body) const {
    api_request ours;
    ours.method = request_.method;
    ours.names = in.names;
    for (const auto& [name, value] : request_.params) ours.query.emplace(name, value);
    ours.body = std::move(body);
    ours.if_match = request_.get_header_value("If-Match");
    ours.if_none_match = request_.get_header_value("If-None-Match");
    ours.accept = request_.get_header_value("Accept");
    ours.who = in.who;
    return ours;
  }

  api_context& context_;
  const httplib::Request& request_;
  const httplib::ContentReader* reader_;
  bool unread_;
};

/// The library ignores a handler's Connection: close; a provider that says, having written everything, that
/// it failed does end the connection.
void write_and_end(httplib::Response& response, const api_answer& answer) {
  response.set_header("Connection", "close");
  response.set_content_provider(
      answer.body.size(), answer.content_type,
      [body = answer.body](std::size_t at, std::size_t count, httplib::DataSink& out) {
        out.write(body.data() + at, count);
        return false;
      });
}

void write(httplib::Response& response, const api_answer& answer, bool end_connection) {
  response.status = answer.status;
  response.set_header("Cache-Control", "no-store");
  response.set_header("X-Content-Type-Options", "nosniff");
  for (const auto& [name, value] : answer.headers) response.set_header(name, value);
  if (end_connection && !answer.body.empty())
    write_and_end(response, answer);
  else if (!answer.content_type.empty())
    response.set_content(answer.body, answer.content_type);
}

}  // namespace

void exchange(api_context& context, const httplib::Request& request, httplib::Response& response,
              const httplib::ContentReader* reader) {
  one_exchange one(context, request, reader);
  api_answer answer;
  try {
    answer = one.answer();
  } catch (const std::exception& bug) {
    spdlog::error("admin: {} failed: {}", request.method, bug.what());
    answer = problem_answer(problem_kind::internal, "see the log");
  }
  write(response, answer, one.unread());
}

void explain_bare_status(httplib::Response& response) {
  if (!response.body.empty() || response.has_header("Content-Type")) return;
  const auto answer = problem_of_status(response.status);
  response.set_content(answer.body, answer.content_type);
}

}  // namespace duanwen

#include "tests/unit/admin/support.hpp"

#include <spdlog/spdlog.h>

#include "admin/editing/edit_directory.hpp"
#include "admin/editing/import_directory.hpp"
#include "admin/tokens/tokens.hpp"
#include "config/reading/load.hpp"
#include "config/reading/load_wording.hpp"

namespace duanwen {

store_thread::store_thread() {
  data_ = std::make_unique<memory_store>(store_limits{}, [] { return unix_ms{1'800'000'000'000}; });
  calls_ = std::make_unique<blocking_store>(*data_, io_.get_executor(), milliseconds(5000));
  thread_ = std::thread([this] { io_.run(); });
}

store_thread::~store_thread() { stop_loop(); }

void store_thread::stop_loop() {
  if (!thread_.joinable()) return;
  work_.reset();
  io_.stop();
  thread_.join();
}

std::string http_reply::header(const std::string& name) const {
  const auto found = headers.find(name);
  return found == headers.end() ? "" : found->second;
}

std::string http_reply::problem() const {
  if (header("Content-Type") != "application/problem+json") return "";
  const auto type = body.value("type", "");
  return type.substr(type.rfind(':') + 1);
}

std::vector<std::string> http_reply::paths() const {
  std::vector<std::string> all;
  for (const auto& p : body.value("problems", json::array())) all.push_back(p.at("path"));
  return all;
}

config Api::small_config() {
  config settings;
  settings.admin.listen = "127.0.0.1:0";
  settings.admin.threads = 4;
  settings.services.emplace_back().number = "10690001";
  settings.services.back().extensions = {{"03", "lq-guotu"}};
  auto& carrier = settings.carriers.emplace_back();
  carrier.name = "mobile";
  carrier.system_id = "duanwen";
  return settings;
}

Api::Api(config settings) : settings_(std::move(settings)) {
  spdlog::set_level(spdlog::level::off);  // the changes that tests make are no news
  wordings_["zh-CN"] = load_wording(std::string(SOURCE_DIR) + "/config/wording/zh-CN.toml").words;
  server_ = std::make_unique<admin_server>(
      admin_ports{.data = store_.data(),
                  .io = store_.executor(),
                  .settings = settings_,
                  .wordings = wordings_,
                  .latest = [this] { return latest_.load(); },
                  .now = [] { return unix_ms{1'800'000'000'000}; },
                  .day = [](unix_ms) { return std::string("2027-01-15"); },
                  .not_ready = [this] { return not_ready_; },
                  .carriers = [this] { return carriers_; },
                  .set_paused =
                      [this](const std::string& carrier, bool paused) {
                        for (auto& one : carriers_)
                          if (one.name == carrier) one.paused = paused;
                        return std::any_of(carriers_.begin(), carriers_.end(),
                                           [&](const auto& one) { return one.name == carrier; });
                      },
                  .metrics = [] { return std::string("duanwen_redis_up 1\n"); },
                  .risks = [this] { return risks_; },
                  .process = "p1",
                  .requeued = [this](std::uint32_t bucket) { requeued_ = bucket; },
                  .messages =
                      [this](const std::string& carrier, const std::string& msisdn, std::size_t) {
                        asked_.msisdn = msisdn;
                        return carrier == "mobile" ? std::optional(messages_) : std::nullopt;
                      },
                  .ask_carrier = [this](carrier_question asked) -> boost::asio::awaitable<carrier_said> {
                    asked_ = std::move(asked);
                    co_return said_;
                  }});
  const auto trouble = server_->start();
  if (!trouble.empty()) throw std::runtime_error(trouble);
  const auto add = [this](const std::string& name, token_role role, const std::string& department) {
    const auto made = create_token(name, role, department, 1);
    store_.calls().call(&store::put_token, made.record).value();
    tokens_[name] = made.token;
  };
  add("viewer", token_role::viewer, "");
  add("editor", token_role::editor, "lq-guotu");
  add("any_editor", token_role::editor, "");
  add("admin", token_role::admin, "");
  token_ = tokens_["admin"];
}

Api::~Api() { server_->stop(); }

http_reply Api::send(const std::string& method, const std::string& path, const std::string& body,
                     httplib::Headers more) {
  httplib::Client client("127.0.0.1", server_->port());
  client.set_tcp_nodelay(true);
  httplib::Request request;
  request.method = method;
  request.path = path;
  request.body = body;
  request.headers = std::move(more);
  if (!body.empty() && !request.has_header("Content-Type"))
    request.set_header("Content-Type", "application/json");
  if (!token_.empty()) request.set_header("Authorization", "Bearer " + token_);
  const auto result = client.send(request);
  http_reply reply;
  if (!result) return reply;
  reply.status = result->status;
  reply.text = result->body;
  reply.body = json::parse(result->body, nullptr, false);
  reply.headers = result->headers;
  return reply;
}

json sample_department() {
  return json::parse(
      R"({"id": "lq-guotu", "name": "龙泉驿区国土资源局", "short_name": "龙泉国土", "area": "lq",
    "keywords": ["龙泉国土"], "items": [
      {"number": 1, "title": "宅基地审批", "details": "带户口簿、身份证到窗口办理。"},
      {"number": 2, "title": "不动产登记", "details": "带身份证和合同。"}]})");
}

void Api::fill() {
  const json document = {
      {"areas", json::parse(R"([{"id": "lq", "name": "龙泉驿区", "level": "district"},
                                {"id": "baihe", "name": "柏合镇", "level": "township", "parent": "lq"}])")},
      {"departments", json::array({sample_department()})},
      {"themes", json::parse(R"([{"id": "huoguo", "name": "开火锅店", "keywords": ["开火锅店"],
                                  "entries": [{"number": 1, "department": "lq-guotu", "item": 2}]}])")}};
  directory_editor editor(store_.calls(), settings_.directory);
  const auto outcome = import_directory(editor, document.dump(), {});
  if (const auto* refusal = std::get_if<edit_refusal>(&outcome))
    throw std::runtime_error(refusal->detail + " at " + refusal->problems.at(0).path);
}

void Api::serve_newest() {
  const auto view = store_.calls().load_directory(nullptr).value();
  latest_ = std::make_shared<snapshot>(view.version, *view.document);
}

}  // namespace duanwen

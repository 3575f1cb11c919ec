#include "gateway/commands/probe.hpp"

#include <array>
#include <boost/asio/co_spawn.hpp>
#include <memory>
#include <vector>

#include "gateway/smpp/link.hpp"
#include "gateway/smpp/pdu/command_status.hpp"
#include "gateway/smpp/pdu/status_lookup.hpp"
#include "gateway/smpp/supervisor.hpp"
#include "gateway/smpp/text/receipt.hpp"
#include "gateway/smpp/text/text_codec.hpp"

namespace duanwen {
namespace {

constexpr auto between_samples = std::chrono::milliseconds(50);

/// One bind of the account, and what came on it.
class account {
 public:
  account(runtime& rt, const carrier_settings& carrier, const config& settings)
      : runtime_(rt), carrier_(carrier), settings_(settings) {}

  /// Empty when bound as `how`, else why not.
  asio::awaitable<std::string> bind(smpp::command how) {
    const auto until = runtime_.now() + settings_.dial.connect_timeout;
    auto tls = smpp::tls_of(carrier_);
    auto stream = co_await runtime_.connect(carrier_.host, carrier_.port, std::move(tls), until);
    if (stream.has_error()) co_return stream.error().message();
    auto session = smpp::session_of(carrier_, settings_.smpp, how);
    session.inactivity_timeout = {};  // it listens for as long as it was told
    by_ = std::make_shared<smpp::link>(runtime_, std::move(*stream), carrier_.name + "/probe",
                                       runtime_.random(), std::move(session), settings_.smpp.pdu_octets_max,
                                       events());
    over_ = false;
    bound_ = false;
    asio::co_spawn(runtime_.executor(), by_->run(), [this](const std::exception_ptr&, smpp::link_end end) {
      over_ = true;
      end_ = std::move(end);
    });
    const auto settled = [this] { return bound_ || over_; };
    co_await until_true(settled, settings_.smpp.session_init_timeout + carrier_.response_timeout);
    if (bound_) co_return std::string();
    co_return end_.command_status != 0 ? smpp::describe_status(end_.command_status) : end_.reason;
  }

  asio::awaitable<void> leave() {
    if (!by_) co_return;
    by_->stop();
    const auto gone = [this] { return over_; };
    // The session ends by itself when unbind is not answered in time.
    co_await until_true(gone, settings_.smpp.unbind_timeout + std::chrono::seconds(5));
  }

  /// Statuses of the responses to all of them, in their order; "no response" where none came.
  asio::awaitable<std::vector<std::string>> submit(std::vector<smpp::pdu> all) {
    const auto first = next_token_;
    next_token_ += all.size();
    std::vector<std::string> statuses;
    std::size_t sent = 0;
    while (sent < all.size() && !over_) {
      const auto room = [this] { return over_ || by_->can_submit(); };
      co_await until_true(room, carrier_.response_timeout);
      if (!by_->can_submit()) break;
      by_->submit(all[sent], {smpp::request_owner::alone, first + sent});
      ++sent;
    }
    const auto answered = [&] { return over_ || answers_.size() >= first - 1 + sent; };
    co_await until_true(answered, carrier_.response_timeout);
    for (std::size_t i = 0; i < all.size(); ++i) {
      const auto found = answers_.find(first + i);
      statuses.push_back(found == answers_.end() ? "no response" : found->second);
    }
    co_return statuses;
  }

  asio::awaitable<void> listen(std::chrono::seconds time) {
    const auto gone = [this] { return over_; };
    co_await until_true(gone, time);
  }

  /// What came while it was bound goes into `found`.
  void tell(probe_findings& found) const {
    for (const auto& receipt : receipts_) ++found.receipts[spelling_of(receipt)];
    for (const auto& [data_coding, alphabet] : texts_) found.alphabets[data_coding].insert(alphabet);
  }

 private:
  template <class Condition>
  asio::awaitable<void> until_true(Condition holds, std::chrono::seconds at_most) {
    const auto end = runtime_.now() + at_most;
    while (!holds() && runtime_.now() < end) {
      const auto again = runtime_.now() + between_samples;
      co_await runtime_.sleep_until(again);
    }
  }

  smpp::link_events events() {
    smpp::link_events e;
    e.bound = [this](smpp::link&) { bound_ = true; };
    e.delivered = [this](smpp::link& by, const smpp::pdu& message) {
      take(message);
      by.respond(message, smpp::esme::rok);
    };
    e.completed = [this](smpp::link&, smpp::request_token token, const smpp::pdu& response) {
      auto& answer = answers_[token.id];
      answer = smpp::name_of_status(response.command_status);
      if (answer == "unknown") answer = smpp::describe_status(response.command_status);
      if (response.command_status == smpp::esme::rok) ids_.insert(smpp::folded_id(response.message_id));
    };
    e.lost = [this](smpp::link&, smpp::request_token token) { answers_[token.id] = "no response"; };
    e.writable = [](smpp::link&) {};
    e.wrong = [](smpp::link&, std::string_view) {};
    e.proven_read = [](smpp::link&, const std::vector<std::uint32_t>&) {};
    e.may_read = [] { return true; };
    return e;
  }

  void take(const smpp::pdu& message) {
    if (auto receipt = smpp::read_receipt(message)) return receipts_.push_back(std::move(*receipt));
    const auto data = smpp::split_user_data(message);
    texts_.emplace_back(message.data_coding, smpp::alphabet_seen(data.octets, message.data_coding));
  }

  std::string spelling_of(const smpp::delivery_receipt& receipt) const {
    for (const auto spelling : smpp::all_spellings)
      for (const auto& id : receipt.message_ids)
        if (const auto given = smpp::id_given(id, spelling); given && ids_.contains(*given))
          return smpp::name_of(spelling);
    return "unmatched";
  }

  runtime& runtime_;
  const carrier_settings& carrier_;
  const config& settings_;
  std::shared_ptr<smpp::link> by_;
  smpp::link_end end_;
  bool bound_ = false, over_ = true;
  std::uint64_t next_token_ = 1;
  std::map<std::uint64_t, std::string> answers_;
  std::set<std::string> ids_;
  std::vector<smpp::delivery_receipt> receipts_;
  std::vector<std::pair<std::uint8_t, std::string>> texts_;
};

std::vector<smpp::pdu> texts_in(long_message_form form, const probe_options& options,
                                std::uint16_t reference) {
  segmentation parts;
  parts.used = alphabet::ucs2;
  parts.segments = {"短问 1/2 ", "短问 2/2"};
  std::vector<smpp::pdu> all;
  for (auto& segment : smpp::encode_segments(parts, form, reference)) {
    auto p = smpp::make_pdu(smpp::command::submit_sm);
    p.source_addr = options.from;
    p.destination_addr = options.to;
    p.source_addr_npi = p.dest_addr_npi = p.dest_addr_ton = 1;
    p.registered_delivery = 1;
    smpp::carry(p, std::move(segment));
    all.push_back(std::move(p));
  }
  return all;
}

/// Empty when all were accepted, else the first that says no.
std::string verdict(const std::vector<std::string>& statuses) {
  for (const auto& s : statuses)
    if (s != "ESME_ROK") return s;
  return {};
}

asio::awaitable<void> try_texts(account& on, runtime& rt, const probe_options& options,
                                probe_findings& found) {
  constexpr std::array<std::pair<const char*, long_message_form>, 4> forms{
      {{"udh8", long_message_form::udh8},
       {"udh16", long_message_form::udh16},
       {"sar", long_message_form::sar},
       {"payload", long_message_form::payload}}};
  for (const auto& [name, form] : forms) {
    auto parts = texts_in(form, options, static_cast<std::uint16_t>(rt.random()));
    const auto statuses = co_await on.submit(std::move(parts));
    found.long_messages[name] = verdict(statuses);
  }
  auto one = texts_in(long_message_form::none, options, 0);
  std::vector<smpp::pdu> burst(options.burst, one.front());
  const auto statuses = co_await on.submit(std::move(burst));
  for (const auto& s : statuses) ++found.burst[s];
}

}  // namespace

asio::awaitable<probe_findings> probe(runtime& rt, const carrier_settings& carrier, const config& settings,
                                      probe_options options) {
  constexpr std::array<std::pair<const char*, smpp::command>, 3> binds{
      {{"receiver", smpp::command::bind_receiver},
       {"transmitter", smpp::command::bind_transmitter},
       {"transceiver", smpp::command::bind_transceiver}}};
  probe_findings found;
  account on(rt, carrier, settings);
  for (const auto& [name, how] : binds) {
    const auto refused = co_await on.bind(how);
    found.binds[name] = refused;
    const bool can_send = refused.empty() && how != smpp::command::bind_receiver;
    const bool last = how == smpp::command::bind_transceiver;
    if (can_send && last && !options.to.empty()) co_await try_texts(on, rt, options, found);
    if (refused.empty() && last) co_await on.listen(options.wait);
    co_await on.leave();
  }
  on.tell(found);
  co_return found;
}

}  // namespace duanwen

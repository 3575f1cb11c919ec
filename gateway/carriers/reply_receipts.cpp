#include "gateway/carriers/reply_receipts.hpp"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <boost/asio/co_spawn.hpp>

#include "gateway/smpp/text/receipt_text.hpp"
#include "gateway/smpp/text/text_codec.hpp"

namespace duanwen {
namespace {

// So many calls a second at the most, however many receipts come.
constexpr auto gathered_for = std::chrono::milliseconds(100);
constexpr std::ptrdiff_t notes_a_call_max = 500;  // a script keeps Redis from all else meanwhile

}  // namespace

reply_receipts::reply_receipts(reply_receipts_ports ports)
    : ports_(ports),
      book_(ports_.settings.receipts, ports_.settings.gateway.country_code,
            [this](const std::string& carrier, receipt_match match, const smpp::delivery_receipt& receipt,
                   const accepted_segment* of) { tell(carrier, match, receipt, of); }) {}

void reply_receipts::sent(const carrier_settings& carrier, const std::string& message_id,
                          std::vector<accepted_segment> to) {
  book_.expire(ports_.rt.now());
  book_.sent(carrier.name, message_id, std::move(to), ports_.rt.now());
}

void reply_receipts::received(const carrier_settings& carrier, const smpp::delivery_receipt& receipt) {
  book_.expire(ports_.rt.now());
  book_.received(carrier.name, receipt, ports_.rt.now());
}

std::optional<smpp::delivery_receipt> reply_receipts::awaited(const carrier_settings& carrier,
                                                              const smpp::pdu& message) const {
  const auto octets = smpp::split_user_data(message).octets;
  const auto text = smpp::decode_text(octets, message.data_coding, carrier.data_coding).text;
  const auto ids = smpp::ids_spoken_of(text);
  if (ids.empty()) return std::nullopt;
  auto receipt = smpp::read_receipt_text(text);
  receipt.source_addr = message.source_addr;
  receipt.destination_addr = message.destination_addr;
  for (const auto& word : ids)
    if (receipt.state == smpp::message_state::unknown)
      receipt.state = smpp::read_receipt_text("stat:" + word).state;
  receipt.message_ids = ids;
  if (!book_.awaits(carrier.name, receipt)) return std::nullopt;
  return receipt;
}

std::string reply_receipts::learnt(const std::string& carrier) const {
  const auto form = book_.learnt(carrier);
  return form ? smpp::name_of(*form) : "";
}

void reply_receipts::tell(const std::string& carrier, receipt_match match,
                          const smpp::delivery_receipt& receipt, const accepted_segment* of) {
  const bool is_new = match == receipt_match::matched;
  ports_.metrics.receipt(carrier, is_new ? smpp::name_of(receipt.state) : name_of(match));
  if (match == receipt_match::unmatched)
    spdlog::warn("{}: a receipt ({}) has the id of no reply of ours", carrier, smpp::name_of(receipt.state));
  else if (match == receipt_match::unreadable)
    spdlog::warn("{}: a receipt names no message_id", carrier);
  else
    spdlog::debug("{}: a reply is {} ({})", carrier, smpp::name_of(receipt.state), name_of(match));
  if (is_new) note(carrier, receipt, *of);
}

void reply_receipts::note(const std::string& carrier, const smpp::delivery_receipt& receipt,
                          const accepted_segment& of) {
  if (ports_.settings.traces.kept.count() == 0 || of.marks.empty()) return;
  if (unnoted_.size() >= ports_.settings.receipts.unnoted_max) {
    full_.say("receipts.unnoted_max is reached: the oldest are not noted down");
    unnoted_.pop_front();
  }
  receipt_record one;
  one.came = ports_.clock.now();
  one.msisdn = of.msisdn;
  one.marks = of.marks;
  one.carrier = carrier;
  one.state = smpp::stat_of(receipt.state);
  one.error = receipt.error;
  one.segment = of.segment;
  one.segments = of.segments;
  unnoted_.push_back(std::move(one));
  if (std::exchange(writing_, true)) return;
  asio::co_spawn(ports_.rt.executor(), write(), [this](const std::exception_ptr& failure) {
    writing_ = false;
    if (failure) spdlog::critical("noting receipts down ended by a bug");
  });
}

asio::awaitable<void> reply_receipts::write() {
  while (!unnoted_.empty()) {
    const auto gathered = ports_.rt.now() + gathered_for;
    co_await ports_.rt.sleep_until(gathered);
    const auto end = unnoted_.begin() + std::min(std::ssize(unnoted_), notes_a_call_max);
    std::vector<receipt_record> some(unnoted_.begin(), end);
    unnoted_.erase(unnoted_.begin(), end);
    auto again = some;
    const auto noted = co_await ports_.store.note_receipts(std::move(some));
    if (noted.has_value()) continue;
    if (stopping_ || !may_heal(noted.error())) {
      spdlog::warn("{} receipts are not noted down: {}", again.size(), noted.error().message());
      continue;
    }
    unnoted_.insert(unnoted_.begin(), again.begin(), again.end());
  }
}

}  // namespace duanwen

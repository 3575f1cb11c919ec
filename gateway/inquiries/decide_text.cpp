#include "gateway/inquiries/decide_text.hpp"

#include <spdlog/spdlog.h>

#include <optional>
#include <utility>

#include "keywords/decide.hpp"

namespace duanwen {
namespace {

constexpr auto help_command = "帮助";

decision silence(const conversation& now_at) {
  decision d;
  d.next = now_at;
  d.result = outcome::notice;
  return d;
}

bool means_nothing(const decision& d) {
  return d.result == outcome::unknown && d.matched == match_kind::none;
}

// Its label would have the text otherwise, so what it more likely is may find something and order nothing.
std::optional<decision> decide_guess(const std::string& guess, const snapshot& directory,
                                     const conversation& now_at, inquiry to_decide,
                                     const reply_style& style) {
  if (guess.empty()) return std::nullopt;
  to_decide.text = guess;
  to_decide.guessed = true;
  auto decided = decide(directory, now_at, to_decide, style);
  return means_nothing(decided) ? std::nullopt : std::optional(std::move(decided));
}

// So long a text is no question, but its beginning may be one.
std::string beginning_of(const inbound& received) {
  auto first = received;
  first.parts.resize(1);
  return text_of(first).text;
}

}  // namespace

decision decide_text(const inbound& received, const snapshot& directory, const conversation& now_at,
                     inquiry to_decide, const reply_style& style) {
  if (receipt_in(received)) return silence(now_at);
  const auto read = text_of(received);
  to_decide.text = read.text;
  auto decided = decide(directory, now_at, to_decide, style);
  if (means_nothing(decided))
    if (auto by_guess = decide_guess(read.guess, directory, now_at, to_decide, style)) return *by_guess;
  if (received.cut && decided.result == outcome::unknown) {
    to_decide.text = beginning_of(received);
    decided = decide(directory, now_at, to_decide, style);
  }
  if (read.readable && !received.cut) return decided;
  if (decided.result != outcome::unknown) return decided;
  // Nothing was made of octets that are no text, or of one too long: its sender is told what can be texted.
  if (!read.readable)
    spdlog::info("{}: a text under data_coding {} cannot be read", received.carrier->name,
                 received.parts.front().data_coding);
  to_decide.text = help_command;
  return decide(directory, now_at, to_decide, style);
}

}  // namespace duanwen

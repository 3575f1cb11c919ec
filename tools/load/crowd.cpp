#include "tools/load/crowd.hpp"

#include <charconv>
#include <utility>

#include "gateway/smpp/text/text_codec.hpp"
#include "keywords/segments/segment.hpp"

namespace duanwen::load {
namespace {

constexpr std::uint64_t first_number = 13800000000;
constexpr std::size_t menus_remembered = 4096;
constexpr std::uint8_t ucs2 = 8;

std::string octets_of(const std::string& text) {
  segmentation one;
  one.used = alphabet::ucs2;
  one.segments.push_back(text);
  return smpp::encode_segments(one, long_message_form::udh8, 0).front().short_message;
}

// A long text that means one item: spaces count as characters on the way and for nothing in its meaning.
std::string lengthy_text(const std::string& keyword) {
  constexpr std::size_t spaces = 80;
  return keyword + std::string(spaces, ' ') + "1";
}

}  // namespace

crowd::crowd(crowd_settings settings)
    : settings_(std::move(settings)),
      all_(settings_.residents),
      next_once_(settings_.first),
      draw_kind_(settings_.mix.begin(), settings_.mix.end()) {
  first_.whole = octets_of(settings_.keyword);
  const auto whole = octets_of(lengthy_text(settings_.keyword));
  constexpr std::size_t part_octets = 134;
  lengthy_.parts = {whole.substr(0, part_octets), whole.substr(part_octets)};
  for (std::uint32_t n = 1; n <= settings_.items; ++n) numbers_.push_back(octets_of(std::to_string(n)));
}

std::uint32_t crowd::anybody() { return static_cast<std::uint32_t>(random_() % settings_.residents); }

std::optional<std::uint32_t> crowd::next(time_point now) {
  auto what = static_cast<kind>(draw_kind_(random_));
  std::uint32_t who = 0;
  if (settings_.once) {
    if (next_once_ >= settings_.residents) return std::nullopt;
    who = next_once_++;
    if (what == kind::number) what = kind::first;
  } else {
    constexpr int tries = 8;
    if (what == kind::number && have_menu_.empty()) what = kind::first;
    for (int i = 0; i < tries; ++i) {
      who = what == kind::number ? have_menu_[random_() % have_menu_.size()] : anybody();
      if (!all_[who].open) break;
    }
    if (all_[who].open) return std::nullopt;
  }
  auto& r = all_[who];
  r.texted = now;
  r.text = what;
  r.item = static_cast<std::uint8_t>(random_() % numbers_.size());
  r.open = true;
  r.answered = false;
  r.parts_unacknowledged = static_cast<std::uint8_t>((1u << parts_of(who)) - 1);
  ++open_;
  return who;
}

std::uint32_t crowd::parts_of(std::uint32_t resident) const {
  return all_[resident].text == kind::lengthy ? 2 : 1;
}

smpp::pdu crowd::deliver_sm(part_of what) const {
  const auto& r = all_[what.resident];
  auto p = smpp::make_pdu(smpp::command::deliver_sm);
  p.source_addr = std::to_string(first_number + what.resident);
  p.destination_addr = settings_.service;
  p.source_addr_ton = 2;
  p.source_addr_npi = 1;
  p.data_coding = ucs2;
  if (r.text == kind::first) p.short_message = first_.whole;
  if (r.text == kind::number) p.short_message = numbers_[r.item];
  if (r.text == kind::lengthy) {
    constexpr std::uint8_t has_header = 0x40;  // esm_class, SMPP 3.4 §5.2.12
    p.esm_class = has_header;
    const char header[] = {5, 0, 3, static_cast<char>(what.resident), 2, static_cast<char>(what.part + 1)};
    p.short_message = std::string(header, sizeof header) + lengthy_.parts[what.part];
  }
  return p;
}

bool crowd::acknowledged(part_of what, time_point now) {
  auto& r = all_[what.resident];
  if (!r.open || r.parts_unacknowledged == 0) return false;
  r.parts_unacknowledged &= static_cast<std::uint8_t>(~(1u << what.part));
  if (r.parts_unacknowledged != 0) return false;
  ++tally_.acknowledged;
  if (r.texted >= measured_from_) to_response_.add(r.texted, now, pulse_);
  return close_if_over(r);
}

bool crowd::replied(const smpp::pdu& submit_sm, time_point now) {
  ++tally_.segments;
  const auto who = resident_of(submit_sm.destination_addr);
  if (!who) return false;
  auto& r = all_[*who];
  if (!is_whole(r, submit_sm)) return false;
  if (!r.open || r.answered) {
    came_again(r);
    return false;
  }
  r.answered = true;
  if (r.replies < UINT8_MAX) ++r.replies;
  if (r.texted >= measured_from_) to_reply_.add(r.texted, now, pulse_);
  if (have_menu_.size() < menus_remembered)
    have_menu_.push_back(*who);
  else
    have_menu_[next_menu_++ % menus_remembered] = *who;
  return close_if_over(r);
}

void crowd::came_again(person& r) {
  ++tally_.doubled;
  if (std::exchange(r.link_fell, false))
    ++tally_.doubled_by_links;
  else if (std::exchange(r.killed, false))
    ++tally_.doubled_by_kills;
  else if (std::exchange(r.refused, false))
    ++tally_.doubled_by_refusals;
  else
    ++tally_.doubled_without_fault;
}

bool crowd::may_double_by_kill(std::uint32_t resident) {
  auto& r = all_[resident];
  r.killed = r.replies > 0 && !r.link_fell && !r.refused;
  return r.killed;
}

bool crowd::is_whole(person& r, const smpp::pdu& submit_sm) {
  const auto part = smpp::split_user_data(submit_sm).part;
  if (!part) return true;
  if (part->reference != r.reference) {
    r.reference = part->reference;
    r.parts_came = 0;
  }
  r.parts_came |= 1u << (part->index - 1);
  if (r.parts_came != (1u << part->total) - 1) return false;
  r.parts_came = 0;
  return true;
}

bool crowd::close_if_over(person& r) {
  if (!r.answered || r.parts_unacknowledged != 0) return false;
  r.open = false;
  ++tally_.answered;
  --open_;
  return true;
}

std::optional<std::uint32_t> crowd::resident_of(const std::string& number) const {
  std::uint64_t value = 0;
  const auto* end = number.data() + number.size();
  const auto read = std::from_chars(number.data(), end, value);
  if (read.ec != std::errc() || read.ptr != end || value < first_number) return std::nullopt;
  if (value - first_number >= all_.size()) return std::nullopt;
  return static_cast<std::uint32_t>(value - first_number);
}

std::uint64_t crowd::lost() const {
  std::uint64_t count = 0;
  for (const auto& r : all_)
    if (r.open && r.parts_unacknowledged == 0 && !r.answered) ++count;
  return count;
}

}  // namespace duanwen::load

#include "gateway/smpp/accounts.hpp"

#include <openssl/crypto.h>

#include <algorithm>
#include <array>

#include "config/addresses/address.hpp"
#include "gateway/smpp/pdu/command_status.hpp"

namespace duanwen::smpp {
namespace {

// The comparison takes as long whatever was sent: length and content are compared over the whole field.
bool same_password(const std::string& ours, const std::string& given) {
  static constexpr std::size_t field = bind_text_octets_max;
  std::array<char, field + 1> a{}, b{};
  const auto fill = [](std::array<char, field + 1>& to, const std::string& from) {
    std::copy_n(from.begin(), std::min(field, from.size()), to.begin());
    to.back() = static_cast<char>(std::min<std::size_t>(from.size(), 127));
  };
  fill(a, ours);
  fill(b, given);
  return CRYPTO_memcmp(a.data(), b.data(), a.size()) == 0;
}

bool is_allowed(const std::string& address, const std::vector<std::string>& networks) {
  return networks.empty() || std::any_of(networks.begin(), networks.end(), [&](const std::string& network) {
           return is_in_network(address, network);
         });
}

}  // namespace

void bind_guard::refused(const std::string& address, time_point now) {
  forget_before(now - std::chrono::minutes(1));
  if (when_.size() >= addresses_max) forget_before(when_.front().first + std::chrono::nanoseconds(1));
  when_.emplace_back(now, address);
  ++counts_[address];
}

bool bind_guard::is_shut_to(const std::string& address, time_point now) {
  forget_before(now - std::chrono::minutes(1));
  const auto found = counts_.find(address);
  return found != counts_.end() && found->second >= most_;
}

void bind_guard::forget_before(time_point t) {
  for (; !when_.empty() && when_.front().first < t; when_.pop_front()) {
    const auto found = counts_.find(when_.front().second);
    if (--found->second == 0) counts_.erase(found);
  }
}

bind_judgement judge_bind(const pdu& request, const std::string& address,
                          const std::vector<supervisor*>& carriers) {
  const auto found = std::find_if(carriers.begin(), carriers.end(), [&](const supervisor* s) {
    return s->settings().system_id == request.system_id;
  });
  // An unknown system_id costs the time of a known one.
  const bool known = found != carriers.end();
  const bool right =
      same_password(known ? (*found)->settings().password.reveal() : std::string(), request.password);
  if (!known) return {nullptr, esme::rinvsysid};
  if (!is_allowed(address, (*found)->settings().allowed_from)) return {nullptr, esme::rbindfail};
  if (!right) return {nullptr, esme::rinvpaswd};
  return {*found, esme::rok};
}

}  // namespace duanwen::smpp

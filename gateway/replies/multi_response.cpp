#include "gateway/replies/multi_response.hpp"

#include <algorithm>

#include "config/addresses/msisdn.hpp"
#include "gateway/smpp/pdu/command_status.hpp"

namespace duanwen {
namespace {

// Centres give numbers back in a form of their own.
bool same_number(const std::string& a, const std::string& b, const std::string& country_code) {
  if (a == b) return true;
  const auto whose = to_msisdn(a, country_code);
  return whose && whose == to_msisdn(b, country_code);
}

}  // namespace

std::vector<recipient_outcome> outcomes_of(const std::vector<std::string>& recipients,
                                           const smpp::pdu& response, const std::string& country_code) {
  recipient_outcome unnamed;
  unnamed.command_status = response.command_status;
  unnamed.its_own = recipients.size() == 1;
  std::vector<const smpp::unsuccess_sme*> named(recipients.size());
  for (const auto& u : response.unsuccess_smes) {
    const auto found = std::find_if(recipients.begin(), recipients.end(), [&](const auto& r) {
      return same_number(r, u.destination_addr, country_code);
    });
    if (found == recipients.end())
      unnamed.command_status = smpp::esme::runknownerr;
    else
      named[static_cast<std::size_t>(found - recipients.begin())] = &u;
  }
  std::vector<recipient_outcome> outcomes(recipients.size(), unnamed);
  for (std::size_t i = 0; i < recipients.size(); ++i)
    if (named[i]) outcomes[i] = recipient_outcome{named[i]->error_status_code, true};
  return outcomes;
}

}  // namespace duanwen

#pragma once
// What a response says of each recipient of a submit_sm or submit_multi, SMPP 3.4 §4.4.2 and §4.5.2. Pure.

#include <cstdint>
#include <string>
#include <vector>

#include "gateway/smpp/pdu/pdu.hpp"

namespace duanwen {

struct recipient_outcome {
  std::uint32_t command_status = 0;
  bool its_own = true;  ///< said of this recipient, and not of a submit_multi as a whole
};

/// For each of `recipients` (destination addresses as they were sent) in their order: its own status where
/// the response names it as unsuccessful, else that of the response. Where somebody is named who is none of
/// them it is not known who is meant, and all that are not named are to be tried again.
std::vector<recipient_outcome> outcomes_of(const std::vector<std::string>& recipients,
                                           const smpp::pdu& response, const std::string& country_code);

}  // namespace duanwen

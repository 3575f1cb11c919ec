#pragma once
// PDUs of any command with random fields.

#include <random>

#include "gateway/smpp/pdu/pdu.hpp"

namespace duanwen::smpp::testing {

struct random_pdu_options {
  bool plain = false;  ///< only values that the specification has: TON, NPI, statuses, at most one of a list
};

/// A PDU of `id` in which every member is filled within its size, also those that `id` does not have.
pdu random_pdu(std::mt19937& random, command id, random_pdu_options options = {});

}  // namespace duanwen::smpp::testing

#pragma once
// Octets under a data_coding that may be wrong → how they can be read. Private to text_codec. Pure, any
// thread.

#include <optional>
#include <string_view>

#include "gateway/smpp/text/likelihood.hpp"
#include "gateway/smpp/text/text_codec.hpp"

namespace duanwen::smpp {

struct reading {
  std::string_view alphabet;
  decoded_text as;
  likelihood how = likelihood::none;
};

struct readings {
  /// By the label where octets can be that, else the one thing that they can be, else what the label makes of
  /// them.
  reading believed;
  /// Likelier than the label's, which they can be nevertheless.
  std::optional<reading> guessed;
};

/// `labelled` is alphabet_named() of their data_coding.
readings read_octets(std::string_view octets, std::string_view labelled);

}  // namespace duanwen::smpp

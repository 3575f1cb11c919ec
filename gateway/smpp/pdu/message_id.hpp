#pragma once
// One message_id in the spellings that submit_sm_resp and receipts give it: hexadecimal here, decimal there,
// with zeros in front or without, in either case. Pure, any thread.

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace duanwen::smpp {

/// How a receipt spells the id that submit_sm_resp gave.
enum class id_spelling : std::uint8_t {
  same,     ///< the same, but for case and zeros in front
  decimal,  ///< submit_sm_resp had hexadecimal, the receipt has decimal
  hex,      ///< submit_sm_resp had decimal, the receipt has hexadecimal
};
inline constexpr std::array<id_spelling, 3> all_spellings{id_spelling::same, id_spelling::decimal,
                                                          id_spelling::hex};
const char* name_of(id_spelling s);

/// What administrators are shown of it: `same` in its kinds.
enum class id_form : std::uint8_t { as_sent, other_case, padded, decimal, hex };
inline constexpr std::size_t id_form_count = 5;
const char* name_of(id_form f);
id_spelling spelling_of(id_form f);
/// How a receipt named an id that was given, which it was found by in `spelling`. Padded: the two have not as
/// many zeros in front.
id_form form_of(std::string_view given, std::string_view named, id_spelling spelling);

/// Upper case, without zeros in front: under this key ids are compared.
std::string folded_id(std::string_view id);

/// The folded id that submit_sm_resp must have given for a receipt to name it `id` in this spelling; none
/// where `id` is not of that base, or beyond 64 bits.
std::optional<std::string> id_given(std::string_view id, id_spelling s);

}  // namespace duanwen::smpp

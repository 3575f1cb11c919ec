#include "gateway/smpp/pdu/message_id.hpp"

#include <cctype>
#include <charconv>
#include <system_error>

#include "keywords/text/whole_number.hpp"

namespace duanwen::smpp {
namespace {

std::optional<std::string> in_other_base(std::string_view id, int from, int to) {
  const auto number = whole_number<std::uint64_t>(id, from);
  if (!number) return std::nullopt;
  char digits[32];
  const auto written = std::to_chars(digits, digits + sizeof digits, *number, to);
  return folded_id(std::string_view(digits, static_cast<std::size_t>(written.ptr - digits)));
}

}  // namespace

const char* name_of(id_spelling s) {
  switch (s) {
    case id_spelling::same:
      return "same";
    case id_spelling::decimal:
      return "decimal";
    case id_spelling::hex:
      return "hex";
  }
  return "unknown";
}

const char* name_of(id_form f) {
  switch (f) {
    case id_form::as_sent:
      return "as_sent";
    case id_form::other_case:
      return "other_case";
    case id_form::padded:
      return "padded";
    case id_form::decimal:
      return "decimal";
    case id_form::hex:
      return "hex";
  }
  return "unknown";
}

id_spelling spelling_of(id_form f) {
  if (f == id_form::decimal) return id_spelling::decimal;
  return f == id_form::hex ? id_spelling::hex : id_spelling::same;
}

id_form form_of(std::string_view given, std::string_view named, id_spelling spelling) {
  if (spelling == id_spelling::decimal) return id_form::decimal;
  if (spelling == id_spelling::hex) return id_form::hex;
  if (given.size() != named.size()) return id_form::padded;
  return given == named ? id_form::as_sent : id_form::other_case;
}

std::string folded_id(std::string_view id) {
  while (id.size() > 1 && id.front() == '0') id.remove_prefix(1);
  std::string folded(id);
  for (char& c : folded) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  return folded;
}

std::optional<std::string> id_given(std::string_view id, id_spelling s) {
  if (s == id_spelling::decimal) return in_other_base(id, 10, 16);
  if (s == id_spelling::hex) return in_other_base(id, 16, 10);
  return folded_id(id);
}

}  // namespace duanwen::smpp

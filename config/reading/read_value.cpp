// A visitor over the kinds of members.
#include "config/reading/read_value.hpp"

#include <algorithm>

#include "config/reading/read_file.hpp"
#include "keywords/text/whole_number.hpp"

namespace duanwen {

namespace {

template <class T>
inline constexpr bool is_unit = std::is_same_v<T, seconds> || std::is_same_v<T, milliseconds>;

std::string join(const std::vector<std::string_view>& words) {
  std::string all;
  for (const auto w : words) all.append(all.empty() ? "" : ", ").append(w);
  return all;
}

bool has_control(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return (c >= 0 && c < 32) || c == 127; });
}

/// A text must be printable and, where the row lists words, one of them.
std::string judge_text(const std::string& text, const rule& what) {
  if (!what.words.empty() && std::find(what.words.begin(), what.words.end(), text) == what.words.end())
    return "must be one of " + join(what.words);
  if (has_control(text))
    return "may not contain control characters, as tabs and line breaks; write it without";
  return {};
}

std::string judge_size(std::size_t size, const rule& what, const char* things) {
  const auto n = static_cast<std::int64_t>(size);
  if (n < what.least && n == 0) return "may not be empty";
  if (n < what.least || n > what.most)
    return "must have " + std::to_string(what.least) + " to " + std::to_string(what.most) + ' ' + things +
           ", not " + std::to_string(n);
  return {};
}

/// The content of a { file }, without the line feed that editors put at the end.
std::string read_text_file(const std::string& path, const surroundings& around, std::string& text) {
  constexpr std::size_t octets_max = 65536;
  auto content = read_file(path.starts_with('/') ? path : around.folder + '/' + path, octets_max);
  if (!content) return "cannot read the file " + path;
  text = std::move(*content);
  if (text.ends_with('\n')) text.pop_back();
  if (text.ends_with('\r')) text.pop_back();
  return {};
}

/// "text", { env = "NAME" } or { file = "path" }.
std::string read_text(const toml::node& node, const surroundings& around, std::string& text) {
  if (const auto* value = node.as_string()) return text = value->get(), std::string();
  const auto* table = node.as_table();
  if (table == nullptr || table->size() != 1) return "must be a text in quotes";
  if (const auto name = (*table)["env"].value<std::string>()) {
    const auto found = around.env(*name);
    if (!found) return "the variable " + *name + " is not set";
    return text = *found, std::string();
  }
  if (const auto path = (*table)["file"].value<std::string>()) return read_text_file(*path, around, text);
  return R"(must be a text, { env = "NAME" } or { file = "path" })";
}

class writer {
 public:
  writer(const toml::node& node, const rule& what, const surroundings& around)
      : node_(node), what_(what), around_(around) {}

  std::string operator()(std::string* out) const { return judged_text(*out); }

  std::string operator()(secret* out) const {
    std::string text;
    auto wrong = judged_text(text);
    if (wrong.empty()) *out = secret(std::move(text));
    return wrong;
  }

  std::string operator()(bool* out) const {
    const auto* value = node_.as_boolean();
    if (value == nullptr) return "must be true or false";
    *out = value->get();
    return {};
  }

  template <class Number>
  std::string operator()(Number* out) const {
    const auto* value = node_.as_integer();
    if (value == nullptr || value->get() < what_.least || value->get() > what_.most)
      return "must be a whole number from " + std::to_string(what_.least) + " to " +
             std::to_string(what_.most);
    if constexpr (is_unit<Number>)
      *out = Number(value->get());
    else
      *out = static_cast<Number>(value->get());
    return {};
  }

  std::string operator()(const worded& out) const {
    std::string text;
    auto wrong = judged_text(text);
    if (!wrong.empty()) return wrong;
    const auto at = std::find(what_.words.begin(), what_.words.end(), text);
    out.set(static_cast<std::size_t>(at - what_.words.begin()));
    return {};
  }

  std::string operator()(std::vector<std::string>* out) const {
    const auto* array = node_.as_array();
    if (array == nullptr) return R"(must be a list of texts: ["a", "b"])";
    std::vector<std::string> all;
    for (const auto& entry : *array) {
      const auto* text = entry.as_string();
      if (text == nullptr) return R"(must be a list of texts: ["a", "b"])";
      if (auto wrong = judge_text(text->get(), what_); !wrong.empty()) return "each entry " + wrong;
      all.push_back(text->get());
    }
    auto wrong = judge_size(all.size(), what_, "entries");
    if (wrong.empty()) *out = std::move(all);
    return wrong;
  }

  std::string operator()(std::map<std::string, std::string>* out) const {
    return entries(out, [](std::string_view name, std::string& k) {
      k = name;
      return true;
    });
  }

  std::string operator()(std::map<std::uint8_t, std::string>* out) const {
    return entries(out, [](std::string_view name, std::uint8_t& k) {
      const auto number = whole_number<std::uint8_t>(name);
      k = number.value_or(0);
      return number.has_value();
    });
  }

 private:
  std::string judged_text(std::string& out) const {
    std::string text;
    auto wrong = read_text(node_, around_, text);
    if (wrong.empty()) wrong = judge_text(text, what_);
    if (wrong.empty()) wrong = judge_size(text.size(), what_, "octets");
    if (wrong.empty()) out = std::move(text);
    return wrong;
  }

  template <class Key, class Parse>
  std::string entries(std::map<Key, std::string>* out, Parse parse) const {
    const auto* table = node_.as_table();
    if (table == nullptr) return R"(must be a table: { 0 = "…", 8 = "…" })";
    std::map<Key, std::string> all;
    for (const auto& [name, value] : *table) {
      Key k{};
      const auto* text = value.as_string();
      if (!parse(name.str(), k))
        return "the key " + std::string(name.str()) + " must be a number from 0 to 255";
      if (text == nullptr) return std::string(name.str()) + " must be a text in quotes";
      if (auto wrong = judge_text(text->get(), what_); !wrong.empty())
        return std::string(name.str()) + ' ' + wrong;
      all[k] = text->get();
    }
    auto wrong = judge_size(all.size(), what_, "entries");
    if (wrong.empty()) *out = std::move(all);
    return wrong;
  }

  const toml::node& node_;
  const rule& what_;
  const surroundings& around_;
};

bool takes_text(const slot& into) {
  return std::holds_alternative<std::string*>(into) || std::holds_alternative<secret*>(into) ||
         std::holds_alternative<worded>(into);
}

}  // namespace

std::string read_value(const toml::node& node, const rule& what, const slot& into,
                       const surroundings& around) {
  return std::visit(writer(node, what, around), into);
}

std::string read_variable(const std::string& value, const rule& what, const slot& into,
                          const surroundings& around) {
  if (takes_text(into)) return read_value(toml::value<std::string>(value), what, into, around);
  toml::table parsed;
  try {
    parsed = toml::parse("value = " + value);
  } catch (const toml::parse_error&) {
    return "cannot be read as TOML";
  }
  if (parsed.size() != 1) return "must be one value";
  return read_value(*parsed.get("value"), what, into, around);
}

}  // namespace duanwen

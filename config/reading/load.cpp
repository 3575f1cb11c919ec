// The walk over all sections: known keys into their members, unknown ones into mistakes, the environment on
// top.
#include "config/reading/load.hpp"

#include <toml++/toml.h>

#include <filesystem>

#include "config/reading/check.hpp"
#include "config/reading/check_files.hpp"
#include "config/reading/load_wording.hpp"
#include "config/reading/mistakes.hpp"
#include "config/reading/read_file.hpp"
#include "config/reading/read_value.hpp"
#include "config/reading/unknown_keys.hpp"
#include "config/settings/tables.hpp"

namespace duanwen {

namespace {

/// mobile-2 → MOBILE_2, as variables of the environment are spelled.
std::string variable_form(std::string_view text) {
  std::string form;
  for (const char c : text)
    if (c >= 'a' && c <= 'z')
      form += static_cast<char>(c - 'a' + 'A');
    else
      form += (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ? c : '_';
  return form;
}

class file_reader {
 public:
  file_reader(mistake_list& mistakes, surroundings around)
      : mistakes_(mistakes), around_(std::move(around)) {}

  /// `variables` begins the names that win over the file; empty: none do. `table` may be null.
  template <class Section>
  void read_section(const toml::table* table, const std::string& path, const std::string& variables,
                    Section& into) {
    if (table != nullptr) look_for_unknown(*table, path + '.', keys_of<Section>(), mistakes_);
    for (const auto& r : rows<Section>()) {
      const std::string key_path = path + '.' + std::string(r.what.key);
      const slot member = r.where(into);
      const bool in_file = read_from_file(table, key_path, r.what, member);
      const bool in_environment =
          !variables.empty() && read_from_environment(variables, key_path, r.what, member);
      if (r.what.required && !in_file && !in_environment)
        mistakes_.add(key_path, "is missing and has no default");
    }
  }

  template <class Section>
  void read_list(const toml::node& node, const std::string& name, std::vector<Section>& into) {
    const auto* array = node.as_array();
    if (array == nullptr || !array->is_array_of_tables()) {
      mistakes_.add(name, "must be written as [[" + name + "]], once for each");
      return;
    }
    for (const auto& entry : *array) {
      const auto& table = *entry.as_table();
      const std::string path = name + '[' + std::to_string(into.size()) + ']';
      mistakes_.set_line(path, table.source().begin.line);
      read_section(&table, path, variables_of<Section>(name, table), into.emplace_back());
    }
  }

 private:
  /// A carrier's variables are found by its name and a service's by its number: DUANWEN_CARRIER_MOBILE_HOST.
  template <class Section>
  static std::string variables_of(const std::string& list, const toml::table& table) {
    const auto& identity = rows<Section>().front().what.key;
    const auto name = table[identity].template value<std::string>();
    return name ? "DUANWEN_" + variable_form(list) + '_' + variable_form(*name) + '_' : std::string();
  }

  bool read_from_file(const toml::table* table, const std::string& key_path, const rule& what,
                      const slot& member) {
    const toml::node* node = table == nullptr ? nullptr : table->get(what.key);
    if (node == nullptr) return false;
    if (auto wrong = read_value(*node, what, member, around_); !wrong.empty())
      mistakes_.add(key_path, std::move(wrong));
    return true;
  }

  bool read_from_environment(const std::string& variables, const std::string& key_path, const rule& what,
                             const slot& member) {
    const std::string name = variables + variable_form(what.key);
    const auto value = around_.env(name);
    if (!value) return false;
    mistakes_.set_line(key_path, 0);
    if (auto wrong = read_variable(*value, what, member, around_); !wrong.empty())
      mistakes_.add(key_path, name + " in the environment " + wrong);
    return true;
  }

  mistake_list& mistakes_;
  surroundings around_;
};

void look_for_unknown_sections(const toml::table& document, mistake_list& mistakes, config& settings) {
  std::vector<std::string_view> known;
  const auto note = [&](std::string_view name, auto&) { known.push_back(name); };
  for_each_section(settings, note);
  for_each_list(settings, note);
  look_for_unknown(document, "", known, mistakes);
}

void read_document(const toml::table& document, file_reader& reader, mistake_list& mistakes,
                   config& settings) {
  look_for_unknown_sections(document, mistakes, settings);
  for_each_section(settings, [&](const std::string& name, auto& section) {
    const toml::node* node = document.get(name);
    if (node != nullptr && !node->is_table()) mistakes.add(name, "must be written as [" + name + "], once");
    reader.read_section(node == nullptr ? nullptr : node->as_table(), name,
                        "DUANWEN_" + variable_form(name) + '_', section);
  });
  for_each_list(settings, [&](const std::string& name, auto& list) {
    if (const toml::node* node = document.get(name)) reader.read_list(*node, name, list);
  });
}

std::string folder_of(const std::string& path) {
  const auto parent = std::filesystem::path(path).parent_path().string();
  return parent.empty() ? "." : parent;
}

using further_check = void (*)(const config&, const std::string& path, mistake_list&);

config_result read_config(std::string_view toml, const std::string& path, const environment& env,
                          further_check check) {
  config_result read;
  mistake_list mistakes(path);
  try {
    const toml::table document = toml::parse(toml, path);
    file_reader reader(mistakes, {env, folder_of(path)});
    read_document(document, reader, mistakes, read.settings);
    check_config(read.settings, mistakes);
    check(read.settings, path, mistakes);
    read.mistakes = mistakes.take();
    read.warnings = mistakes.take_warnings();
  } catch (const toml::parse_error& e) {
    // After a slip of syntax nothing behind it can be told apart, so this one stands alone.
    read.mistakes.push_back({path, e.source().begin.line, "", std::string(e.description())});
  }
  return read;
}

void check_machine(const config& settings, const std::string& path, mistake_list& mistakes) {
  check_files(settings, mistakes);
  for (std::size_t i = 0; i < settings.services.size(); ++i)
    if (const auto& language = settings.services[i].wording; find_wording(path, language).empty())
      mistakes.add("service[" + std::to_string(i) + "].wording",
                   "there is no wording/" + language + ".toml beside the configuration");
}

}  // namespace

config_result parse_config(std::string_view toml, const std::string& path, const environment& env) {
  return read_config(toml, path, env, [](const config&, const std::string&, mistake_list&) {});
}

config_result load_config(const std::string& path, const environment& env) {
  constexpr std::size_t octets_max = 16 << 20;
  if (const auto content = read_file(path, octets_max))
    return read_config(*content, path, env, check_machine);
  config_result unread;
  unread.mistakes.push_back({path, 0, "", "cannot be read"});
  return unread;
}

}  // namespace duanwen

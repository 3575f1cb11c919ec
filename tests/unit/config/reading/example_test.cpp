// config/duanwen.toml and the structs say the same.
#include <gmock/gmock.h>
#include <toml++/toml.h>

#include "config/reading/read_file.hpp"
#include "config/settings/tables.hpp"
#include "tests/unit/config/support.hpp"

namespace duanwen {
namespace {

const std::string example_path = std::string(SOURCE_DIR) + "/config/duanwen.toml";

struct printer {
  std::string operator()(const std::string* v) const { return *v; }
  std::string operator()(const secret* v) const { return v->reveal(); }
  std::string operator()(const worded& v) const { return std::to_string(v.index); }
  std::string operator()(const seconds* v) const { return std::to_string(v->count()) + "s"; }
  std::string operator()(const milliseconds* v) const { return std::to_string(v->count()) + "ms"; }
  std::string operator()(const std::vector<std::string>* v) const {
    std::string all;
    for (const auto& text : *v) all += text + ',';
    return all;
  }
  template <class Key>
  std::string operator()(const std::map<Key, std::string>* v) const {
    return std::to_string(v->size()) + " entries";
  }
  template <class Number>
  std::string operator()(const Number* v) const {
    return std::to_string(*v);
  }
};

/// What each key of a section holds, to compare and to print.
template <class Section>
std::map<std::string_view, std::string> shown(Section section) {
  std::map<std::string_view, std::string> all;
  for (const auto& r : rows<Section>()) all[r.what.key] = std::visit(printer{}, r.where(section));
  return all;
}

config_result read_example() {
  return parse_config(read_file(example_path, 1 << 20).value_or(""), example_path,
                      variables({{"DUANWEN_EXAMPLE_PASSWORD", "secret"}}));
}

TEST(Example, HasNoMistake) {
  // The documented file is itself a good configuration.
  EXPECT_THAT(lines(read_example().mistakes), testing::IsEmpty());
}

TEST(Example, EverySectionHoldsTheDefaults) {
  // What the comments call the default is what a key left out would have.
  const auto example = read_example().settings;
  config defaults;
  defaults.services.emplace_back().number = "10690001";
  auto& carrier = defaults.carriers.emplace_back();
  carrier.name = "mobile";
  carrier.system_id = "duanwen";
  carrier.password = secret("secret");
  defaults.routes.emplace_back().prefix = "86138";
  defaults.routes.back().carriers = {"mobile"};
  std::vector<std::map<std::string_view, std::string>> written, expected;
  const auto collect = [](auto& into) {
    return [&into](std::string_view, const auto& section) { into.push_back(shown(section)); };
  };
  const auto collect_list = [](auto& into) {
    return [&into](std::string_view, const auto& list) {
      for (const auto& section : list) into.push_back(shown(section));
    };
  };
  for_each_section(example, collect(written));
  for_each_section(defaults, collect(expected));
  for_each_list(example, collect_list(written));
  for_each_list(defaults, collect_list(expected));
  EXPECT_EQ(written, expected);
}

TEST(Example, ShowsEveryKeyOfTheTables) {
  // No setting is undocumented.
  const auto document = toml::parse_file(example_path);
  std::vector<std::string> missing;
  const auto look = [&](std::string_view name, const toml::node* node, const auto& table) {
    for (const auto& r : table)
      if (node == nullptr || !node->as_table()->contains(r.what.key))
        missing.push_back(std::string(name) + '.' + std::string(r.what.key));
  };
  config settings;
  for_each_section(settings, [&]<class Section>(std::string_view name, Section&) {
    look(name, document.get(name), rows<Section>());
  });
  for_each_list(settings, [&]<class Section>(std::string_view name, std::vector<Section>&) {
    const auto* list = document.get_as<toml::array>(name);
    look(name, list == nullptr ? nullptr : list->get(0), rows<Section>());
  });
  EXPECT_THAT(missing, testing::IsEmpty());
}

TEST(Example, UnitsInNamesAreTheUnitsOfTheMembers) {
  // hold_s fills seconds, backoff_min_ms milliseconds, and no time goes without its unit.
  config settings;
  for_each_section(settings, []<class Section>(std::string_view name, Section& section) {
    for (const auto& r : rows<Section>()) {
      const slot member = r.where(section);
      EXPECT_EQ(std::holds_alternative<seconds*>(member), r.what.key.ends_with("_s"))
          << name << '.' << r.what.key;
      EXPECT_EQ(std::holds_alternative<milliseconds*>(member), r.what.key.ends_with("_ms"))
          << name << '.' << r.what.key;
    }
  });
}

}  // namespace
}  // namespace duanwen

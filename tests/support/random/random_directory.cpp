#include "tests/support/random/random_directory.hpp"

#include "tests/support/random/random_text.hpp"
#include "tests/support/samples/small_town.hpp"

namespace duanwen::test {
namespace {

constexpr std::size_t title_characters_max = 20;

std::string some_text(std::mt19937& random, std::size_t most) {
  auto text = random_characters(random, most - 1);
  return text.empty() ? "x" : text;
}

item random_item(std::mt19937& random, std::uint32_t number) {
  const std::size_t most = random() % 8 == 0 ? 1000 : 120;
  return make_item(number, some_text(random, title_characters_max), some_text(random, most),
                   random() % 2 == 0 ? "" : random_characters(random, 6));
}

// Numbers from `number` on, some of them passed over, some given up.
void fill_department(std::mt19937& random, department& d, std::uint32_t number, std::size_t items) {
  for (; items > 0; --items, ++number) {
    if (random() % 6 == 0) d.retired.push_back({number++, std::nullopt});
    if (random() % 6 == 0) number += 1 + static_cast<std::uint32_t>(random() % 90);
    d.items.push_back(random_item(random, number));
  }
}

std::vector<item_reference> items_of(const directory& document) {
  std::vector<item_reference> all;
  for (const auto& d : document.departments)
    for (const auto& i : d.items) all.push_back({d.id, i.number});
  return all;
}

void add_departments(std::mt19937& random, directory& document) {
  static const std::vector<std::string> keywords = {"龙泉国土", "龙泉国土所", "Police", "路口", "Tax Office"};
  const auto first = random() % keywords.size();
  const auto count = 1 + random() % 4;
  for (std::size_t i = 0; i < count; ++i) {
    auto d = make_department("d" + std::to_string(i), keywords[(first + i) % keywords.size()], "lq");
    if (random() % 3 == 0) d.name = some_text(random, title_characters_max);
    if (random() % 2 == 0) d.short_name = random_characters(random, 6);
    fill_department(random, d, 1, random() % 4 == 0 ? 60 : random() % 12);
    document.departments.push_back(std::move(d));
  }
}

void add_heir(std::mt19937& random, directory& document) {
  const auto& above = any_of(random, document.departments);
  auto heir = make_department("heir", above.name, "township");
  heir.keywords = {"柏合社保"};
  heir.inherits = true;
  fill_department(random, heir, 7000, random() % 4);
  if (!above.items.empty()) heir.overrides = {{above.items[0].number, "", "", some_text(random, 50)}};
  document.departments.push_back(std::move(heir));
}

void move_some(std::mt19937& random, directory& document, const std::vector<item_reference>& items) {
  for (auto& d : document.departments)
    for (auto& r : d.retired)
      if (random() % 2 == 0 && !items.empty()) r.moved_to = any_of(random, items);
}

void add_theme(std::mt19937& random, directory& document, const std::vector<item_reference>& items) {
  theme t;
  t.id = "theme";
  t.name = random_characters(random, 20);
  t.keywords = {"开火锅店"};
  const auto entries = items.empty() ? 0 : random() % 12;
  for (std::uint32_t number = 1; number <= entries; ++number) {
    const auto& to = any_of(random, items);
    t.entries.push_back({number, to.department, to.item});
  }
  document.themes.push_back(std::move(t));
}

}  // namespace

directory random_directory(std::mt19937& random) {
  directory document;
  document.areas = {make_area("lq", some_text(random, 60)), make_area("township", "柏合镇", "lq")};
  if (random() % 2 == 0) document.areas[0].agent = random_characters(random, 1000);
  document.areas[0].keywords = {"龙泉驿"};
  add_departments(random, document);
  const auto items = items_of(document);
  if (random() % 2 == 0) add_heir(random, document);
  if (random() % 2 == 0) add_theme(random, document, items);
  move_some(random, document, items);
  return document;
}

std::vector<std::string> words_of(const directory& document) {
  std::vector<std::string> words;
  for (const auto& a : document.areas) words.push_back(a.name);
  for (const auto& d : document.departments) {
    words.insert(words.end(), {d.name, d.keywords.front()});
    for (const auto& i : d.items) words.push_back(i.title);
  }
  for (const auto& t : document.themes) words.push_back(t.keywords.front());
  return words;
}

tariff random_tariff(std::mt19937& random, std::uint32_t reserve_characters_max) {
  static const std::vector<std::string> brackets = {"", "【】", "[]"};
  tariff profile;
  profile.billing = random() % 3 == 0 ? billing_rule::seventy_67 : billing_rule::gsm;
  profile.long_messages = static_cast<long_message_form>(random() % 5);
  profile.signature = any_of(random, brackets);
  profile.reserve_characters =
      random() % 2 == 0 ? 0 : static_cast<std::uint32_t>(random() % (reserve_characters_max + 1));
  return profile;
}

}  // namespace duanwen::test

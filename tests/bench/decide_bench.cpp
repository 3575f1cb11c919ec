// decide() over a directory as large as a province's: 100,000 departments with 15 items each, generated.
#include <benchmark/benchmark.h>
#include <malloc.h>

#include <iostream>
#include <memory>

#include "config/reading/load.hpp"
#include "config/reading/load_wording.hpp"
#include "keywords/decide.hpp"
#include "keywords/text/utf8.hpp"

namespace duanwen {
namespace {

constexpr std::size_t areas = 2000, departments_an_area = 50, items = 15;
constexpr char32_t first_character = 0x4E00, characters = 3000;

// Names that differ, of characters that have readings.
std::string name_of(std::size_t number, std::size_t length) {
  std::u32string name;
  for (std::size_t i = 0; i < length; ++i) {
    number = number * 6364136223846793005u + 1442695040888963407u;
    name += first_character + static_cast<char32_t>((number >> 33) % characters);
  }
  return to_utf8(name);
}

directory generated() {
  directory d;
  for (std::size_t a = 0; a < areas; ++a) {
    area one_area;
    one_area.id = "a" + std::to_string(a);
    one_area.name = name_of(a, 2) + "区";
    d.areas.push_back(one_area);
    for (std::size_t i = 0; i < departments_an_area; ++i) {
      department one;
      one.id = one_area.id + "-" + std::to_string(i);
      one.short_name = name_of(a, 2) + name_of(1'000'000 + i, 2);
      one.name = one.short_name + "局";
      one.area = one_area.id;
      one.keywords = {one.short_name};
      for (std::size_t n = 1; n <= items; ++n) {
        item service;
        service.number = static_cast<std::uint32_t>(n);
        service.title = name_of(2'000'000 + a * 1000 + i * items + n, 5);
        service.details = name_of(3'000'000 + n, 60);
        one.items.push_back(service);
      }
      d.departments.push_back(std::move(one));
    }
  }
  return d;
}

struct province {
  province() {
    const auto before = mallinfo2();
    auto document = generated();
    const auto begun = std::chrono::steady_clock::now();
    served = std::make_unique<snapshot>(1, std::move(document));
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begun;
    const auto after = mallinfo2();
    std::cout << "snapshot of " << served->departments().size() << " departments: " << took.count() << " s, "
              << (after.uordblks + after.hblkhd - before.uordblks - before.hblkhd) / (1 << 20) << " MiB\n";
  }
  std::unique_ptr<snapshot> served;
  wording words = load_wording(SOURCE_DIR "/config/wording/zh-CN.toml").words;
};

const province& the_province() {
  static const province one;
  return one;
}

void answer(benchmark::State& state, const std::string& text, const conversation& stands = {}) {
  const auto& p = the_province();
  const tariff profile;
  const reply_style style{p.words, profile, 4, 0};
  outcome result = outcome::unknown;
  for (auto _ : state) {
    const auto d = decide(*p.served, stands, inquiry{text, "", 0}, style);
    result = d.result;
    benchmark::DoNotOptimize(d);
  }
  state.SetLabel(name_of(result));
}

std::string keyword() { return the_province().served->departments()[54321]->keywords[0]; }

void exact_keyword(benchmark::State& state) { answer(state, keyword()); }
void number_in_view(benchmark::State& state) {
  conversation c;
  c.menu = menu_kind::department;
  c.id = the_province().served->departments()[54321]->id;
  answer(state, "1 3", c);
}
void near_miss(benchmark::State& state) {
  auto text = to_code_points(keyword());
  text.back() = U'甲';
  answer(state, to_utf8(text));
}
void question(benchmark::State& state) {
  const auto& title = the_province().served->departments()[54321]->items[3].title;
  answer(state, "我想办" + title + "要带什么");
}
void nothing_known(benchmark::State& state) { answer(state, "hello there"); }

BENCHMARK(exact_keyword);
BENCHMARK(number_in_view);
BENCHMARK(near_miss);
BENCHMARK(question);
BENCHMARK(nothing_known);

}  // namespace
}  // namespace duanwen

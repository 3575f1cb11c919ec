// Segments: a batch of details as the cheapest messages, and a menu as the cheapest pages.
#include <benchmark/benchmark.h>

#include "config/reading/load.hpp"
#include "config/reading/load_wording.hpp"
#include "keywords/pages/compose.hpp"
#include "keywords/segments/packing.hpp"

namespace duanwen {
namespace {

std::string times(std::size_t n, const std::string& text) {
  std::string all;
  for (; n > 0; --n) all += text;
  return all;
}

// Details of 50 to 90 characters, as departments write them.
std::string detail(std::size_t number, const std::string& character) {
  return std::to_string(number) + times(50 + number * 37 % 41, character);
}

void pack_details(benchmark::State& state, const std::string& character) {
  const tariff profile;
  reply answer;
  answer.signature_name = "龙泉国土";
  for (std::int64_t n = 1; n <= state.range(0); ++n)
    answer.blocks.push_back({detail(static_cast<std::size_t>(n), character), "", 0});
  std::size_t segments = 0;
  for (auto _ : state) benchmark::DoNotOptimize(segments = pack(answer, profile).segments);
  state.counters["segments"] = static_cast<double>(segments);
  state.SetComplexityN(state.range(0));
}

struct directory_of_one {
  directory_of_one(std::int64_t items, const std::string& character)
      : served(1, document(items, character)) {}
  static directory document(std::int64_t items, const std::string& character) {
    department d;
    d.id = d.name = "zw";
    for (std::uint32_t n = 1; n <= items; ++n) {
      item i;
      i.number = n;
      i.title = times(6 + n % 8, character);
      i.short_title = times(3 + n % 3, character);
      i.details = character;
      d.items.push_back(i);
    }
    directory one;
    one.departments.push_back(std::move(d));
    return one;
  }
  const snapshot served;
  const menu m = menu_of(served, *served.find_department("zw"));
};

void lay_out_menu(benchmark::State& state, const std::string& character) {
  const directory_of_one town(state.range(0), character);
  const auto words = load_wording(SOURCE_DIR "/config/wording/zh-CN.toml").words;
  const tariff profile;
  const reply_style style{words, profile, 4};
  std::uint32_t next = 0;
  for (auto _ : state) benchmark::DoNotOptimize(next = compose_menu(town.m, 0, style).next.menu_from);
  state.counters["first_page_to"] = next;
  state.SetComplexityN(state.range(0));
}

BENCHMARK_CAPTURE(pack_details, chinese, "办")->Arg(15)->RangeMultiplier(2)->Range(8, 128)->Complexity();
BENCHMARK_CAPTURE(pack_details, emoji, "😀")->Arg(15);
BENCHMARK_CAPTURE(lay_out_menu, chinese, "办")->Arg(15)->RangeMultiplier(2)->Range(32, 1024)->Complexity();
BENCHMARK_CAPTURE(lay_out_menu, hundred, "办")->Arg(100);
BENCHMARK_CAPTURE(lay_out_menu, emoji, "😀")->Arg(100);

}  // namespace
}  // namespace duanwen

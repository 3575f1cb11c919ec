#include "tests/support/stores/store_player.hpp"

#include <array>

#include "tests/support/stores/store_words.hpp"

namespace duanwen::test {

std::string store_player::play(std::uint32_t seed) {
  struct kind {
    std::uint32_t weight;
    std::string (store_player::*play)(store_draw&);
  };
  static constexpr std::array<kind, 15> kinds = {{{30, &store_player::commits},
                                                  {14, &store_player::finishes},
                                                  {4, &store_player::load_conversation},
                                                  {12, &store_player::add_part},
                                                  {8, &store_player::take_due_parts},
                                                  {6, &store_player::read_outbox},
                                                  {5, &store_player::replaces},
                                                  {12, &store_player::lease},
                                                  {8, &store_player::take_over},
                                                  {6, &store_player::share_counts},
                                                  {6, &store_player::administrate},
                                                  {5, &store_player::write_directory},
                                                  {4, &store_player::token},
                                                  {4, &store_player::dead_letter},
                                                  {4, &store_player::reading}}};
  std::uint32_t all = 0;
  for (const auto& k : kinds) all += k.weight;
  store_draw draw(seed);
  auto drawn = draw.below(all);
  std::size_t at = 0;
  for (; drawn >= kinds[at].weight; ++at) drawn -= kinds[at].weight;
  return (this->*kinds[at].play)(draw);
}

std::vector<std::string> store_player::everything() {
  std::vector<std::string> all;
  for (const auto& key : store_draw::residents()) {
    all.push_back(in_words(key) + " stands at " + shown(key, ask(kept().load_conversation(key))));
    for (const auto& process : store_draw::processes())
      all.push_back(in_words(key) + " waits at " + process + ' ' +
                    outbox(process, bucket_of(key.msisdn), "", 100));
  }
  all.push_back("dead processes " + dead_processes());
  all.push_back("directory " + directory());
  all.push_back("tokens " + tokens());
  all.push_back("ledger " + ledger(store_draw::days().front(), store_draw::days().back()));
  all.push_back("dead letters " + dead_letters(1000));
  all.push_back("holds " + counts());
  for (const auto& key : store_draw::residents()) all.push_back("traces " + traces(key.msisdn));
  all.push_back("unmatched " + unmatched(store_draw::days().front(), store_draw::days().back()));
  all.push_back("audit " + audit(100));
  all.push_back("waiting " + waiting(1000));
  return all;
}

}  // namespace duanwen::test

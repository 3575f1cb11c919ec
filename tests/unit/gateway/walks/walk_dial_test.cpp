// How often a carrier is dialled that will not have us, or falls again and again.
#include <algorithm>

#include "gateway/smpp/pdu/command_status.hpp"
#include "tests/unit/gateway/walks/walk.hpp"

namespace duanwen::test {
namespace {

class walk_dial : public walk {
 protected:
  carrier_status status() { return daemon().the_core().links().status().at(0); }
  std::size_t dials_in(std::chrono::milliseconds time) {
    const auto before = runtime.dialled.size();
    daemon().advance(time);
    return runtime.dialled.size() - before;
  }
  void many_carriers(std::size_t count) {
    settings.carriers.resize(count, settings.carriers[0]);
    for (std::size_t i = 0; i < count; ++i) settings.carriers[i].name = "c" + std::to_string(i);
  }
};

TEST_F(walk_dial, already_bound_heals_when_the_carrier_has_seen_that_the_old_link_is_gone) {
  runtime.refuse_connections = true;
  daemon();
  daemon().bind_status = smpp::esme::ralybnd;
  runtime.refuse_connections = false;
  daemon().advance(5s);
  EXPECT_THAT(status().last_error, ::testing::HasSubstr("ESME_RALYBND"));
  EXPECT_NE(daemon().the_core().not_ready(), "");
  daemon().bind_status = 0;
  daemon().advance(settings.dial.backoff_max);
  EXPECT_EQ(daemon().the_core().not_ready(), "");
}

TEST_F(walk_dial, a_wrong_password_waits_the_longest_and_is_seen) {
  runtime.refuse_connections = true;
  daemon();
  daemon().bind_status = smpp::esme::rinvpaswd;
  runtime.refuse_connections = false;
  daemon().advance(30s);
  EXPECT_EQ(status().links.at(0).state, "refused");
  EXPECT_EQ(status().last_error, "ESME_RINVPASWD: correct system_id and password");
  // Half of backoff_max_s at the least lies between two.
  EXPECT_LE(dials_in(5min), 5u * 60 / 15 + 1);
  daemon().bind_status = 0;
  daemon().advance(settings.dial.backoff_max);
  EXPECT_EQ(daemon().the_core().not_ready(), "");
}

TEST_F(walk_dial, binds_with_what_the_account_has_however_long) {
  auto& account = settings.carriers[0];
  account.system_id = std::string(64, 'n');
  account.password = secret(std::string(64, 'p'));
  account.system_type = std::string(64, 't');
  account.address_ton = 2;
  account.address_npi = 1;
  account.address_range = "^1069";
  const auto& bind = daemon().carrier().binds.at(0);
  EXPECT_EQ(bind.system_id, account.system_id);
  EXPECT_EQ(bind.password, account.password.reveal());
  EXPECT_EQ(bind.system_type, account.system_type);
  EXPECT_EQ(bind.addr_ton, 2);
  EXPECT_EQ(bind.addr_npi, 1);
  EXPECT_EQ(bind.address_range, "^1069");
  EXPECT_EQ(daemon().the_core().not_ready(), "");
}

TEST_F(walk_dial, a_link_tells_why_it_fell_last) {
  // Each its own, beside the carrier's.
  settings.carriers[0].links = 2;
  daemon().advance(1s);
  daemon().carrier(1).connection().close();
  daemon().step();
  const auto fallen = status();
  EXPECT_EQ(fallen.links.at(0).last_error, "");
  EXPECT_NE(fallen.links.at(1).last_error, "");
  EXPECT_EQ(fallen.last_error, fallen.links.at(1).last_error);
}

TEST_F(walk_dial, a_carrier_that_hangs_up_as_soon_as_it_is_bound_is_dialled_ever_more_slowly) {
  daemon();
  const auto hang_up_for = [this](std::chrono::seconds time) {
    const auto before = runtime.dialled.size();
    for (auto passed = 0s; passed < time; passed += 1s) {
      daemon().carrier().connection().close();
      daemon().advance(1s);
    }
    return runtime.dialled.size() - before;
  };
  hang_up_for(60s);
  EXPECT_LE(hang_up_for(120s), 120u / 15 + 1);
}

TEST_F(walk_dial, a_link_that_stood_is_dialled_again_at_once) {
  daemon().advance(settings.dial.backoff_max + 1s);
  daemon().carrier().connection().close();
  EXPECT_EQ(dials_in(settings.dial.backoff_min + 50ms), 1u);
}

TEST_F(walk_dial, carriers_that_fall_and_rise_together_are_no_storm) {
  many_carriers(50);
  daemon().advance(settings.dial.backoff_max);
  runtime.refuse_connections = true;
  for (std::size_t i = 0; i < 50; ++i) daemon().carrier(i).connection().close();
  // In the first minute each is tried ten times at most, and later no tenth of a second has a fifth of them.
  EXPECT_LE(dials_in(60s), 500u);
  const auto from = runtime.dialled.size();
  daemon().advance(120s);
  std::vector<time_point> later(runtime.dialled.begin() + static_cast<std::ptrdiff_t>(from),
                                runtime.dialled.end());
  std::sort(later.begin(), later.end());
  std::size_t most = 0;
  for (auto at = later.begin(); at != later.end(); ++at)
    most = std::max<std::size_t>(
        most, static_cast<std::size_t>(std::upper_bound(at, later.end(), *at + 100ms) - at));
  EXPECT_LE(later.size(), 50u * 120 / 15);
  EXPECT_LE(most, 10u);
  runtime.refuse_connections = false;
  EXPECT_LE(dials_in(settings.dial.backoff_max + 1s), 50u) << "each comes back by one dial";
  for (const auto& c : daemon().the_core().links().status()) EXPECT_EQ(c.links.at(0).state, "bound_trx");
}

TEST_F(walk_dial, one_carrier_that_flaps_leaves_another_alone) {
  many_carriers(2);
  daemon().advance(1s);
  auto& steady = daemon().carrier(1);
  for (int i = 0; i < 60; ++i) {
    auto& newest = daemon().carrier();
    if (&newest == &steady)
      daemon().carrier(0).connection().close();
    else
      newest.connection().close();
    steady.deliver("1380000" + std::to_string(1000 + i), number, "龙泉国土");
    daemon().advance(1s);
  }
  EXPECT_EQ(steady.submits.size(), 60u);
}

}  // namespace
}  // namespace duanwen::test

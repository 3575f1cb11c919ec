// The ledger against what carriers were really given, segment by segment, over random mixes of inquiries that
// wait, join, leave inside submit_multi, are refused and are tried again.
#include "gateway/smpp/pdu/command_status.hpp"
#include "gateway/smpp/text/text_codec.hpp"
#include "tests/support/machine/run_coroutine.hpp"
#include "tests/support/random/random_text.hpp"
#include "tests/support/random/seeded.hpp"
#include "tests/support/simulated/sim_daemon.hpp"

namespace duanwen::test {
namespace {

using namespace std::chrono_literals;

/// Departments whose details are from short to several segments long, and a theme that asks all of them.
directory_change random_town(std::mt19937& random) {
  directory_change town;
  town.put_areas.resize(1);
  town.put_areas[0].id = "lq";
  town.put_areas[0].name = "龙泉驿区";
  theme all;
  all.id = "huoguo", all.name = "开火锅店", all.keywords = {"开火锅店"};
  for (const auto* name : {"龙泉国土", "龙泉工商", "龙泉环保"}) {
    department d;
    d.id = name, d.name = name, d.short_name = name, d.area = "lq", d.keywords = {name};
    for (std::uint32_t n = 1; n <= 4; ++n) {
      item one;
      one.number = n;
      one.title = "事项" + std::to_string(n);
      for (auto left = 1 + random() % (random() % 3 == 0 ? 150 : 30); left > 0; --left) one.details += "字";
      d.items.push_back(one);
    }
    theme_entry entry;
    entry.number = static_cast<std::uint32_t>(all.entries.size() + 1);
    entry.department = d.id, entry.item = 1 + static_cast<std::uint32_t>(random() % 4);
    all.entries.push_back(entry);
    town.put_departments.push_back(std::move(d));
  }
  town.put_themes.push_back(std::move(all));
  return town;
}

struct sums {
  std::uint64_t segments = 0, cost_li = 0, one_by_one_li = 0;
};

class OutboundLedger : public seeded {
 protected:
  OutboundLedger()
      : kept(store_limits(settings), [this] {
          return std::chrono::duration_cast<milliseconds>(runtime.now().time_since_epoch()).count() +
                 1'790'000'000'000;
        }) {
    settings.conversation.resident_per_minute = settings.conversation.segments_per_hour = 0;
    settings.outbox.retry_max = 2s;
    auto& first = settings.carriers[0];
    first.window = 1 + below(3);
    first.throughput = below(2) * 20;
    first.submit_multi_max = below(3) == 0 ? 0 : 2 + below(5);
    first.profile.long_messages = static_cast<long_message_form>(below(5));
    first.profile.segment_price_li = 40 + below(10);
    first.failover = 2s;
    EXPECT_TRUE(*run_coroutine(kept.write_directory(0, random_town(random_))));
    watched.asked = [this](const inquiry_commit& c) {
      if (c.answer) one_by_one_li += one_by_one(c.answer->answer);
    };
  }

  std::uint32_t below(std::uint32_t limit) { return static_cast<std::uint32_t>(random_() % limit); }
  std::uint64_t one_by_one(const reply& answer) const {
    const auto& profile = settings.carriers[0].profile;
    return pack(answer, profile).segments_one_by_one * profile.segment_price_li;
  }
  std::uint32_t judged(bool for_good_too) {
    using namespace smpp::esme;
    if (calm || random_() % 10 < 7) return rok;
    return any_of(random_, for_good_too ? std::vector{rthrottled, rsyserr, rinvdstadr}
                                        : std::vector{rthrottled, rsyserr});
  }
  void start(bool for_good_too) {
    daemon = std::make_unique<sim_daemon>(runtime, watched, settings);
    daemon->connected = [this, for_good_too](sim_carrier& c) {
      c.judge = [this, for_good_too](const std::string&) { return judged(for_good_too); };
    };
    daemon->start();
  }
  sim_carrier& any_carrier() {
    return daemon->carrier(daemon->connections() - 1 - random_() % settings.carriers.size());
  }
  void do_something(bool links_fall) {
    static const std::vector<std::string> texts = {
        "龙泉国土", "龙泉工商", "开火锅店",       "1",          "2", "1 3",
        "4",        "2 4",      "开火锅店 1 2 3", "龙泉环保 3", "M", "全部"};
    auto& carrier = any_carrier();
    const auto what = random_() % 20;
    if (what < 13)
      carrier.deliver("1380000000" + std::to_string(random_() % 5), "10690001", any_of(random_, texts));
    else if (what < 15)
      carrier.answers_submits = !carrier.answers_submits;
    else if (what < 19 || !links_fall)
      carrier.answer_submits();
    else
      carrier.connection().close();
    daemon->advance(milliseconds(random_() % 3 == 0 ? random_() % 1500 : 0));
  }
  /// A random mix, then everything is answered until nothing waits any more.
  void live(bool for_good_too, bool links_fall) {
    start(for_good_too);
    for (int i = 0; i < 80; ++i) do_something(links_fall);
    calm = true;
    for (int i = 0; i < 40 && daemon->the_core().replies_waiting() != 0; ++i) {
      for (std::size_t c = 0; c < daemon->connections(); ++c) {
        daemon->carrier(c).answers_submits = true;
        daemon->carrier(c).answer_submits();
      }
      daemon->advance(1s);
    }
    ASSERT_EQ(daemon->the_core().replies_waiting(), 0u);
  }
  const carrier_settings& settings_of(const sim_carrier& c) const {
    return *std::find_if(settings.carriers.begin(), settings.carriers.end(),
                         [&](const auto& one) { return one.system_id == c.bound_as; });
  }
  sums given_to_carriers() const {
    sums given;
    for (std::size_t i = 0; i < daemon->connections(); ++i) {
      const auto& carrier = settings_of(daemon->carrier(i));
      for (const auto& one : daemon->carrier(i).taken) {
        const auto text =
            smpp::decode_text(smpp::split_user_data(one.submit).octets, one.submit.data_coding, {});
        const bool whole = one.submit.find(smpp::tag::message_payload) != nullptr;
        const auto billed = whole ? count_segments(text.text, carrier.profile) : 1;
        given.segments += billed;
        given.cost_li += billed * (one.bulk ? carrier.bulk_price_li : carrier.profile.segment_price_li);
      }
    }
    return given;
  }
  ledger_row booked() {
    ledger_row sum;
    for (const auto& row : *run_coroutine(kept.ledger("2000-01-01", "2100-01-01"))) {
      sum.segments += row.segments;
      sum.cost_li += row.cost_li;
      sum.saved_li += row.saved_li;
    }
    return sum;
  }

  sim_runtime runtime;
  config settings = sim_settings();
  memory_store kept;
  cut_store watched{kept};
  std::unique_ptr<sim_daemon> daemon;
  std::uint64_t one_by_one_li = 0;
  bool calm = false;
};

TEST_P(OutboundLedger, IsWhatTheCarrierWasGivenAndWhatOneReplyAnItemWouldHaveCost) {
  live(false, false);
  const auto given = given_to_carriers();
  EXPECT_GT(given.segments, 0u);
  EXPECT_EQ(booked().segments, given.segments);
  EXPECT_EQ(booked().cost_li, given.cost_li);
  EXPECT_EQ(booked().saved_li, one_by_one_li - given.cost_li);
}

TEST_P(OutboundLedger, IsWhatEachCarrierWasGivenWhenLinksFallAndSomeIsRefusedForGood) {
  settings.carriers.push_back(settings.carriers[0]);
  auto& backup = settings.carriers[1];
  backup.name = backup.system_id = "backup";
  backup.profile.billing = billing_rule::seventy_67;
  backup.profile.segment_price_li = 60 + below(10);
  backup.submit_multi_max = 0;
  live(true, true);
  const auto given = given_to_carriers();
  EXPECT_EQ(booked().segments, given.segments);
  EXPECT_EQ(booked().cost_li, given.cost_li);
  EXPECT_LE(booked().saved_li, one_by_one_li);
}

INSTANTIATE_TEST_SUITE_P(Seeds, OutboundLedger, testing::Range(1u, 31u));

}  // namespace
}  // namespace duanwen::test

// Receipts and their replies, in every order and spelling.
#include "gateway/carriers/receipt_book.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace duanwen {
namespace {

using namespace std::chrono_literals;
using smpp::message_state;
using ::testing::ElementsAre;

struct receipts : ::testing::Test {
  receipt_settings settings;
  std::vector<std::string> told, whose;
  std::optional<receipt_book> made;
  receipt_book::time_point now{1h};

  receipt_book& book() {
    if (!made)
      made.emplace(settings, "86",
                   [this](const std::string& carrier, receipt_match m, const smpp::delivery_receipt& r,
                          const accepted_segment* of) {
                     told.push_back(carrier + ' ' + name_of(m) + ' ' + smpp::name_of(r.state));
                     if (of != nullptr) whose.push_back(of->msisdn);
                   });
    return *made;
  }
  void sent(const std::string& id, const std::string& carrier = "mobile",
            const std::vector<std::string>& to = {"8613800000001"}) {
    std::vector<accepted_segment> all(to.size());
    for (std::size_t i = 0; i < to.size(); ++i) all[i].msisdn = to[i];
    book().sent(carrier, id, std::move(all), now);
  }
  void came(const std::string& id, message_state s = message_state::delivered,
            const std::string& carrier = "mobile") {
    smpp::delivery_receipt r;
    r.message_ids.push_back(id);
    r.state = s;
    book().received(carrier, r, now);
  }
  void came_of(const std::string& source_addr, const std::string& destination_addr) {
    smpp::delivery_receipt r;
    r.message_ids.push_back("A1");
    r.state = message_state::delivered;
    r.source_addr = source_addr;
    r.destination_addr = destination_addr;
    book().received("mobile", r, now);
  }
};

TEST_F(receipts, meet_their_reply_by_carrier_and_id) {
  sent("A1");
  came("A1", message_state::delivered, "unicom");
  EXPECT_TRUE(told.empty()) << "another carrier's A1 is another message";
  came("A1");
  EXPECT_THAT(told, ElementsAre("mobile matched delivered"));
}

TEST_F(receipts, say_of_each_recipient_what_was_told_last) {
  sent("A1", "mobile", {"8613800000001", "8613800000002"});
  came_of("8613800000002", "10690001");
  EXPECT_EQ(book().told_of("mobile", "A1", "8613800000001"), std::nullopt);
  EXPECT_EQ(book().told_of("mobile", "a1", "8613800000002"), message_state::delivered);
  EXPECT_EQ(book().told_of("unicom", "A1", "8613800000002"), std::nullopt);
}

TEST_F(receipts, are_found_however_the_id_is_spelled) {
  struct spelling {
    const char *given, *named;
  };
  for (const auto& s :
       {spelling{"0e999f21", "E999F21"}, spelling{"E999F21", "0e999f21"}, spelling{"1A", "26"},
        spelling{"0000001A", "26"}, spelling{"26", "1A"}, spelling{"0026", "26"},
        spelling{"26", "0000000026"}, spelling{"FFFFFFFFFFFFFFFF", "18446744073709551615"},
        spelling{"abc-DEF", "ABC-def"}}) {
    made.reset();
    told.clear();
    sent(s.given);
    came(s.named);
    EXPECT_THAT(told, ElementsAre("mobile matched delivered")) << s.given << " named " << s.named;
  }
}

TEST_F(receipts, teach_how_their_carrier_spells) {
  // 16 is the id of a reply of its own and of another one in hexadecimal: what matched before decides.
  for (const char* id : {"AB", "CD", "EF"}) sent(id);
  EXPECT_EQ(book().learnt("mobile"), std::nullopt);
  for (const char* id : {"171", "205", "239"}) came(id);
  EXPECT_EQ(book().learnt("mobile"), smpp::id_form::decimal);
  sent("10");
  sent("16");
  came("16");
  came("22");
  EXPECT_EQ(told.size(), 5u);
  EXPECT_EQ(std::count(told.begin(), told.end(), "mobile matched delivered"), 5);
}

TEST_F(receipts, show_how_their_carrier_spells_whatever_it_is) {
  struct spelling {
    const char *given, *named;
    smpp::id_form form;
  };
  for (const auto& s :
       {spelling{"0E999F21", "0E999F21", smpp::id_form::as_sent},
        spelling{"0E999F21", "0e999f21", smpp::id_form::other_case},
        spelling{"0E999F21", "E999F21", smpp::id_form::padded},
        spelling{"26", "00026", smpp::id_form::padded}, spelling{"1A", "26", smpp::id_form::decimal},
        spelling{"26", "1A", smpp::id_form::hex}}) {
    made.reset();
    sent(s.given);
    came("none of ours");
    EXPECT_EQ(book().learnt("mobile"), std::nullopt) << "what belongs to nothing teaches nothing";
    came(s.named);
    EXPECT_EQ(book().learnt("mobile"), s.form) << s.given << " named " << s.named;
  }
}

TEST_F(receipts, of_a_submit_multi_belong_to_whose_number_they_have) {
  // In any form, on either side; each of the recipients gets its own.
  sent("A1", "mobile", {"8613800000001", "8613800000002", "8613800000003"});
  came_of("+8613800000002", "10690001");
  came_of("10690001", "13800000003");
  came_of("13800000002", "10690001");
  EXPECT_THAT(
      told, ElementsAre("mobile matched delivered", "mobile matched delivered", "mobile repeated delivered"));
  EXPECT_THAT(whose, ElementsAre("8613800000002", "8613800000003", "8613800000002"));
  came_of("13900000009", "10690001");
  EXPECT_EQ(book().early(), 1u) << "nobody's yet";
}

TEST_F(receipts, that_name_no_id_are_unreadable) {
  book().received("mobile", smpp::delivery_receipt(), now);
  EXPECT_THAT(told, ElementsAre("mobile unreadable unknown"));
  EXPECT_EQ(book().early(), 0u);
}

TEST_F(receipts, wait_a_while_for_the_response_that_brings_their_id) {
  came("A1");
  EXPECT_TRUE(told.empty());
  sent("A1");
  EXPECT_THAT(told, ElementsAre("mobile matched delivered"));
  EXPECT_EQ(book().early(), 0u);
}

TEST_F(receipts, that_wait_are_found_among_many_that_fit_nothing) {
  for (int i = 0; i < 500; ++i) came("9" + std::to_string(i));
  came("255");
  sent("FF");
  EXPECT_EQ(book().early(), 500u);
  EXPECT_THAT(told, ElementsAre("mobile matched delivered"));
  book().expire(now += 1h);
  EXPECT_EQ(book().early(), 0u);
  sent("9499");
  EXPECT_EQ(told.size(), 501u) << "what was given up does not come back";
}

TEST_F(receipts, that_wait_in_vain_belong_to_nothing) {
  came("A1");
  book().expire(now += settings.early - 1s);
  EXPECT_TRUE(told.empty());
  book().expire(now += 1s);
  EXPECT_THAT(told, ElementsAre("mobile unmatched delivered"));
}

TEST_F(receipts, of_the_same_state_count_once_and_after_a_final_one_none_does) {
  sent("A1");
  came("A1", message_state::enroute);
  came("A1", message_state::enroute);
  came("A1", message_state::delivered);
  came("A1", message_state::delivered);
  came("A1", message_state::expired);
  EXPECT_THAT(told,
              ElementsAre("mobile matched enroute", "mobile repeated enroute", "mobile matched delivered",
                          "mobile repeated delivered", "mobile repeated expired"));
}

TEST_F(receipts, come_late_within_what_is_remembered) {
  sent("A1");
  book().expire(now += settings.remember - 1s);
  came("A1");
  EXPECT_THAT(told, ElementsAre("mobile matched delivered"));
  book().expire(now += 1s);
  EXPECT_EQ(book().open(), 0u);
}

TEST_F(receipts, take_no_more_memory_than_configured) {
  settings.remembered_max = 2;
  settings.early_max = 1;
  for (const char* id : {"A1", "A2", "A3"}) sent(id);
  EXPECT_EQ(book().open(), 2u);
  sent("M", "mobile", {"1", "2", "3"});
  EXPECT_EQ(book().open(), 0u) << "more recipients than may be remembered";
  sent("A3");
  came("A1");
  came("A9");
  EXPECT_EQ(book().early(), 1u);
  EXPECT_THAT(told, ElementsAre("mobile unmatched delivered"));
}

TEST_F(receipts, of_a_carrier_that_gives_all_replies_one_id_take_no_memory_a_reply) {
  for (int i = 0; i < 1000; ++i) sent("7");
  EXPECT_EQ(book().remembered(), 1u);
  EXPECT_EQ(book().open(), 1u);
}

TEST_F(receipts, belong_to_the_newer_reply_when_a_centre_gives_an_id_again) {
  sent("A1");
  came("A1");
  book().expire(now += 1h);
  sent("A1");
  came("A1");
  EXPECT_THAT(told, ElementsAre("mobile matched delivered", "mobile matched delivered"));
}

}  // namespace
}  // namespace duanwen

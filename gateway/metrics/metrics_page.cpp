#include "gateway/metrics/metrics_page.hpp"

#include <algorithm>

#include "gateway/metrics/prometheus_text.hpp"

namespace duanwen {
namespace {

// What supervisors and sessions call the states of a link; each has its sample, also when no link is in it.
constexpr const char* link_states[] = {"down",     "closed",   "open",      "binding",
                                       "bound_tx", "bound_rx", "bound_trx", "unbinding"};

class page {
 public:
  page(const metrics& counted, const standing_now& now) : counted_(counted), now_(now) {}
  std::string write();

 private:
  void inquiries();
  void replies();
  void links();
  void store();
  void errors_and_receipts();

  /// A sample a carrier and name of an enumeration of `count` values.
  template <class Enumeration, class Counts>
  void by_enumeration(std::string_view label, Counts carrier_counts::*counts) {
    for (const auto& [name, of] : counted_.carriers())
      for (std::size_t i = 0; i < (of.*counts).size(); ++i)
        text_.sample({{"carrier", name}, {label, name_of(static_cast<Enumeration>(i))}}, (of.*counts)[i]);
  }
  void by_name(std::string_view label, carrier_counts::by_name carrier_counts::*counts) {
    for (const auto& [name, of] : counted_.carriers())
      for (const auto& [what, count] : of.*counts) text_.sample({{"carrier", name}, {label, what}}, count);
  }

  const metrics& counted_;
  const standing_now& now_;
  prometheus_text text_;
};

void page::inquiries() {
  text_.family("duanwen_inquiries_total", "counter",
               "Inquiries by the carrier that delivered them and what became of them.");
  by_enumeration<outcome>("outcome", &carrier_counts::decided);
  by_enumeration<undecided>("outcome", &carrier_counts::undecided);
  text_.family("duanwen_inquiry_seconds", "histogram",
               "From deliver_sm in to the first submit_sm of its reply out.");
  text_.samples(counted_.inquiry_seconds());
  text_.family("duanwen_keyword_matches_total", "counter", "Inquiries by how their keyword was found.");
  for (std::size_t i = 0; i < match_kind_count; ++i)
    text_.sample({{"how", name_of(static_cast<match_kind>(i))}}, counted_.matches()[i]);
  text_.family("duanwen_fuse_trips_total", "counter", "Fuses of segments an hour that tripped.");
  for (std::size_t i = 0; i < fuse_kind_count; ++i)
    text_.sample({{"kind", name_of(static_cast<fuse_kind>(i))}}, counted_.fuse_trips()[i]);
}

void page::replies() {
  text_.family("duanwen_replies_total", "counter",
               "Replies by the carrier that had them last and how they ended.");
  by_enumeration<reply_end>("outcome", &carrier_counts::replies);
  text_.family("duanwen_segments_total", "counter", "Segments that carriers accepted and bill.");
  by_enumeration<alphabet>("alphabet", &carrier_counts::segments);
  text_.family("duanwen_cost_li_total", "counter", "Cost of accepted segments in li, 1/1000 yuan.");
  for (const auto& [name, of] : counted_.carriers()) text_.sample({{"carrier", name}}, of.cost_li);
  text_.family("duanwen_saved_li_total", "counter", "Li that replies together cost less than one by one.");
  text_.sample({}, counted_.saved_li());
}

void page::links() {
  text_.family("duanwen_links", "gauge", "Links by state.");
  for (const auto& c : now_.carriers)
    for (const auto* state : link_states) {
      const auto in_it = [state](const link_status& l) { return l.state == state; };
      const auto count = std::count_if(c.links.begin(), c.links.end(), in_it);
      text_.sample({{"carrier", c.name}, {"state", state}}, static_cast<std::uint64_t>(count));
    }
  text_.family("duanwen_window_used", "gauge",
               "Requests that wait for the carrier's response, of all its links.");
  for (const auto& c : now_.carriers) {
    std::uint64_t used = 0;
    for (const auto& l : c.links) used += l.window_used;
    text_.sample({{"carrier", c.name}}, used);
  }
}

void page::store() {
  text_.family("duanwen_redis_up", "gauge", "1 while the store can be reached.");
  text_.sample({}, now_.redis_up ? 1 : 0);
  text_.family("duanwen_redis_seconds", "histogram", "What commits and finishes took.");
  text_.samples(counted_.redis_seconds());
  text_.family("duanwen_replies_unrecorded", "gauge",
               "Replies that carriers were sent and whose end the store has not recorded.");
  text_.sample({}, now_.replies_unrecorded);
  text_.family("duanwen_replies_held", "gauge",
               "1 while replies wait until the store has recorded more of those.");
  text_.sample({}, now_.replies_held ? 1 : 0);
  const auto& holds = counted_.store();
  text_.family("duanwen_outbox_entries", "gauge",
               "Replies in the store, of all processes, that are not finished.");
  if (holds) text_.sample({}, holds->outbox_entries);
  text_.family("duanwen_dead_letters", "gauge", "Replies in the store that were given up.");
  if (holds) text_.sample({}, holds->dead_letters);
}

void page::errors_and_receipts() {
  text_.family("duanwen_pdu_errors_total", "counter",
               "PDUs that could not be read or made no sense, by what was wrong.");
  by_name("kind", &carrier_counts::pdu_errors);
  text_.family("duanwen_receipts_total", "counter", "Delivery receipts by the state that they tell.");
  by_name("state", &carrier_counts::receipts);
  text_.family("duanwen_receipts_matched_ratio", "gauge",
               "Receipts that belong to a reply of ours among all since the start.");
  for (const auto& [name, of] : counted_.carriers())
    if (const auto ratio = receipts_matched(of)) text_.fraction({{"carrier", name}}, *ratio);
}

std::string page::write() {
  inquiries();
  replies();
  links();
  store();
  errors_and_receipts();
  return text_.take();
}

}  // namespace

std::string metrics_page(const metrics& counted, const standing_now& now) {
  return page(counted, now).write();
}

}  // namespace duanwen

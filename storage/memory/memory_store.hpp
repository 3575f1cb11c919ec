#pragma once
// The Store in memory: the reference for what every call means, and the store of simulations. Survives
// nothing.

#include <array>
#include <deque>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <variant>
#include <vector>

#include "storage/store.hpp"
#include "storage/store_limits.hpp"

namespace duanwen {

class memory_store final : public store {
 public:
  memory_store(store_limits limits, std::function<unix_ms()> now) : limits_(limits), now_(std::move(now)) {}

  bool up() const override { return !away; }
  std::string trouble() const override { return away ? "switched off" : ""; }
  std::uint64_t links_made() const override { return links; }
  std::uint64_t links = 1;
  bool away = false;  ///< while true every call fails with storage_errc::unavailable

  answer<stored_conversation> load_conversation(conversation_key key) override;
  answer<commit_result> commit(inquiry_commit c) override;
  answer<bool> finish(reply_finish f) override;
  answer<add_part_result> add_part(parts_key key, stored_part part) override;
  answer<std::vector<due_parts>> take_due_parts(std::uint32_t bucket) override;
  answer<std::vector<outbox_entry>> read_outbox(std::string process, std::uint32_t bucket,
                                                std::string after_id, std::uint32_t limit) override;
  answer<std::string> replace_reply(outbox_entry entry, std::string process) override;
  answer<unix_ms> renew_lease(std::string process) override;
  answer<std::vector<std::string>> dead_processes() override;
  answer<std::uint32_t> take_over(std::string dead, std::string heir, std::uint32_t bucket,
                                  std::uint32_t limit) override;
  answer<bool> forget_process(std::string process) override;
  answer<std::vector<hourly_count>> share_counts(std::int64_t hour, std::string source,
                                                 std::vector<hourly_count> own) override;
  answer<std::uint64_t> directory_version() override;
  answer<versioned_directory> load_directory() override;
  answer<bool> write_directory(std::uint64_t expected_version, directory_change change) override;
  answer<std::vector<token_record>> load_tokens() override;
  answer<bool> put_token(token_record token) override;
  answer<bool> remove_token(std::string name) override;
  answer<std::vector<ledger_row>> ledger(std::string from_day, std::string to_day) override;
  answer<std::vector<dead_letter>> dead_letters(std::uint32_t limit) override;
  answer<store_counts> counts() override;
  answer<std::vector<trace_record>> traces(std::string msisdn) override;
  answer<bool> note_receipts(std::vector<receipt_record> receipts) override;
  answer<std::vector<unmatched_text>> unmatched(std::string from_day, std::string to_day) override;
  answer<bool> append_audit(audit_record record) override;
  answer<std::vector<audit_record>> audit(std::uint32_t limit) override;
  answer<forgotten> forget_resident(std::string msisdn, std::vector<std::string> services) override;
  answer<bool> requeue_dead_letter(std::string id, std::string process) override;
  answer<bool> delete_dead_letter(std::string id) override;
  answer<std::vector<outbox_entry>> waiting_replies(std::uint32_t limit) override;

 private:
  struct doubt {
    delivery arrival;
    std::string outbox_id;
    bool again = false;  // a redelivery of what is in doubt too
    bool over = false;   // it came again, and that was read: it is expected nowhere
    unix_ms until = 0;
    doubt(delivery a, std::string id, bool is_again, unix_ms till)
        : arrival(std::move(a)), outbox_id(std::move(id)), again(is_again), until(till) {}
  };
  struct kept_conversation {
    stored_conversation value;
    unix_ms until = 0;
    std::vector<doubt> in_doubt;
  };
  struct kept_parts {
    std::map<std::uint32_t, stored_part> by_index;
    unix_ms due = 0, until = 0;
  };
  struct kept_hour {
    std::map<std::string, std::map<std::string, std::uint64_t>> by_source;
    unix_ms until = 0;
  };
  struct kept_day {
    std::map<std::string, std::uint64_t> texts;
    unix_ms until = 0;
  };
  using kept_trace = std::variant<trace_record, receipt_record>;
  inline static const auto unavailable = make_error_code(storage_errc::unavailable);
  using outbox = std::map<std::uint64_t, outbox_entry>;  // by number of the id, which grows

  stored_conversation standing(const conversation_key& key);
  bool delivered_before(const conversation_key& key, const std::vector<delivery>& arrivals,
                        commit_result& known);
  static bool delivered_elsewhere(const kept_conversation& kept, const delivery& arrival);
  void remember(kept_conversation& kept, const std::vector<delivery>& arrivals, const std::string& outbox_id,
                bool again);
  void let_expire(std::vector<doubt>& in_doubt);
  void forget_proven(std::vector<doubt>& in_doubt, const std::vector<delivery>& read);
  static void forget_doubt(std::vector<doubt>& in_doubt, const delivery& arrival);
  bool finish_one(const reply_finish& f, const finished_reply& one);
  kept_parts* find_parts(const parts_key& key);
  bool lives(const std::string& process, std::uint32_t bucket) const;
  void note_down(const inquiry_commit& c);
  template <class Record>
  void keep_trace(Record record);
  void end_traces(std::deque<kept_trace>& kept);
  std::string queue(const std::string& process, outbox_entry entry);

  store_limits limits_;
  std::function<unix_ms()> now_;
  std::uint64_t last_revision_ = 0, last_id_ = 0;
  std::map<conversation_key, kept_conversation> conversations_;
  std::map<parts_key, kept_parts> parts_;
  std::map<std::pair<std::string, std::uint32_t>, outbox> outboxes_;  // by process and bucket
  std::map<std::uint64_t, std::uint64_t> replaced_by_;                // numbers of ids
  std::map<std::int64_t, kept_hour> hours_;
  std::array<std::map<std::string, unix_ms>, bucket_count> leases_;  // process → end
  std::vector<dead_letter> dead_;
  std::map<std::pair<std::string, std::string>, ledger_row> ledger_;     // by day and department
  std::map<std::uint32_t, std::deque<kept_trace>> traces_;               // by bucket
  std::map<std::pair<std::string, std::uint32_t>, kept_day> unmatched_;  // by day and bucket
  std::set<audit_record> audit_;
  versioned_directory directory_;
  std::map<std::string, token_record> tokens_;
};

}  // namespace duanwen

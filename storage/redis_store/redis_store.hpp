#pragma once
// The Store in Redis: every step that must be atomic is one script; keys are in redis_keys.hpp. io thread
// only.

#include <string>
#include <vector>

#include "storage/redis_link/redis_connection.hpp"
#include "storage/redis_store/redis_batch.hpp"
#include "storage/store.hpp"
#include "storage/store_limits.hpp"

namespace duanwen {

/// A duration as our scripts take it: milliseconds in decimals.
inline std::string spelled(milliseconds time) { return std::to_string(time.count()); }

class redis_store final : public store {
 public:
  /// `link` was made with store_greetings(), and lives longer than the store.
  redis_store(redis_client& link, store_limits limits);

  bool up() const override { return link_.up(); }
  std::uint64_t links_made() const override { return link_.links_made(); }
  std::string trouble() const override { return link_.trouble(); }

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
  answer<std::vector<std::string>> outboxes();  ///< keys of all there may be

  redis_client& link_;
  store_limits limits_;
  redis_batch commits_, finishes_;
};

}  // namespace duanwen

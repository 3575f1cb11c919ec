#pragma once
// A Store that hands every call on by its form's `pass(call, arguments…)`, which does with it what it likes.

#include <utility>

#include "storage/store.hpp"

namespace duanwen::test {

template <class Form>
class passing_store : public store {
 public:
  answer<stored_conversation> load_conversation(conversation_key key) override {
    return form().pass(&store::load_conversation, std::move(key));
  }
  answer<commit_result> commit(inquiry_commit c) override {
    return form().pass(&store::commit, std::move(c));
  }
  answer<bool> finish(reply_finish f) override { return form().pass(&store::finish, std::move(f)); }
  answer<add_part_result> add_part(parts_key key, stored_part part) override {
    return form().pass(&store::add_part, std::move(key), std::move(part));
  }
  answer<std::vector<due_parts>> take_due_parts(std::uint32_t bucket) override {
    return form().pass(&store::take_due_parts, bucket);
  }
  answer<std::vector<outbox_entry>> read_outbox(std::string process, std::uint32_t bucket,
                                                std::string after_id, std::uint32_t limit) override {
    return form().pass(&store::read_outbox, std::move(process), bucket, std::move(after_id), limit);
  }
  answer<std::string> replace_reply(outbox_entry entry, std::string process) override {
    return form().pass(&store::replace_reply, std::move(entry), std::move(process));
  }
  answer<unix_ms> renew_lease(std::string process) override {
    return form().pass(&store::renew_lease, std::move(process));
  }
  answer<std::vector<std::string>> dead_processes() override { return form().pass(&store::dead_processes); }
  answer<std::uint32_t> take_over(std::string dead, std::string heir, std::uint32_t bucket,
                                  std::uint32_t limit) override {
    return form().pass(&store::take_over, std::move(dead), std::move(heir), bucket, limit);
  }
  answer<bool> forget_process(std::string process) override {
    return form().pass(&store::forget_process, std::move(process));
  }
  answer<std::vector<hourly_count>> share_counts(std::int64_t hour, std::string source,
                                                 std::vector<hourly_count> own) override {
    return form().pass(&store::share_counts, hour, std::move(source), std::move(own));
  }
  answer<std::uint64_t> directory_version() override { return form().pass(&store::directory_version); }
  answer<versioned_directory> load_directory() override { return form().pass(&store::load_directory); }
  answer<bool> write_directory(std::uint64_t expected_version, directory_change change) override {
    return form().pass(&store::write_directory, expected_version, std::move(change));
  }
  answer<std::vector<token_record>> load_tokens() override { return form().pass(&store::load_tokens); }
  answer<bool> put_token(token_record token) override {
    return form().pass(&store::put_token, std::move(token));
  }
  answer<bool> remove_token(std::string name) override {
    return form().pass(&store::remove_token, std::move(name));
  }
  answer<std::vector<ledger_row>> ledger(std::string from_day, std::string to_day) override {
    return form().pass(&store::ledger, std::move(from_day), std::move(to_day));
  }
  answer<std::vector<dead_letter>> dead_letters(std::uint32_t limit) override {
    return form().pass(&store::dead_letters, limit);
  }
  answer<bool> requeue_dead_letter(std::string id, std::string process) override {
    return form().pass(&store::requeue_dead_letter, std::move(id), std::move(process));
  }
  answer<bool> delete_dead_letter(std::string id) override {
    return form().pass(&store::delete_dead_letter, std::move(id));
  }
  answer<std::vector<outbox_entry>> waiting_replies(std::uint32_t limit) override {
    return form().pass(&store::waiting_replies, limit);
  }
  answer<store_counts> counts() override { return form().pass(&store::counts); }
  answer<std::vector<trace_record>> traces(std::string msisdn) override {
    return form().pass(&store::traces, std::move(msisdn));
  }
  answer<bool> note_receipts(std::vector<receipt_record> receipts) override {
    return form().pass(&store::note_receipts, std::move(receipts));
  }
  answer<std::vector<unmatched_text>> unmatched(std::string from_day, std::string to_day) override {
    return form().pass(&store::unmatched, std::move(from_day), std::move(to_day));
  }
  answer<bool> append_audit(audit_record record) override {
    return form().pass(&store::append_audit, std::move(record));
  }
  answer<std::vector<audit_record>> audit(std::uint32_t limit) override {
    return form().pass(&store::audit, limit);
  }
  answer<forgotten> forget_resident(std::string msisdn, std::vector<std::string> services) override {
    return form().pass(&store::forget_resident, std::move(msisdn), std::move(services));
  }

 private:
  Form& form() { return static_cast<Form&>(*this); }
};

}  // namespace duanwen::test

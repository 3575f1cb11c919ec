#pragma once
// The Store in our words: what must survive any crash. Two real forms: redis_store.hpp and memory_store.hpp.
// Everything runs on the one io thread. Every call may be repeated after unknown_outcome without doing
// anything twice.

#include <boost/asio/awaitable.hpp>
#include <cstdint>
#include <string>
#include <vector>

#include "storage/error.hpp"
#include "storage/records.hpp"

namespace duanwen {

namespace asio = boost::asio;

template <class T>
using answer = asio::awaitable<result<T>>;

class store {
 public:
  virtual ~store() = default;

  /// Whether calls have a chance now; the last trouble in words when not.
  virtual bool up() const = 0;
  virtual std::string trouble() const = 0;
  /// How often a link to a server was made. Where it is another number than before, a server may have lost
  /// what it had acknowledged.
  virtual std::uint64_t links_made() const = 0;

  // --- one inquiry
  // -------------------------------------------------------------------------------------------------
  virtual answer<stored_conversation> load_conversation(conversation_key key) = 0;
  /// Stores the conversation (with its TTL), the arrivals that are in doubt, the answer's outbox entry and
  /// the counts, and deletes the parts; or says conflict and does nothing, or redelivered and remembers that.
  virtual answer<commit_result> commit(inquiry_commit c) = 0;
  /// Deletes the outbox entries, books them once, and forgets the arrivals that are proven read, and of a
  /// redelivery also what it repeated; all of it or nothing, but that a conversation that cannot be read
  /// keeps no reply from ending. False: they were finished before.
  virtual answer<bool> finish(reply_finish f) = 0;
  /// Stores a part before its own OK. Complete: all parts, until commit deletes them.
  virtual answer<add_part_result> add_part(parts_key key, stored_part part) = 0;
  /// Long inquiries of `bucket` whose wait is over; each is handed out again only after another wait.
  virtual answer<std::vector<due_parts>> take_due_parts(std::uint32_t bucket) = 0;

  // --- outbox and lease
  // --------------------------------------------------------------------------------------------
  /// Entries of `process` in `bucket` after `after_id` ("": from the first), oldest first.
  virtual answer<std::vector<outbox_entry>> read_outbox(std::string process, std::uint32_t bucket,
                                                        std::string after_id, std::uint32_t limit) = 0;
  /// Puts `entry` in place of the one of its id in the outbox of `process`, behind all others there, and
  /// answers its new id; "": there is none.
  virtual answer<std::string> replace_reply(outbox_entry entry, std::string process) = 0;
  /// Extends the lease of `process` by outbox.lease_s and returns Redis' time of the call.
  virtual answer<unix_ms> renew_lease(std::string process) = 0;
  /// Processes whose lease ended more than a margin ago.
  virtual answer<std::vector<std::string>> dead_processes() = 0;
  /// Moves up to `limit` entries of a dead process in `bucket` to `heir`, atomically; how many. 0: none are
  /// left. Refuses (0) when `dead` has a lease again.
  virtual answer<std::uint32_t> take_over(std::string dead, std::string heir, std::uint32_t bucket,
                                          std::uint32_t limit) = 0;
  virtual answer<bool> forget_process(std::string process) = 0;

  /// `source` tells what it has counted in `hour` (since 1970) so far; answers what all sources have, by
  /// name.
  virtual answer<std::vector<hourly_count>> share_counts(std::int64_t hour, std::string source,
                                                         std::vector<hourly_count> own) = 0;

  // --- directory and tokens
  // ----------------------------------------------------------------------------------------
  virtual answer<std::uint64_t> directory_version() = 0;
  virtual answer<versioned_directory> load_directory() = 0;
  /// False: the store no longer has `expected_version`; load and decide again.
  virtual answer<bool> write_directory(std::uint64_t expected_version, directory_change change) = 0;
  virtual answer<std::vector<token_record>> load_tokens() = 0;
  virtual answer<bool> put_token(token_record token) = 0;   ///< false: the name is taken
  virtual answer<bool> remove_token(std::string name) = 0;  ///< false: no such token

  // --- what the administrator sees
  // ---------------------------------------------------------------------------------
  virtual answer<std::vector<ledger_row>> ledger(std::string from_day, std::string to_day) = 0;
  virtual answer<std::vector<dead_letter>> dead_letters(std::uint32_t limit) = 0;
  virtual answer<store_counts> counts() = 0;
  /// Of one resident, oldest first, each with what receipts told of its reply.
  virtual answer<std::vector<trace_record>> traces(std::string msisdn) = 0;
  /// Notes them down among the traces; the very same one a second time is told once by traces().
  virtual answer<bool> note_receipts(std::vector<receipt_record> receipts) = 0;
  /// Of these days, most frequent first.
  virtual answer<std::vector<unmatched_text>> unmatched(std::string from_day, std::string to_day) = 0;
  /// The very same record a second time is kept once.
  virtual answer<bool> append_audit(audit_record record) = 0;
  virtual answer<std::vector<audit_record>> audit(std::uint32_t limit) = 0;  ///< newest first
  /// Everything of a resident but replies that wait, which were promised to the carrier.
  virtual answer<forgotten> forget_resident(std::string msisdn, std::vector<std::string> services) = 0;
  /// Puts the dead letter `id` into the outbox of `process` again, as if it were created now. False: there is
  /// none.
  virtual answer<bool> requeue_dead_letter(std::string id, std::string process) = 0;
  virtual answer<bool> delete_dead_letter(std::string id) = 0;  ///< false: there is none
  /// The oldest `limit` replies that wait, of all processes.
  virtual answer<std::vector<outbox_entry>> waiting_replies(std::uint32_t limit) = 0;
};

}  // namespace duanwen

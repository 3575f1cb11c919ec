#pragma once
// The Lua scripts of storage/redis_store/scripts; cmake/scripts.cmake makes the values. What each wants
// and answers stands at its top.

#include <vector>

#include "storage/redis_link/redis_script.hpp"

namespace duanwen::scripts {

extern const redis_script load_conversation, commit, finish, add_part, take_due_parts;
extern const redis_script renew_lease, dead_processes, take_over, forget_process, share_counts;
extern const redis_script load_directory, write_directory, traces, note_receipts, forget_resident;
extern const redis_script load_letter, requeue, replace_reply;

/// All of them, to be loaded when a link comes up.
std::vector<const redis_script*> all();

}  // namespace duanwen::scripts

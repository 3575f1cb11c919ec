-- What receipts told of replies, among the traces. KEYS: traces of buckets. ARGV: how long traces are kept
-- and how many of them; for each key its records. Answers how many keys there were.
local kept, most = next_number(), next_number()
for _, key in ipairs(KEYS) do try_to_note(append_traces, key, next_list(), kept, most) end
return #KEYS

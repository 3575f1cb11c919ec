-- KEYS: the leases of some buckets. ARGV: process, lease. Answers the time of the call.
local process, lease = next_argument(), next_number()
for _, leases in ipairs(KEYS) do call('ZADD', leases, spelled(now + lease), process) end
return now

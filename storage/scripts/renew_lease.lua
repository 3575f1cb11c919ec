-- KEYS: leases. ARGV: process, lease. Answers the time of the call.
local leases, process, lease = next_key(), next_argument(), next_number()
call('ZADD', leases, spelled(now + lease), process)
return now

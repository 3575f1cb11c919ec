-- KEYS: leases. ARGV: margin. Answers the processes whose lease ended longer ago than the margin.
local leases, margin = next_key(), next_number()
return call('ZRANGEBYSCORE', leases, '-inf', spelled(now - margin))

-- KEYS: the leases of some buckets. ARGV: margin. Answers the processes whose lease ended in one of them
-- longer ago than the margin; some more than once.
local margin, dead = next_number(), {}
for _, leases in ipairs(KEYS) do
  for _, process in ipairs(call('ZRANGEBYSCORE', leases, '-inf', spelled(now - margin))) do
    table.insert(dead, process)
  end
end
return dead

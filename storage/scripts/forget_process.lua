-- KEYS: leases, the outboxes of the process. ARGV: process, margin. Answers 1 when it was dead, its
-- outboxes were empty, and it is forgotten now; else 0.
local leases, process, margin = next_key(), next_argument(), next_number()
local ends = call('ZSCORE', leases, process)
if not ends or tonumber(ends) + margin > now then return 0 end
for i = 2, #KEYS do
  if call('XLEN', KEYS[i]) > 0 then return 0 end
end
for i = 2, #KEYS do call('DEL', KEYS[i]) end
return call('ZREM', leases, process)

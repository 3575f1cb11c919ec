-- KEYS: leases and outbox of the process, by turns, of some buckets. ARGV: process, margin. In each bucket
-- where it is dead and its outbox is empty it is forgotten. Answers in how many, and in how many it was not.
local process, margin = next_argument(), next_number()
local forgotten, kept = 0, 0
for i = 1, #KEYS, 2 do
  local leases, outbox = KEYS[i], KEYS[i + 1]
  local ends = call('ZSCORE', leases, process)
  local lives = ends and tonumber(ends) + margin > now
  if lives or call('XLEN', outbox) > 0 then
    kept = kept + 1
  elseif ends then
    call('DEL', outbox)
    forgotten = forgotten + call('ZREM', leases, process)
  end
end
return {forgotten, kept}

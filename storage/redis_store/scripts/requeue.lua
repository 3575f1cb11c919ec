-- Puts a dead letter into an outbox. KEYS of its bucket: leases, dead letters, outbox. ARGV: id, entry,
-- process, lease. Answers 1, or 0 when there is no such letter.
local leases, dead, outbox = next_key(), next_key(), next_key()
local id, entry, process, lease = next_argument(), next_argument(), next_argument(), next_number()

if #call('XRANGE', dead, id, id) == 0 then return 0 end
list_holder(leases, process, lease)
-- Laid down among the waiting before it is taken away from the dead.
append(outbox, 1, 'e', entry)
return call('XDEL', dead, id)

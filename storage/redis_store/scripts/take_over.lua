-- Moves entries of a dead process to its heir. KEYS of a bucket: leases, outbox of the dead, outbox of the
-- heir.
-- ARGV: dead, heir, margin, lease, most of them. Answers how many; 0 also when the dead holds a lease again.
local leases, from, to = next_key(), next_key(), next_key()
local dead, heir, margin, lease, most =
  next_argument(), next_argument(), next_number(), next_number(), next_number()

local ends = call('ZSCORE', leases, dead)
-- Asked for none, XRANGE answers nothing rather than an empty list.
if most == 0 or from == to or ends and tonumber(ends) + margin > now then return 0 end
want_type(to, 'stream')
local entries = call('XRANGE', from, '-', '+', 'COUNT', most)
for i, entry in ipairs(entries) do
  -- New ids, so that they come after all that the heir has read already.
  list_holder(leases, heir, lease)
  append(to, i, unpack(entry[2]))
  call('XDEL', from, entry[1])
end
if call('XLEN', from) == 0 then call('DEL', from) end
return #entries

-- Long inquiries whose wait is over, each for another wait. KEYS: deadlines. ARGV: what a parts key begins
-- with (it goes on with the member of the deadlines, in the same slot), wait, most of them. Answers
-- {member, {index, part …}} each.
local deadlines = next_key()
local begin, wait, most = next_argument(), next_number(), next_number()

local due = {}
for _, member in ipairs(call('ZRANGEBYSCORE', deadlines, '-inf', spelled(now), 'LIMIT', 0, most)) do
  local parts = redis.pcall('HGETALL', begin .. member)
  if parts.err or #parts == 0 then
    -- Committed, or kept longer than is of use to anybody.
    call('ZREM', deadlines, member)
  else
    call('ZADD', deadlines, spelled(now + wait), member)
    table.insert(due, {member, parts})
  end
end
return due

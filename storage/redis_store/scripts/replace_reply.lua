-- Puts an entry in place of one that waits. KEYS of a bucket: outbox. ARGV: id, entry, how many of the newest
-- are looked through. Answers the id of what stands there now, or '' when there is no such entry.
local outbox, id, entry, newest = next_key(), next_argument(), next_argument(), next_argument()

-- What a stream holds stays as it is, so the new one goes to its end, before the old one is taken away. It
-- names whose place it took, by which the same call once more finds it.
if #call('XRANGE', outbox, id, id) == 1 then
  local new = append(outbox, 1, 'e', entry, 'r', id)
  call('XDEL', outbox, id)
  return new
end
for _, one in ipairs(call('XREVRANGE', outbox, '+', '(' .. id, 'COUNT', newest)) do
  local fields = one[2]
  if fields[3] == 'r' and fields[4] == id then return one[1] end
end
return ''

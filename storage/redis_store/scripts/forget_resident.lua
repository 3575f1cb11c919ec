-- Forgets a resident. KEYS: traces, dead letters, deadlines of parts, the conversations. ARGV: MSISDN, how
-- long traces are kept, the MSISDN as parts spell it, what a parts key begins with (it goes on with the
-- member of the deadlines, in the same slot). Answers {traces, dead letters, others} that went, of which
-- others are conversations and long inquiries.
local traces, dead, deadlines = next_key(), next_key(), next_key()
local msisdn, kept, in_parts, begin = next_argument(), next_number(), next_argument(), next_argument()
want_type(traces, 'list')
want_type(dead, 'stream')
want_type(deadlines, 'zset')

local others_gone = 0
for i = 4, #KEYS do others_gone = others_gone + call('DEL', KEYS[i]) end
for _, member in ipairs(call('ZRANGE', deadlines, 0, -1)) do
  if string.match(member, '^[^:]*:([^:]*):') == in_parts then
    call('DEL', begin .. member)
    others_gone = others_gone + call('ZREM', deadlines, member)
  end
end
local traces_gone, dead_gone = 0, 0
for _, trace in ipairs(call('LRANGE', traces, 0, -1)) do
  local at, whose, is_receipt = read_trace(trace)
  if whose == msisdn then
    local went = call('LREM', traces, 1, trace)
    if at + kept > now and not is_receipt then traces_gone = traces_gone + went end
  end
end
for _, letter in ipairs(call('XRANGE', dead, '-', '+')) do
  local entry = letter[2][6]
  -- An entry begins with its version, the service number and the MSISDN.
  local readable, _, _, whose = pcall(struct.unpack, 'BBc0Bc0', entry or '')
  if readable and whose == msisdn then dead_gone = dead_gone + call('XDEL', dead, letter[1]) end
end
return {traces_gone, dead_gone, others_gone}

-- Stores one part of a long inquiry. KEYS: conversation, parts, deadlines. ARGV: arrival, index, octets of
-- the part, total, member of the deadlines, wait, how long parts are kept at most, redelivery window, most
-- arrivals in doubt.
-- Answers {'waiting'}, {'complete', index, part, index, part …} or {'redelivered'}.
local talk_key, parts, deadlines = next_key(), next_key(), next_key()
local arrival, index, octets, total = next_argument(), next_argument(), next_argument(), next_number()
local member, wait, kept = next_argument(), next_number(), next_number()
local window, doubts_max = next_number(), next_number()

want_type(parts, 'hash')
want_type(deadlines, 'zset')
local talk = read_talk(talk_key)
if same_delivery(talk, {arrival}) then
  confirm(talk_key, talk)
  return {'redelivered'}
end
if note_redelivered(talk_key, talk, {arrival}, window, doubts_max) then return {'redelivered'} end

-- The wait begins with the first part.
local is_first = call('EXISTS', parts) == 0
call('HSET', parts, index, octets)
call('PEXPIRE', parts, spelled(kept))
if is_first then call('ZADD', deadlines, spelled(now + wait), member) end
if call('HLEN', parts) < total then return {'waiting'} end
local all = call('HGETALL', parts)
table.insert(all, 1, 'complete')
return all

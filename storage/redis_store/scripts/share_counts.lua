-- What processes counted in an hour. KEYS: counts of the hour. ARGV: who tells, for how long they are kept,
-- names and sums by turns. A sum takes the place of the one told before. Answers names and the sums of all
-- who told, by turns.
local counts = next_key()
local source, kept, told = next_argument(), next_number(), next_list()
want_type(counts, 'hash')
for i = 1, #told, 2 do call('HSET', counts, source .. '\n' .. told[i], told[i + 1]) end
if #told > 0 then call('PEXPIRE', counts, spelled(kept)) end

local fields, sums = call('HGETALL', counts), {}
for i = 1, #fields, 2 do
  local name = string.match(fields[i], '\n(.*)$')
  if name then sums[name] = (sums[name] or 0) + (tonumber(fields[i + 1]) or 0) end
end
local answer = {}
for name, sum in pairs(sums) do
  table.insert(answer, name)
  table.insert(answer, spelled(sum))
end
return answer

-- Writes and removes entities, all or nothing. KEYS: version, last place, areas, departments, themes.
-- ARGV: expected version; for each kind a list of ids to drop and a list of ids and JSON by turns to put.
-- Answers 1, or 0 when the store has another version.
local version, last_place = next_key(), next_key()
local expected = next_number()
want_type(version, 'string')
want_type(last_place, 'string')
if tonumber(call('GET', version) or 0) ~= expected then return 0 end
local kinds = {next_key(), next_key(), next_key()}
for _, kind in ipairs(kinds) do want_type(kind, 'hash') end

for _, kind in ipairs(kinds) do
  for _, id in ipairs(next_list()) do call('HDEL', kind, id) end
  local puts = next_list()
  for i = 1, #puts, 2 do
    -- What is there keeps its place in the document, what is new goes to the end.
    local before = call('HGET', kind, puts[i])
    local place = before and string.match(before, '^%d+') or spelled(call('INCR', last_place))
    call('HSET', kind, puts[i], place .. '\n' .. puts[i + 1])
  end
end
call('INCR', version)
return 1

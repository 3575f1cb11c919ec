-- Commits of one turn of the loop: each stores conversation, arrivals in doubt, answer and counts, or
-- nothing. KEYS for each commit: conversation, outbox, ledger, leases, and where it has parts: parts,
-- deadlines.
-- ARGV: TTL, redelivery window, lease, most arrivals in doubt, number of commits; for each what read() reads.
-- Answers {now, statuses}: {'committed' | 'conflict' | 'redelivered', revision, state, outbox id} or
-- {'failed', error}.
local ttl, window, lease, doubts_max = next_number(), next_number(), next_number(), next_number()

local function read()
  local c = {talk_key = next_key(), outbox = next_key(), ledger = next_key(), leases = next_key()}
  c.expected, c.state, c.process = next_number(), next_argument(), next_argument()
  c.arrivals, c.answer, c.departments = next_list(), next_list(), next_list()
  local member = next_list()
  if #member > 0 then c.parts, c.deadlines, c.member = next_key(), next_key(), member[1] end
  return c
end

local function look(c)
  want_type(c.leases, 'zset')
  want_type(c.outbox, 'stream')
  want_type(c.ledger, 'hash')
  if not c.parts then return true end
  want_type(c.deadlines, 'zset')
  want_type(c.parts, 'hash')
  return call('EXISTS', c.parts) == 1
end

local function remember(c, talk, id, index)
  for _, arrival in ipairs(c.arrivals) do
    table.insert(talk.doubts, {till = now + window, id = id, arrival = arrival})
  end
  while #talk.doubts > doubts_max do table.remove(talk.doubts, 1) end
  -- Grows with the clock, so that it does not come again after the conversation was forgotten.
  talk.revision = math.max(now_us + index, talk.revision + 1)
  talk.state, talk.state_until = c.state, now + ttl
end

local function commit(c, index)
  local parts_are_there = look(c)
  local talk = read_talk(c.talk_key)
  local revision, state = standing(talk)
  local before = same_delivery(talk, c.arrivals)
  if before then
    confirm(c.talk_key, talk)
    return {'committed', revision, state, before.id}
  end
  if delivered_elsewhere(talk, c.arrivals) or not parts_are_there then
    confirm(c.talk_key, talk)
    return {'redelivered', revision, state, ''}
  end
  if revision ~= c.expected then return {'conflict', revision, state, ''} end

  -- The answer first: cut short here, it is said twice rather than never.
  local id = ''
  if #c.answer > 0 then
    list_holder(c.leases, c.process, lease)
    id = append(c.outbox, index, 'e', c.answer[1])
  end
  remember(c, talk, id, index)
  write_talk(c.talk_key, talk)
  if c.parts then
    call('DEL', c.parts)
    call('ZREM', c.deadlines, c.member)
  end
  for _, department in ipairs(c.departments) do book(c.ledger, 'i:' .. department, 1) end
  return {'committed', talk.revision, talk.state, id}
end

local commits = {}
for i = 1, next_number() do commits[i] = read() end
local statuses = each(commits, commit)
write_books()
return {now, statuses}

-- Commits of one call: each stores conversation, arrivals in doubt, answer and counts, or
-- nothing. KEYS for each commit: conversation, outbox, ledger, leases, and where it has parts: parts,
-- deadlines; traces and texts of the day, where it has such.
-- ARGV: TTL, redelivery window, lease, most arrivals in doubt, how long traces are kept and how many of them,
-- the same of unmatched texts, number of commits; for each what read() reads.
-- Answers {now, statuses}: {'committed' | 'conflict' | 'redelivered', revision, state, outbox id} or
-- {'failed', error}.
local ttl, window, lease, doubts_max = next_number(), next_number(), next_number(), next_number()
local traces_kept, traces_max = next_number(), next_number()
local texts_kept, texts_max = next_number(), next_number()

local function read()
  local c = {talk_key = next_key(), outbox = next_key(), ledger = next_key(), leases = next_key()}
  c.expected, c.state, c.process, c.fused = next_number(), next_argument(), next_argument(), next_number()
  c.arrivals, c.answer, c.departments = next_list(), next_list(), next_list()
  local member = next_list()
  if #member > 0 then c.parts, c.deadlines, c.member = next_key(), next_key(), member[1] end
  local trace, text = next_list(), next_list()
  if #trace > 0 then c.traces, c.trace = next_key(), trace[1] end
  if #text > 0 then c.texts, c.text = next_key(), text[1] end
  return c
end

local function look(c)
  want_type(c.ledger, 'hash')
  if not c.parts then return true end
  want_type(c.deadlines, 'zset')
  want_type(c.parts, 'hash')
  return call('EXISTS', c.parts) == 1
end

local function go_on(c, talk, index)
  -- Grows with the clock, so that it does not come again after the conversation was forgotten.
  talk.revision = math.max(now_us + index, talk.revision + 1)
  talk.state, talk.state_until = c.state, now + ttl
end

-- Traces of a call are appended once a bucket.
local traces, unmatched = {}, {}
local function note(c)
  if c.traces then
    traces[c.traces] = traces[c.traces] or {}
    table.insert(traces[c.traces], c.trace)
  end
  if c.texts then table.insert(unmatched, c) end
end

local function count_text(key, text)
  if call('HLEN', key) >= texts_max and call('HEXISTS', key, text) == 0 then return end
  call('HINCRBY', key, text, 1)
  call('PEXPIRE', key, spelled(texts_kept))
end

local function write_notes()
  for key, records in pairs(traces) do try_to_note(append_traces, key, records, traces_kept, traces_max) end
  for _, c in ipairs(unmatched) do try_to_note(count_text, c.texts, c.text) end
end

-- An answer that somebody else has, or that went out since, is not said once more.
local function done_before(c, before, revision, state)
  local id = came_again_and_was_read(before) and string.sub(before.id, 2) or before.id
  local function waits() return #call('XRANGE', c.outbox, id, id) > 0 end
  local ours = id == '' or id ~= is_redelivery and waits()
  if ours then return {'committed', revision, state, id} end
  return {'redelivered', revision, state, ''}
end

local function commit(c, index)
  local parts_are_there = look(c)
  local talk = read_talk(c.talk_key)
  local revision, state = standing(talk)
  local before = same_delivery(talk, c.arrivals)
  if before then
    confirm(c.talk_key, talk)
    return done_before(c, before, revision, state)
  end
  if note_redelivered(c.talk_key, talk, c.arrivals, window, doubts_max) then
    return {'redelivered', revision, state, ''}
  end
  if not parts_are_there then
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
  remember(talk, id, c.arrivals, window, doubts_max)
  go_on(c, talk, index)
  write_talk(c.talk_key, talk)
  if c.parts then
    call('DEL', c.parts)
    call('ZREM', c.deadlines, c.member)
  end
  for _, department in ipairs(c.departments) do
    book(c.ledger, 'i:' .. department, 1)
    if c.fused == 1 then book(c.ledger, 'f:' .. department, 1) end
  end
  note(c)
  return {'committed', talk.revision, talk.state, id}
end

local commits = {}
for i = 1, next_number() do commits[i] = read() end
local statuses = each(commits, commit)
write_books()
write_notes()
return {now, statuses}

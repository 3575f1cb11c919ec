-- Replies that were sent or given up: each deletes its outbox entry, books it, and forgets what is proven
-- read. KEYS for each: conversation, outbox, ledger, dead letters. ARGV: their number; for each what
-- read() reads.
-- Answers {now, statuses}: {'finished'}, {'gone'} (it was finished before) or {'failed', error}.
local function read()
  local f = {talk_key = next_key(), outbox = next_key(), ledger = next_key(), dead = next_key()}
  f.id, f.reason = next_argument(), next_argument()
  f.proven, f.bookings = next_list(), next_list()
  return f
end

local function forget_proven(f, talk)
  local kept = {}
  for _, doubt in ipairs(talk.doubts) do
    local proven = false
    for _, arrival in ipairs(f.proven) do proven = proven or arrival == doubt.arrival end
    if not proven then table.insert(kept, doubt) end
  end
  if #kept == #talk.doubts then return end
  talk.doubts = kept
  write_talk(f.talk_key, talk)
end

local function finish(f, index)
  want_type(f.outbox, 'stream')
  want_type(f.ledger, 'hash')
  want_type(f.dead, 'stream')
  local talk = #f.proven > 0 and read_talk(f.talk_key) or {doubts = {}}
  local entry = call('XRANGE', f.outbox, f.id, f.id)
  if #entry > 0 then
    -- Laid down among the dead before it is taken away from the waiting.
    if f.reason ~= '' then append(f.dead, index, 'r', f.reason, 't', spelled(now), 'e', entry[1][2][2]) end
    call('XDEL', f.outbox, f.id)
    for i = 1, #f.bookings, 2 do book(f.ledger, f.bookings[i], tonumber(f.bookings[i + 1])) end
  end
  forget_proven(f, talk)
  return {#entry > 0 and 'finished' or 'gone'}
end

local finishes = {}
for i = 1, next_number() do finishes[i] = read() end
local statuses = each(finishes, finish)
write_books()
return {now, statuses}

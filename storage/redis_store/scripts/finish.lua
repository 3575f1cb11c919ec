-- Replies that were sent or given up: each request deletes its outbox entries, books them once, and forgets
-- what is proven read. KEYS for each: conversation, outbox, ledger, dead letters. ARGV: their number; for
-- each what read() reads.
-- Answers {now, statuses}: {'finished'}, {'gone'} (it was finished before) or {'failed', error}.
local function read()
  local f = {talk_key = next_key(), outbox = next_key(), ledger = next_key(), dead = next_key()}
  f.replies = next_list()  -- id and reason by turns
  f.proven, f.bookings = next_list(), next_list()
  return f
end

-- What the reply's end takes along must not keep it from ending.
local function read_doubts(f)
  local nothing = {doubts = {}}
  if #f.proven == 0 then return nothing end
  local readable, talk = pcall(read_talk, f.talk_key)
  if readable then return talk end
  redis.log(redis.LOG_WARNING, f.talk_key .. ' keeps what is in doubt: ' .. text_of(talk))
  return nothing
end

local function forget_proven(f, talk)
  local before = #talk.doubts
  for _, arrival in ipairs(f.proven) do forget_doubt(talk, arrival) end
  if #talk.doubts < before then write_talk(f.talk_key, talk) end
end

-- Laid down among the dead before it is taken away from the waiting, unless it was before.
local deaths = 0
local function lay_down(f, id, reason)
  local entry = call('XRANGE', f.outbox, id, id)
  if #entry == 0 then return end
  deaths = deaths + 1
  append(f.dead, deaths, 'r', reason, 't', spelled(now), 'e', entry[1][2][2])
end

-- Answers whether it was still there.
local function take_away(f, id, reason)
  if reason ~= '' then lay_down(f, id, reason) end
  return call('XDEL', f.outbox, id) == 1
end

-- It is told finished once more, perhaps over another link, and a WAIT covers what its own link wrote.
local function confirm_gone(f)
  call('HSET', f.ledger, '', '')
  call('HDEL', f.ledger, '')
end

local function look(f)
  want_type(f.ledger, 'hash')
  for i = 2, #f.replies, 2 do
    if f.replies[i] ~= '' then want_type(f.dead, 'stream') end
  end
end

local function finish(f)
  look(f)
  local talk = read_doubts(f)
  local any = false
  for i = 1, #f.replies, 2 do any = take_away(f, f.replies[i], f.replies[i + 1]) or any end
  if any then
    for i = 1, #f.bookings, 2 do book(f.ledger, f.bookings[i], tonumber(f.bookings[i + 1])) end
  else
    confirm_gone(f)
  end
  forget_proven(f, talk)
  return {any and 'finished' or 'gone'}
end

local finishes = {}
for i = 1, next_number() do finishes[i] = read() end
local statuses = each(finishes, finish)
write_books()
return {now, statuses}

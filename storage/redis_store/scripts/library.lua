-- What the scripts share; it stands before each of them. Times are milliseconds since 1970, by this server.
local time = redis.call('TIME')
local now_us = time[1] * 1000000 + time[2]
local now = math.floor(now_us / 1000)

-- tostring() would write large numbers as 1.7e+15, and '%d' is faster than '%.0f' where it holds 64 bits.
local whole = string.format('%d', 2 ^ 52) == '4503599627370496' and '%d' or '%.0f'
local function spelled(number) return string.format(whole, number) end

-- Keys and arguments in the order in which the caller put them.
local key_index, argument_index = 0, 0
local function next_key()
  key_index = key_index + 1
  return KEYS[key_index]
end
local function next_argument()
  argument_index = argument_index + 1
  return ARGV[argument_index]
end
local function next_number() return tonumber(next_argument()) end
local function next_list()
  local list = {}
  for i = 1, next_number() do list[i] = next_argument() end
  return list
end

local function fail(what) error({err = what}) end

local function text_of(failure) return type(failure) == 'table' and failure.err or tostring(failure) end

-- Like redis.call, and an error ends the inquiry and not the whole script.
local function call(...)
  local answer = redis.pcall(...)
  if type(answer) == 'table' and answer.err then fail(answer.err) end
  return answer
end

-- Types are looked at before anything is written, once a key. What only the first write concerns needs no
-- such look: of another type, it fails that write.
local types_seen = {}
local function want_type(key, wanted)
  if types_seen[key] == nil or types_seen[key] == 'none' then types_seen[key] = call('TYPE', key).ok end
  if types_seen[key] ~= 'none' and types_seen[key] ~= wanted then
    fail('WRONGTYPE a key of Duanwen holds a ' .. types_seen[key] .. ' and not a ' .. wanted)
  end
end

-- In place of the id of an answer: the arrival is a redelivery of what is in doubt too. Before it: the
-- arrival came again, and that was read; it is known when it is asked for once more, and expected nowhere.
local is_redelivery, is_over = '=', '~'
local function came_again_and_was_read(doubt) return string.sub(doubt.id, 1, 1) == is_over end

-- A conversation: version 1, revision, end of its TTL, state; then each arrival in doubt: until when, the
-- id of the answer, and the arrival itself as hash (8 octets), sequence number (4), bind epoch (8) and link.
local function read_talk(key)
  local octets = call('GET', key)
  local talk = {revision = 0, state = '', state_until = 0, doubts = {}}
  if not octets then return talk end
  local readable = pcall(function()
    local version, at
    version, talk.revision, talk.state_until, talk.state, at = struct.unpack('>BI8I6I2c0', octets)
    if version ~= 1 then fail('version') end
    while at <= #octets do
      local doubt = {}
      doubt.till, doubt.id, doubt.arrival, at = struct.unpack('>I6Bc0I2c0', octets, at)
      if doubt.till > now then table.insert(talk.doubts, doubt) end
    end
  end)
  if not readable then fail('CORRUPT a conversation cannot be read') end
  return talk
end

local function write_talk(key, talk)
  local last = talk.state_until
  local octets = {struct.pack('>BI8I6I2c0', 1, talk.revision, talk.state_until, #talk.state, talk.state)}
  for _, doubt in ipairs(talk.doubts) do
    local id, arrival = doubt.id, doubt.arrival
    table.insert(octets, struct.pack('>I6Bc0I2c0', doubt.till, #id, id, #arrival, arrival))
    last = math.max(last, doubt.till)
  end
  if last > now then
    call('SET', key, table.concat(octets), 'PXAT', spelled(last))
  else
    call('DEL', key)
  end
end

-- What was stored before is told OK once more, perhaps over another link. A WAIT covers what its own link
-- wrote and all before that; so it has to write something, and the same will do.
local function confirm(key, talk)
  if #talk.doubts > 0 then write_talk(key, talk) end
end

-- Whoever has an outbox is among the holders of leases, so that it is found when it is dead.
local listed = {}
local function list_holder(leases, process, lease)
  if listed[leases .. process] then return end
  call('ZADD', leases, 'NX', spelled(now + lease), process)
  listed[leases .. process] = true
end

-- What a resident stands at; a state past its TTL counts as none, though its arrivals may still be in doubt.
local function standing(talk)
  if talk.state_until <= now then return 0, '' end
  return talk.revision, talk.state
end

-- The record of this very arrival: the same call once more.
local function same_delivery(talk, arrivals)
  for _, doubt in ipairs(talk.doubts) do
    for _, arrival in ipairs(arrivals) do
      if doubt.arrival == arrival then return doubt end
    end
  end
end

local function same_octets(a, b) return string.sub(a, 1, 8) == string.sub(b, 1, 8) end
local function same_bind(a, b) return string.sub(a, 13) == string.sub(b, 13) end

-- The carrier read our response to `arrival`. Was that a redelivery, what it repeated is not expected again
-- either; who may still ask for that once more, unheard, is told what became of it.
local function forget_doubt(talk, arrival)
  local repeats
  for i, doubt in ipairs(talk.doubts) do
    local elsewhere = same_octets(doubt.arrival, arrival) and not same_bind(doubt.arrival, arrival)
    local first = doubt.id ~= is_redelivery and not came_again_and_was_read(doubt)
    if elsewhere and first then repeats = repeats or doubt end
    if doubt.arrival == arrival then
      table.remove(talk.doubts, i)
      if doubt.id == is_redelivery and repeats then repeats.id = is_over .. repeats.id end
      return
    end
  end
end

-- The same octets on another link or bind, as often as they are in doubt there and were not delivered again
-- here; beyond that, and on the same bind, another sequence number is a new inquiry.
local function delivered_elsewhere(talk, arrival)
  local expected = 0
  for _, doubt in ipairs(talk.doubts) do
    local again = doubt.id == is_redelivery
    local counts = again == same_bind(doubt.arrival, arrival) and not came_again_and_was_read(doubt)
    if counts and same_octets(doubt.arrival, arrival) then expected = expected + (again and -1 or 1) end
  end
  return expected > 0
end

local function remember(talk, id, arrivals, window, doubts_max)
  for _, arrival in ipairs(arrivals) do
    table.insert(talk.doubts, {till = now + window, id = id, arrival = arrival})
  end
  while #talk.doubts > doubts_max do table.remove(talk.doubts, 1) end
end

-- Whether any of them is a redelivery, which is remembered then: the next one on its bind was texted again.
local function note_redelivered(key, talk, arrivals, window, doubts_max)
  local again = {}
  for _, arrival in ipairs(arrivals) do
    if delivered_elsewhere(talk, arrival) then table.insert(again, arrival) end
  end
  if #again == 0 then return false end
  remember(talk, is_redelivery, again, window, doubts_max)
  write_talk(key, talk)
  return true
end

-- Ids carry the microsecond and a number, so that no two streams of a bucket have the same one. Only after
-- the clock was set back does a stream have to choose by itself.
local function append(stream, number, ...)
  local answer = redis.pcall('XADD', stream, spelled(now_us) .. '-' .. number, ...)
  if type(answer) == 'table' and answer.err and string.find(answer.err, 'equal or smaller', 1, true) then
    return call('XADD', stream, '*', ...)
  end
  if type(answer) == 'table' and answer.err then fail(answer.err) end
  return answer
end

-- Sums of a call are added to the ledger once a field.
local sums = {}
local function book(ledger, field, amount)
  sums[ledger] = sums[ledger] or {}
  sums[ledger][field] = (sums[ledger][field] or 0) + amount
end
-- All else is done by then, so a field that holds no number costs its own sum and no answer.
local function write_books()
  for ledger, fields in pairs(sums) do
    for field, amount in pairs(fields) do
      local answer = redis.pcall('HINCRBY', ledger, field, spelled(amount))
      if type(answer) == 'table' and answer.err then
        redis.log(redis.LOG_WARNING, field .. ' of ' .. ledger .. ' is not counted: ' .. answer.err)
      end
    end
  end
end

-- A trace: when (6 octets), whose (a length and the MSISDN), and what only we read, but that a receipt begins
-- with an octet of its own.
local receipt_kind = 64
local function read_trace(octets)
  local readable, at, whose = pcall(struct.unpack, '>I6Bc0', octets)
  if readable then return at, whose, string.byte(octets, 8 + #whose) == receipt_kind end
  return 0, nil, false
end

local function append_traces(key, records, kept, most)
  for i, record in ipairs(records) do records[i] = struct.pack('>I6', now) .. record end
  local length = call('RPUSH', key, unpack(records))
  call('PEXPIRE', key, spelled(kept))
  if length > most then call('LTRIM', key, spelled(-most), -1) end
  for _ = 1, #records + 1 do
    local at = read_trace(call('LINDEX', key, 0) or '')
    if at + kept > now then return end
    call('LPOP', key)
  end
end

-- Notes serve administrators only, so what goes wrong with them costs nobody an answer.
local function try_to_note(work, key, ...)
  local worked, failure = pcall(work, key, ...)
  if not worked then redis.log(redis.LOG_WARNING, key .. ' is not noted: ' .. text_of(failure)) end
end

-- One status for each, so that one that fails does not take its neighbours with it.
local function each(requests, work)
  local statuses = {}
  for i, request in ipairs(requests) do
    local worked, status = pcall(work, request, i)
    -- A replica writes nothing for anybody; said of the whole call, it makes the caller look for the master.
    if not worked and string.find(text_of(status), '^READONLY') then fail(text_of(status)) end
    statuses[i] = worked and status or {'failed', text_of(status)}
  end
  return statuses
end

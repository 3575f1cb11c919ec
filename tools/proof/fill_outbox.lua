-- Makes one waiting reply many, each to a resident of its own in the bucket where it belongs.
-- KEYS: the stream with the one. ARGV: its process, the resident's number in it (11 digits), first and last
-- of the new ones.
local sample = redis.call('XRANGE', KEYS[1], '-', '+', 'COUNT', 1)[1][2][2]
local process, resident, first, last = ARGV[1], ARGV[2], tonumber(ARGV[3]), tonumber(ARGV[4])

local steps = {}
for octet = 0, 255 do
  local crc = bit.lshift(octet, 8)
  for _ = 1, 8 do
    crc = bit.band(crc, 0x8000) ~= 0 and bit.bxor(bit.lshift(crc, 1), 0x1021) or bit.lshift(crc, 1)
  end
  steps[octet] = bit.band(crc, 0xffff)
end
local function bucket_of(msisdn)
  local crc = 0
  for i = 1, #msisdn do
    local step = steps[bit.bxor(bit.rshift(crc, 8), string.byte(msisdn, i))]
    crc = bit.bxor(bit.band(bit.lshift(crc, 8), 0xffff), step)
  end
  return crc % 64
end

for i = first, last do
  local number = string.format('137%08d', i)
  local outbox = string.format('{b%02d}:o:%s', bucket_of('86' .. number), process)
  redis.call('XADD', outbox, '*', 'e', (string.gsub(sample, resident, number)))
end
return last - first + 1

-- Of one resident, oldest first. KEYS: traces. ARGV: MSISDN, how long traces are kept. Answers {octets …}.
local traces, msisdn, kept = next_key(), next_argument(), next_number()
local of_one = {}
for _, trace in ipairs(call('LRANGE', traces, 0, -1)) do
  local at, whose = read_trace(trace)
  if whose == msisdn and at + kept > now then table.insert(of_one, trace) end
end
return of_one

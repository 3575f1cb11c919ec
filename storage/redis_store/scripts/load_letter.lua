-- KEYS: dead letters. ARGV: id. Answers {now} and the letter, as XRANGE gives it, where there is one.
local letters = call('XRANGE', next_key(), ARGV[1], ARGV[1])
return {now, letters[1]}

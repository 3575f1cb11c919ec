-- KEYS: conversation. Answers {revision, state}; 0 and nothing where there is none.
local revision, state = standing(read_talk(next_key()))
return {revision, state}

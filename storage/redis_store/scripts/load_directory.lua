-- KEYS: version, areas, departments, themes. Answers {version, areas, departments, themes} of one moment;
-- each entity is its place in the document, a newline and its JSON.
return {tonumber(call('GET', next_key()) or 0), call('HVALS', next_key()), call('HVALS', next_key()),
  call('HVALS', next_key())}

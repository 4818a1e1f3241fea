"""Language: a passage in, the mentions in it out (numbers, periods, terms, change words, roles), each with its place."""

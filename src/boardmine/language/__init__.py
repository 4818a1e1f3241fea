"""Language: a passage in, its mentions (numbers, periods, terms, change words, roles) out, each with its place."""

"""Many files into one store, in steps: discover, plan, work, commit.

- `discover`: which files there are
- `plan`: which of them must be read, by the hash of their content and the rules that read them
- `work`: read them, in worker processes, one file costing no more than itself
- `commit`: one writer, each file in its own transaction
- `cluster`, `shared`, `gather`: the same work on many machines, what it leaves, and the store of that
- `ingest`: the steps in a row; `preview`: the same, but only to say what would change
"""

"""The store: observations in DuckDB, with migrations, loading, and queries that can only read.

- `rows`: what an analysis says, as rows (pure; made in the worker processes)
- `connect`: open a store for writing or for reading
- `migrate`: bring a store to the present form
- `load`: write a document's rows, or that it was refused, each in one transaction
- `state`: what a store knows already of which file
- `query`: run one statement that only reads
"""

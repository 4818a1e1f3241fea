"""Runs: what `boardmine run` carries out, as a run configuration says.

- `configuration`: the YAML of a run configuration, checked; `find` gives those that come with boardmine by name
- `sources`: from the files, folders and patterns of a configuration to papers
- `steps`: the steps of a run in their order; each says what it did in a form that anybody can show
- `fetch`, `ingest`, `check`, `report`, `summary`: one module a step
"""

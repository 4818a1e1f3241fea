# make demo   set up, ingest the sample documents, show what came out
# make test   set up, check style, types and import direction, run all tests
# make bench  how fast, and in how much memory, papers are read: ratios to pdfplumber

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed

.PHONY: setup demo test quick bench lint clean

setup: $(STAMP)

$(STAMP): pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[dev]'
	$(BIN)/python -m compileall -q src
	touch $(STAMP)

demo: setup
	BIN=$(BIN) sh sample_docs/demo.sh

lint: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

test: lint
	$(BIN)/python -m pytest -n 2

quick: lint
	$(BIN)/python -m pytest -n 2 -m 'not corpus'

bench: setup
	$(BIN)/python benchmarks/read.py

clean:
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis demo.duckdb

"""Checks: what can be recomputed is recomputed, and what is stated twice is compared.

- `ledger`: what became of every numeral of a document
- `statement`, `finding`: what the checks take and give; `precision`: how exactly a number is said
- `rules`: what adds up to what, from `schemas/checks.yaml`
- `changes`, `additions`, `opposites`, `shares`, `rates`, `flows`, `plausible`, `agreement`: the checks
- `examine`: all of them over the papers of one council
"""

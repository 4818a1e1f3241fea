"""Checks: the ledger of numerals."""

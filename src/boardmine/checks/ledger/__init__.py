"""The ledger of numerals: every number that stands in a document, each once, with what became of it.

A numeral is a run of digits with what holds it together (`1,022`, `41.4`, `2020`). Numbers written in words are in
the ledger where they were read as numbers. What became of a numeral is its *fate*: an observation was made of it, or
it is known to be something else, or it is left unexplained.

    fates      the fates, the entries, the ledger
    account    puts the ledger together: of several accounts of a number, which one counts
    mentions   what the language components found in the passages
    spots      the passages of a document, each with its part and what stands over it
    structure  what a number is by its place: a page number of an agenda, a marker, a tick of an axis, part of a story
    tables     what a number is by its place in a table: a label, a head, a stamp, a whole
    others     what counts or shares something that no metric is for

The last four explain what the others left; they never take a number from an observation.
"""

from boardmine.checks.ledger.account import NUMERAL, ledger_of
from boardmine.checks.ledger.fates import Entry, Fate, Ledger

__all__ = ["NUMERAL", "Entry", "Fate", "Ledger", "ledger_of"]

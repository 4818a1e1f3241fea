"""How far extraction can be trusted: what it finds in papers, held against what people have read in them.

`load_references` reads reference records, `judge` holds observations against them, `changes_between` tells what a
change of rules gained and lost. An observation and a reference record are about the same number when document and
value agree and their quotes overlap. Then an observation is

- *found*: the same number in the same place;
- *core*: and metric, kind and unit agree;
- *strict*: and breakdown, area, role and period agree too.
"""

from boardmine.evaluation.agreement import CORE_FIELDS, FIELDS, Field
from boardmine.evaluation.changes import Changes, Entry, changes_between, load_run, run_of, save_run
from boardmine.evaluation.judgement import Judgement, Rates, Tally, judge
from boardmine.evaluation.pairing import Outcome, Verdict
from boardmine.evaluation.papers import choose, observations_of
from boardmine.evaluation.references import Reference, load_references

__all__ = [
    "CORE_FIELDS",
    "FIELDS",
    "Changes",
    "Entry",
    "Field",
    "Judgement",
    "Outcome",
    "Rates",
    "Reference",
    "Tally",
    "Verdict",
    "changes_between",
    "choose",
    "judge",
    "load_references",
    "load_run",
    "observations_of",
    "run_of",
    "save_run",
]

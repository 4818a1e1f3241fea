"""Labels that go on from the population that they name to those of it who have something that is not understood."""

from __future__ import annotations

import re

from boardmine.catalogue.model import Metric
from boardmine.extractors.tables.meaning import Meaning
from boardmine.language.wording import FUNCTION_WORDS, PEOPLE

_OF_SOME = re.compile(
    r"\W{0,3}\b(?:who|whose|whom|that|which|where|with|without|having|in|on|under|from|for\s+whom|"
    r"(?!lasting|looking|including|excluding|ending|being|sibling)[a-z]{3,}ing|"
    r"(?:placed|seen|reported|referred|visited|given|offered|identified|convicted|diagnosed|charged|involved|linked)|"
    r"(?P<alone>returned|reunified|offended|homeless|pregnant|disabled|absent|parents|mothers|fathers|carers)"
    r")\b"
)
"""What begins, right behind a population, words for some of it: `who offend`, `placed with siblings`."""
_KIN = re.compile(r"siblings?\b(?!\s+groups?\b)", re.I)
_WHOLE = frozenset(
    "area authority borough city council county district the la local national region town "
    "april august december february january july june march may november october september "
    "date day end ended ending month months period point quarter snapshot time week year years "
    "active all any current currently force group groups open live total overall "
    "aged allocated caseload known looked recorded registered reported services service team teams supported care "
    "plan plans".split()
)
"""Words of the whole of a population: where and when it is counted."""


def tells_of_some(meaning: Meaning, metric: Metric) -> bool:
    """Whether a label names the population that a metric counts and behind it, in words that are not understood, a
    part of it: `Children in care with a passport`."""
    term, passage = meaning.term, meaning.passage
    if term is None or not metric.counts or any(d in metric.by for m in passage.members for d, _ in m.members):
        return False
    tail = _OF_SOME.match(meaning.text, term.end)
    if tail is None:
        return False
    quantities = [q for q in passage.quantities if q.reading]
    found = [*passage.periods, *passage.areas, *passage.roles, *quantities]
    words = [t for t in passage.tokens if t.start >= term.end and t.lower[0].isalpha()]
    unknown = [t for t in words if not any(m.start <= t.start and t.end <= m.end for m in found)]
    says_it_all = tail["alone"] is not None or tail[0].lower().endswith("ing")
    told = [t for t in unknown if t.end > tail.end() or (t.end == tail.end() and says_it_all)]
    return any(t.lower not in FUNCTION_WORDS | PEOPLE | _WHOLE or _KIN.match(meaning.text, t.start) for t in told)

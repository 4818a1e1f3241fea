"""Words that deny what a term says: `9% were not in suitable accommodation`, `PEPs not completed: 6`, `and 64 are not`.

A number whose term is denied is of the term's opposite, where the catalogue has one, and else of nothing that it knows.
"""

from __future__ import annotations

import re

from boardmine.extractors.sentence import Sentence
from boardmine.language.mentions import TermMention
from boardmine.language.wording import one_of

_NOT = rf"(?:\b{one_of('not, never, without, no longer, unable to, failed to, yet to')}|n['’]t)\b"
_NO_DENIAL = one_of("only, just, all, least, less, fewer, more, including, known, known:, yet, necessarily")
"""Behind `not`: `not only`, `not less than`. `Not known` is a member of its own."""
_NEW_CLAUSE = one_of("and, but, so, or, who, which, that, because, as, while, whilst, compared, against, from, until")
_LEADS = rf"(?:\s+(?!{_NEW_CLAUSE}\b)[^\W\d][\w’'-]*){{0,6}}\s*"
_DENIES_AHEAD = re.compile(rf"{_NOT}(?!\s+{_NO_DENIAL}\b){_LEADS}$", re.I)
"""What leads from the denial to the term: `not been seen`, `not have an up to date`."""
_REACH = 70

_AUXILIARY = one_of("are, were, is, was, have been, has been, had been, have, had, being, be, still")
_DENIES_BEHIND = re.compile(rf"^\s*(?:{_AUXILIARY}\s+)?(?:not|n['’]t)\b(?!\s+{_NO_DENIAL}\b)", re.I)
"""`PEPs were not`, behind the term"""

_DO = one_of("are, were, is, was, have, has, had, do, does, did, could, would, will, can")
_AGAIN = rf"(?:\s+{one_of('have, had, do, done, been, received?, be, get')}(?:\s+{one_of('one, any, so, this, it')})?)?"
_IS_THE_REST = re.compile(
    rf"\s*(?:\([^()]{{1,12}}\)\s*)?(?:of\s+(?:them|these|whom)\s+)?{_DO}\s*(?:not|n['’]t)\b{_AGAIN}\s*(?=[.,;:)]|$)",
    re.I,
)
"""`64 are not`, and nothing more: those who are left of what was told before."""


def is_denied(sentence: Sentence, term: TermMention) -> bool:
    """Whether a denial leads to a term, stands in its gaps, or right behind it."""
    lead = sentence.between(max(sentence.start, term.start - _REACH), term.start)
    if _DENIES_AHEAD.search(lead):
        return True
    gaps = zip(term.segments, term.segments[1:], strict=False)
    if any(_DENIES_AHEAD.search(sentence.between(a[1], b[0])) for a, b in gaps):
        return True
    return _DENIES_BEHIND.match(sentence.between(term.end, term.end + _REACH)) is not None


def is_the_rest(sentence: Sentence, end: int) -> bool:
    """Whether a number that ends here counts those of whom the sentence before said something that they are not."""
    return _IS_THE_REST.match(sentence.between(end, end + _REACH)) is not None

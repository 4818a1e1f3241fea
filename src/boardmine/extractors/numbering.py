"""The numbers of paragraphs that bear no stop, `14 External placements have gone up`: told by those around them, of
which each is one more than the one before."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from boardmine.language.annotate import Annotated
from boardmine.language.mentions import Quantity, Use

_LEADING = re.compile(r"\s*(?P<number>\d{1,3})\s+(?=[A-Z£“\"'(\d])")
_SHORTEST = 3
"""So many in a row are a numbering; fewer may be values that happen to follow each other."""
_NEAR = 30
"""How many passages back the number before may stand: lists and tables lie between."""


def without_numbering(passages: Sequence[Annotated], annotate: Callable[[str], Annotated]) -> list[Annotated]:
    """The passages of a paper in their order, read without the numbers of their paragraphs. Offsets stay."""
    leading = {i: m for i, p in enumerate(passages) if (m := _LEADING.match(p.text))}
    numbered = _in_a_row({i: int(m["number"]) for i, m in leading.items()})
    return [_unnumbered(p, leading[i].span("number"), annotate) if i in numbered else p for i, p in enumerate(passages)]


def _in_a_row(numbers: dict[int, int]) -> set[int]:
    """The places, in their order, whose numbers go up by one at least so often."""
    last_at: dict[int, int] = {}
    runs: dict[int, list[int]] = {}
    for at, number in numbers.items():
        before = last_at.get(number - 1)
        near = before is not None and at - before <= _NEAR
        runs[at] = [*runs[before], at] if before is not None and near else [at]
        last_at[number] = at
    return {at for run in runs.values() if len(run) >= _SHORTEST for at in run}


def _unnumbered(passage: Annotated, number: tuple[int, int], annotate: Callable[[str], Annotated]) -> Annotated:
    end = number[1]
    rest = annotate(" " * end + passage.text[end:])
    return replace(rest, quantities=(Quantity(*number, Use.REFERENCE), *rest.quantities))

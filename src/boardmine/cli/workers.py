"""Options of the commands that read many papers in worker processes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from boardmine.batch.reading import Reading

Jobs = Annotated[
    int | None,
    typer.Option("--jobs", min=1, metavar="N", help="Read N files at a time. [default: one a processor]"),
]
TimeLimit = Annotated[
    float, typer.Option("--time-limit", min=1, metavar="SECONDS", help="Give up a file that takes longer.")
]
MemoryLimit = Annotated[
    float, typer.Option("--memory-limit", min=300, metavar="MB", help="Give up a file whose worker needs more.")
]


def reading_of(jobs: int | None, time_limit: float, memory_limit: float, cache: Path | None = None) -> Reading:
    """How files are read, with as many workers as processors where no number is given."""
    from boardmine.batch.reading import Reading, processors

    return Reading(jobs or processors(), time_limit, memory_limit=memory_limit, cache=cache)

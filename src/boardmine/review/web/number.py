"""One number as a page: evidence on the left, record and decisions on the right."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, get_args

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from boardmine.document import Page
from boardmine.errors import InputError, QueryError
from boardmine.records import Basis, Bound, Unit
from boardmine.review.chart import Point, chart
from boardmine.review.decisions import (
    BREAKDOWNS,
    form_of,
    meaning_of,
    record_decision,
    standing_at,
    take_back,
)
from boardmine.review.desk import Paper
from boardmine.review.evidence import Rectangle, evidence, rectangles
from boardmine.review.missed import number_at, standing_of, value_of
from boardmine.review.number import Number, look, metrics_near, over_time
from boardmine.review.queue import Filters, queue
from boardmine.review.rereading import Read
from boardmine.review.sheet import ShownBlock, around
from boardmine.review.web.forms import filters_of, posted, reviewer_of, site_of, whole
from boardmine.review.web.render import ROLES, address, page
from boardmine.review.web.site import Site
from boardmine.store.meaning import Meaning
from boardmine.store.places import Standing
from boardmine.store.reviews import Word, fallen

_WORDS: tuple[Word, ...] = get_args(Word)


@dataclass(frozen=True, slots=True)
class Shown:
    """What the left of the page shows: the standing of the number; the page and its rectangles, None where the paper
    has not been read yet; or the blocks of a paper without pages; what governs the number in words; or why all that is
    left is the quote."""

    standing: Standing
    paper: Paper
    page: Page | None = None
    rectangles: Sequence[Rectangle] | None = None
    blocks: Sequence[ShownBlock] = ()
    governing: Sequence[tuple[str, str]] = ()
    fault: str = ""


def show_number(request: Request) -> Response:
    """The page of a number."""
    return _number_page(request, *_named(request), filters_of(request.query_params))


def show_marks(request: Request) -> Response:
    """The marks of a number on its page, for a page that was shown before its paper was read."""
    site = site_of(request)
    document, start = _named(request)
    with site.desk.store() as connection:
        number = look(connection, document, start)
    shown = _shown(site, number, wait=True)
    if shown.fault:
        raise HTTPException(409, shown.fault)
    return page(request, "marks.html", shown=shown)


async def decide(request: Request) -> Response:
    """A decision that was posted; leads on to the next number that is open."""
    fields = await posted(request)
    return await run_in_threadpool(_decided, request, fields)


async def undo(request: Request) -> Response:
    """A decision is taken back; leads to its number."""
    fields = await posted(request)
    review = whole(fields.get("review", ""))
    if review is None:
        raise HTTPException(400, "There is no such decision.")
    document, start = await run_in_threadpool(take_back, site_of(request).desk, review, reviewer_of(request))
    if fields.get("then") == "queue":
        return RedirectResponse(address("/queue", filters_of(fields)), 303)
    return RedirectResponse(address(f"/numbers/{document}/{start}", filters_of(fields), said="undone"), 303)


def _decided(request: Request, fields: dict[str, str]) -> Response:
    site = site_of(request)
    document, start = _named(request)
    filters = filters_of(fields)
    word = next((word for word in _WORDS if word == fields.get("decision")), None)
    if word is None:
        raise HTTPException(400, "A decision is accept, reject, edit or add.")
    with site.desk.store() as connection:
        here = queue(connection, replace(filters, state="open")).after((document, start))
        number = look(connection, document, start)
    after = None
    if word in ("edit", "add"):
        standing = standing_at(site.desk, number)
        after, faults = meaning_of(fields, site.desk.catalogue, standing)
        if after is None:
            return _number_page(request, document, start, filters, fields, faults)
    seen = whole(fields.get("seen", "")) or 0
    review = record_decision(
        site.desk,
        document,
        start,
        word,
        after,
        reviewer_of(request),
        fields.get("why", ""),
        seen,
    )
    if fields.get("stay") == "yes" or here is None:
        return RedirectResponse(address(f"/numbers/{document}/{start}", filters, said=word, review=review), 303)
    return RedirectResponse(address(f"/numbers/{here.document}/{here.start}", filters, said=word, review=review), 303)


def _number_page(
    request: Request,
    document: str,
    start: int,
    filters: Filters,
    fields: dict[str, str] | None = None,
    faults: dict[str, str] | None = None,
) -> Response:
    site = site_of(request)
    with site.desk.store() as connection:
        number = look(connection, document, start)
        found = queue(connection, filters)
        near = metrics_near(connection, document, start)
        drawn = over_time(connection, number.observation) if number.observation else []
        said = _said(request, connection)
        lost = [] if number.standing or number.unexplained else fallen(connection)
    beside: dict[str, Any] = {"following": found.after((document, start)), "preceding": found.before((document, start))}
    for gone in lost:
        if (gone["document"], gone["number_start"]) == (document, start):
            record = Meaning.of(gone["after"]) if gone["after"] else None
            return page(request, "fallen.html", filters=filters, lost=gone, record=record, **beside)
    shown = _shown(site, number, wait=bool(request.query_params.get("wait")))
    form = form_of(number.now)
    if number.now is None:
        form = _suggested(number, shown.standing, form)
    points = [
        Point(
            row["period_end"],
            row["value"],
            f"{row['value']:g}, {row['document']}",
            f"/numbers/{row['key']}/{row['start']}",
            "this" if (row["key"], row["start"]) == (document, start) else "newest",
        )
        for row in drawn
    ]
    return page(
        request,
        "number.html",
        number=number,
        shown=shown,
        filters=filters,
        found=found,
        item=next((item for item in found.items if item.key == (document, start)), None),
        **beside,
        place=next((i for i, item in enumerate(found.items, 1) if item.key == (document, start)), None),
        chart=chart(points),
        others=[row for row in drawn if _same_figure(row, number)],
        form=form | (fields or {}),
        faults=faults or {},
        near=[m for m in near if m in site.desk.catalogue.metrics],
        breakdowns=range(BREAKDOWNS),
        offered={
            "unit": [(unit.value, unit.value.replace("_", " ")) for unit in Unit],
            "bound": [(bound.value, bound.value.replace("_", " ")) for bound in Bound],
        },
        said=said,
    )


def _same_figure(row: Mapping[str, Any], number: Number) -> bool:
    """Whether a statement elsewhere is of the period that a number is about."""
    assert number.now is not None, "what is drawn is what a record says"
    period = number.now.period_start, number.now.period_end
    return (row["period_start"], row["period_end"]) == period and (row["key"], row["start"]) != (
        number.document,
        number.start,
    )


def _said(request: Request, connection: Any) -> dict[str, Any] | None:
    """What has just been done, for the line at the top of the page."""
    word, review = request.query_params.get("said", ""), whole(request.query_params.get("review", ""))
    if word == "undone":
        return {"word": word, "review": None, "number": ""}
    if word not in _WORDS or review is None:
        return None
    rows = connection.execute(
        "SELECT number FROM decisions WHERE review = ? AND decision = ?", [review, word]
    ).fetchall()
    return {"word": word, "review": review, "number": rows[0][0]} if rows else None


def _suggested(number: Number, standing: Standing, form: dict[str, str]) -> dict[str, str]:
    """What can be told of a number without a record: its value and unit as written, the date of its paper."""
    value, unit = value_of(standing.number)
    day = number.published.isoformat() if number.published else ""
    return form | {
        "value": "" if value is None else f"{value:.10g}",
        "unit": unit,
        "period_start": day,
        "period_end": day,
        "period_basis": Basis.DOCUMENT.value,
    }


def _shown(site: Site, number: Number, *, wait: bool) -> Shown:
    paper = site.desk.paper(number.document)
    standing = number.standing
    try:
        read = site.desk.held(paper)
        if read is None and (wait or standing is None or paper.format != "pdf"):
            read = site.desk.read(paper)
        if standing is None:
            assert read is not None, "a number that the store does not know is looked up in the paper"
            written = number_at(read.document, number.start)
            standing = standing_of(read.document, read.parts, paper.key, written)
    except InputError as error:
        if standing is None:
            raise QueryError(error.reason) from error
        return Shown(standing, paper, fault=error.reason)
    if read is None:
        return Shown(standing, paper)
    if read.document.text[standing.number_start : standing.number_end] != standing.number:
        return Shown(standing, paper, fault="has another text than when its numbers were read: ingest it again")
    return _marked(read, standing, paper)


def _marked(read: Read, standing: Standing, paper: Paper) -> Shown:
    document = read.document
    marks = evidence(
        document, read.parts, (standing.char_start, standing.char_end), (standing.number_start, standing.number_end)
    )
    governing = [
        (ROLES[mark.role], " ".join(document.text[mark.start : mark.end].split()))
        for mark in marks
        if mark.role not in ("number", "quote")
    ]
    held = next((p for p in document.pages if p.number == standing.page), None)
    if held is None:
        return Shown(standing, paper, blocks=around(document, marks), governing=governing)
    return Shown(standing, paper, held, rectangles(document, marks, held.number), governing=governing)


def _named(request: Request) -> tuple[str, int]:
    return request.path_params["document"], request.path_params["start"]

"""Papers, meetings, measures and the scorecard as pages."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from boardmine.checks.phrases import when
from boardmine.document import BlockKind
from boardmine.errors import QueryError
from boardmine.reports.facts import gather, with_unit
from boardmine.review import papers
from boardmine.review.chart import Point, chart
from boardmine.review.evidence import Mark, Role, rectangles
from boardmine.review.missed import numbers_between
from boardmine.review.sheet import BLOCKS_A_SHEET, stretch
from boardmine.review.web.forms import day_of, site_of
from boardmine.review.web.render import page


def show_papers(request: Request) -> Response:
    """All papers."""
    with site_of(request).desk.store() as connection:
        found = papers.papers(connection)
    return page(request, "papers.html", papers=found)


def show_paper(request: Request) -> Response:
    """A paper: its parts and their figures."""
    site = site_of(request)
    paper = site.desk.paper(request.path_params["document"])
    with site.desk.store() as connection:
        found = papers.parts(connection, paper.key)
        [about] = [row for row in papers.papers(connection) if row["key"] == paper.key]
    return page(request, "paper.html", paper=paper, about=about, parts=found)


def show_sheet(request: Request) -> Response:
    """A page of a paper, or a stretch of one without pages: every number of it, recorded or not, to be chosen."""
    site = site_of(request)
    paper = site.desk.paper(request.path_params["document"])
    number = request.path_params["number"]
    with site.desk.store() as connection:
        figures = papers.figures_on(connection, paper.key)
    read = site.desk.read(paper)
    document = read.document
    known = {(f["start"], f["number_end"]): f for f in figures}
    sheet = next((p for p in document.pages if p.number == number), None)
    if document.pages:
        last = len(document.pages)
        if sheet is None:
            raise HTTPException(404, f"{paper.name} has {last} pages.")
        start, end = sheet.start, sheet.end
        blocks = []
    else:
        last = max(1, -(-len(document.blocks) // BLOCKS_A_SHEET))
        if not 1 <= number <= last:
            raise HTTPException(404, f"{paper.name} has {last} sheets.")
        first = (number - 1) * BLOCKS_A_SHEET
        blocks = [b for b in document.blocks[first : first + BLOCKS_A_SHEET] if b.kind is not BlockKind.FURNITURE]
        start, end = min((b.start for b in blocks), default=0), max((b.end for b in blocks), default=0)
    others = numbers_between(document, start, end, known)
    recorded = [(low, high) for low, high in sorted(known) if start <= low < end]
    marks = [Mark(Role.NUMBER, low, high) for low, high in recorded]
    marks += [Mark(Role.NUMBER, other.start, other.end) for other in others]
    places = {(mark.start, mark.end): rectangles(document, [mark], number)[:1] if sheet else [] for mark in marks}
    return page(
        request,
        "sheet.html",
        paper=paper,
        sheet=sheet,
        number=number,
        last=last,
        blocks=[] if sheet else stretch(document, first, first + BLOCKS_A_SHEET, marks),
        recorded=[(known[place], places[place]) for place in recorded],
        others=[(other, places[other.start, other.end]) for other in others],
        starts={low: True for low, _ in recorded},
    )


def show_meetings(request: Request) -> Response:
    """All dates of meetings and reports."""
    with site_of(request).desk.store() as connection:
        found = papers.meetings(connection)
    return page(request, "meetings.html", meetings=found)


def show_meeting(request: Request) -> Response:
    """The parts of one date and their figures."""
    day = day_of(request.path_params["day"])
    if day is None:
        raise HTTPException(404, "A meeting has a date such as 2024-01-16.")
    with site_of(request).desk.store() as connection:
        found = papers.meeting(connection, day)
    return page(request, "meeting.html", when_held=day, parts=found)


def show_metrics(request: Request) -> Response:
    """The measures that papers state."""
    with site_of(request).desk.store() as connection:
        found = papers.metrics(connection)
    return page(request, "metrics.html", families=_grouped(found, "title"))


def show_metric(request: Request) -> Response:
    """A measure over time: a chart and the statements of each figure."""
    site = site_of(request)
    metric = site.desk.catalogue.metrics.get(request.path_params["metric"])
    if metric is None:
        raise QueryError(f"{request.path_params['metric']} is no metric of the catalogue")
    with site.desk.store() as connection:
        rows = papers.history(connection, metric.id)
    names = ("council", "area", "breakdown", "role", "unit", "span")
    figures = []
    for _, group in groupby(rows, key=lambda row: tuple(row[name] for name in names)):
        held = list(group)
        figures.append({**{name: held[0][name] for name in names}, "rows": held, "chart": chart(_points(held))})
    figures.sort(key=lambda figure: (figure["chart"] is None, -len(figure["rows"])))
    return page(request, "metric.html", metric=metric, figures=figures)


def show_scorecard(request: Request) -> Response:
    """What the newest papers of a council state."""
    with site_of(request).desk.store() as connection:
        councils = papers.council_names(connection)
        asked = request.query_params.get("council", "")
        wanted = next((name for key, name in councils if key == asked), None)
        facts = gather(connection, wanted) if councils else None
        names = [row["observation"] for row in facts.scorecard] if facts else []
        places = papers.places_of(connection, names)
    families = _grouped(facts.scorecard, "title") if facts else []
    return page(request, "scorecard.html", facts=facts, families=families, councils=councils, places=places)


def _points(rows: list[dict[str, Any]]) -> list[Point]:
    points = []
    for row in rows:
        if row["period_end"]:
            period = when((row["period_start"], row["period_end"]))
            said = f"{with_unit(row['value'], row['unit'])}, {period}, {row['document']}"
            points.append(
                Point(row["period_end"], row["value"], said, f"/numbers/{row['key']}/{row['start']}", row["standing"])
            )
    return points


def _grouped(rows: Any, name: str) -> list[tuple[str, list[dict[str, Any]]]]:
    return [(title, list(group)) for title, group in groupby(rows, key=lambda row: row[name])]

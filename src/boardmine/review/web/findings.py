"""Findings, and what people decided, as pages."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from boardmine.errors import QueryError
from boardmine.review.papers import places_of
from boardmine.review.web.forms import site_of
from boardmine.review.web.render import page
from boardmine.store.lookup import findings
from boardmine.store.reviews import fallen, rejected_by_rule, reviews

_NEWEST = 500


def show_findings(request: Request) -> Response:
    """What does not fit together, worst first."""
    with site_of(request).desk.store() as connection:
        found = findings(connection)
    return page(request, "findings.html", findings=found)


def show_finding(request: Request) -> Response:
    """One finding with all quotes side by side."""
    wanted = request.path_params["finding"]
    with site_of(request).desk.store() as connection:
        found = [finding for finding in findings(connection) if finding.id == wanted]
        if not found:
            raise QueryError("this finding is there no more: a number that it was about has been decided on")
        places = places_of(connection, [s.observation for s in found[0].statements])
    return page(request, "finding.html", finding=found[0], places=places)


def show_reviews(request: Request) -> Response:
    """What people decided, the newest first, and how each way of reading fared."""
    with site_of(request).desk.store() as connection:
        found = reviews(connection, limit=_NEWEST)
        rules = rejected_by_rule(connection)
        lost = fallen(connection)
        in_force = {review for (review,) in connection.execute("SELECT review FROM decisions").fetchall()}
    return page(request, "reviews.html", reviews=found, rules=rules, fallen=lost, in_force=in_force)

"""The queue as a page."""

from __future__ import annotations

from dataclasses import replace

from starlette.requests import Request
from starlette.responses import Response

from boardmine.review.queue import WHY, choices, queue
from boardmine.review.web.forms import filters_of, site_of, whole
from boardmine.review.web.render import page

_A_PAGE = 100


def show_queue(request: Request) -> Response:
    """What deserves a look, worst first, a hundred at a time."""
    filters = filters_of(request.query_params)
    first = whole(request.query_params.get("from", "")) or 0
    with site_of(request).desk.store() as connection:
        found = queue(connection, filters)
        offered = choices(connection)
    return page(
        request,
        "queue.html",
        filters=filters,
        plain=replace(filters, why=None),
        found=found,
        items=found.items[first : first + _A_PAGE],
        first=first,
        a_page=_A_PAGE,
        offered=offered,
        whys=WHY,
    )

"""What is no page: pictures, styles, scripts, the catalogue for the form, reference records, and the door."""

from __future__ import annotations

import hmac
import json
import time
from importlib.resources import files

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response

from boardmine.records import Kind
from boardmine.review.decisions import units_for
from boardmine.review.gold import gold
from boardmine.review.pictures import DENSITIES
from boardmine.review.web.forms import clean_name, cookie_value, posted, site_of
from boardmine.review.web.render import page
from boardmine.review.web.site import Site

_STATIC = {
    "style.css": ("boardmine.reports", "page_parts/style.css", "text/css; charset=utf-8"),
    "review.css": ("boardmine.review", "static/review.css", "text/css; charset=utf-8"),
    "review.js": ("boardmine.review", "static/review.js", "text/javascript; charset=utf-8"),
}
"""What is served by name: the package and file that hold it, and its type. The style of the report is shared."""

_YEAR = 31_536_000
_WRONG = 1.0
"""Seconds that a wrong password costs, one after the other."""


def picture(request: Request) -> Response:
    """A page of a paper as a picture."""
    given = request.path_params
    site = site_of(request)
    paper = site.desk.paper(given["document"])
    if paper.format != "pdf" or given["dots"] not in DENSITIES or not 1 <= given["number"] <= (paper.pages or 0):
        raise HTTPException(404, "There is no such page.")
    drawn = site.desk.pictures.page(paper.path, paper.content_hash, given["number"], given["dots"])
    return Response(drawn, media_type="image/png", headers={"cache-control": "private, max-age=3600"})


def static(request: Request) -> Response:
    """A style or script of our own."""
    known = _STATIC.get(request.path_params["name"])
    if known is None:
        raise HTTPException(404, "There is no such file.")
    package, path, kind = known
    content = files(package).joinpath(path).read_bytes()
    return Response(content, media_type=kind, headers={"cache-control": "private, max-age=600"})


def offered(request: Request) -> Response:
    """For the form: by metric its units and dimensions, by dimension its members."""
    catalogue = site_of(request).desk.catalogue
    return JSONResponse(
        {
            "metrics": {
                m.id: {
                    "level": [u.value for u in units_for(m, Kind.LEVEL)],
                    "change": [u.value for u in units_for(m, Kind.CHANGE)],
                    "by": list(m.by),
                }
                for m in catalogue.metrics.values()
            },
            "dimensions": {d.id: list(d.members) for d in catalogue.dimensions.values()},
        },
        headers={"cache-control": "private, max-age=600"},
    )


def export(request: Request) -> Response:
    """Reviewed records as reference records, a file of JSON lines."""
    with site_of(request).desk.store() as connection:
        lines = [json.dumps(record, ensure_ascii=False) + "\n" for record in gold(connection)]
    return Response(
        "".join(lines),
        media_type="application/jsonl; charset=utf-8",
        headers={"content-disposition": 'attachment; filename="gold.jsonl"'},
    )


async def name(request: Request) -> Response:
    """Under which name decisions of this browser are written down."""
    fields = await posted(request)
    site = site_of(request)
    back = fields.get("back", "/")
    answer = RedirectResponse(back if back.startswith("/") and not back.startswith("//") else "/", 303)
    value = cookie_value(clean_name(fields.get("name", "")))
    answer.set_cookie(site.cookie("reviewer"), value, max_age=_YEAR, httponly=True, samesite="strict")
    return answer


def door(request: Request) -> Response:
    """Where the password is asked for, of whom it is."""
    site = site_of(request)
    if not site.settings.password or request.scope["session"] in site.admitted:
        return RedirectResponse("/")
    return page(request, "enter.html", wrong=False)


async def enter(request: Request) -> Response:
    """The password, given."""
    fields = await posted(request)
    site = site_of(request)
    wanted = site.settings.password
    if wanted and hmac.compare_digest(fields.get("password", "").encode(), wanted.encode()):
        site.admitted.add(request.scope["session"])
        return RedirectResponse("/", 303)
    await run_in_threadpool(_delayed, site)
    return page(request, "enter.html", 403, wrong=True)


def _delayed(site: Site) -> None:
    """Guesses wait for each other."""
    with site.entering:
        time.sleep(_WRONG)

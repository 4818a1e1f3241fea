"""The application: its routes, and what becomes of errors."""

from __future__ import annotations

from starlette.applications import Starlette
from starlette.convertors import IntegerConvertor, register_url_convertor
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from boardmine.errors import BoardmineError, DecidedMeanwhile, InputError, QueryError
from boardmine.review.web import browse, files, findings, number, queue
from boardmine.review.web.forms import WHOLE
from boardmine.review.web.guard import HEADERS, Guard
from boardmine.review.web.render import environment, page
from boardmine.review.web.site import Site


class _Whole(IntegerConvertor):
    regex = WHOLE


register_url_convertor("whole", _Whole())

_NUMBER = "/numbers/{document:str}/{start:whole}"


def application(site: Site) -> Starlette:
    """The application of a site."""
    environment()
    app = Starlette(
        routes=[
            Route("/", lambda request: RedirectResponse("/queue")),
            Route("/queue", queue.show_queue),
            Route(_NUMBER, number.show_number, methods=["GET"]),
            Route(_NUMBER, number.decide, methods=["POST"]),
            Route(f"{_NUMBER}/marks", number.show_marks),
            Route("/undo", number.undo, methods=["POST"]),
            Route("/papers", browse.show_papers),
            Route("/papers/{document:str}", browse.show_paper),
            Route("/papers/{document:str}/pages/{number:whole}", browse.show_sheet),
            Route("/pictures/{document:str}/{number:whole}-{dots:whole}.png", files.picture),
            Route("/meetings", browse.show_meetings),
            Route("/meetings/{day:str}", browse.show_meeting),
            Route("/measures", browse.show_metrics),
            Route("/measures/{metric:str}", browse.show_metric),
            Route("/scorecard", browse.show_scorecard),
            Route("/findings", findings.show_findings),
            Route("/findings/{finding:str}", findings.show_finding),
            Route("/decisions", findings.show_reviews),
            Route("/gold.jsonl", files.export),
            Route("/catalogue.json", files.offered),
            Route("/name", files.name, methods=["POST"]),
            Route("/enter", files.door, methods=["GET"]),
            Route("/enter", files.enter, methods=["POST"]),
            Route("/static/{name:str}", files.static),
        ],
        middleware=[Middleware(Guard, site=site)],
        exception_handlers={HTTPException: _http, BoardmineError: _ours, Exception: _unforeseen},
    )
    app.state.site = site
    return app


def _http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException), "what Starlette hands on"
    said = error.detail if error.detail[-1:] == "." else "There is nothing at this address."
    return _fault(request, error.status_code, said)


def _ours(request: Request, error: Exception) -> Response:
    if isinstance(error, DecidedMeanwhile):
        said = f"{_sentence(str(error))} Nothing was written. Look at the number again, and decide then."
        return _fault(request, 409, said)
    if isinstance(error, InputError):
        return _fault(request, 409, _sentence(f"the paper {error.reason}"))
    return _fault(request, 404 if isinstance(error, QueryError) else 500, _sentence(str(error)))


def _unforeseen(request: Request, error: Exception) -> Response:
    """A fault of ours. Its traceback goes to the terminal; this answer does not pass the guard on its way out."""
    said = (
        "Something went wrong that should not have; the terminal says what. See what is written down before you go on."
    )
    answer = _fault(request, 500, said)
    answer.headers.update(HEADERS | {"cache-control": "no-store"})
    return answer


def _fault(request: Request, status: int, said: str) -> Response:
    return page(request, "fault.html", status, said=said, missing=status == 404)


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:].rstrip('.')}."

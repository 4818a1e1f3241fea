"""What is posted, and who posts it."""

from __future__ import annotations

import hmac
import re
from datetime import date
from urllib.parse import quote, unquote

from starlette.datastructures import QueryParams
from starlette.exceptions import HTTPException
from starlette.requests import Request

from boardmine.review.queue import WHY, Filters
from boardmine.review.web.site import Site

WHOLE = "[0-9]{1,9}"
"""A number in an address or a form."""

_MOST_FIELDS = 60
_LONGEST_NAME = 60
_WHOLE = re.compile(WHOLE)


def site_of(request: Request) -> Site:
    """The server that a request came to."""
    site: Site = request.app.state.site
    return site


async def posted(request: Request) -> dict[str, str]:
    """The fields of a form. Raises HTTPException where it does not bear the token of the session."""
    form = await request.form(max_files=0, max_fields=_MOST_FIELDS)
    fields = {name: value for name, value in form.items() if isinstance(value, str)}
    wanted = site_of(request).token(request.scope["session"])
    if not hmac.compare_digest(fields.pop("token", "").encode(), wanted.encode()):
        raise HTTPException(403, "The form was too old: go back, load the page again, and send it once more.")
    return fields


def reviewer_of(request: Request) -> str:
    """The name that decisions of a browser bear."""
    site = site_of(request)
    return clean_name(unquote(request.cookies.get(site.cookie("reviewer"), ""))) or site.settings.reviewer


def clean_name(text: str) -> str:
    """A name on one line, not too long; empty where nothing is left."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())[:_LONGEST_NAME]


def cookie_value(name: str) -> str:
    """A name as a cookie has it."""
    return quote(name)


def filters_of(given: QueryParams | dict[str, str]) -> Filters:
    """The filters that an address gives; what makes no sense is passed over."""
    why = whole(given.get("why", ""))
    state = given.get("state", "")
    return Filters(
        document=given.get("document", ""),
        meeting=day_of(given.get("meeting", "")),
        family=given.get("family", ""),
        certainty=given.get("certainty", ""),
        why=why if why in WHY else None,
        state=state if state in ("open", "done", "all") else "open",
        everything=given.get("everything", "") == "yes",
    )


def whole(text: str) -> int | None:
    """A number as an address or a form has it, such as the database can hold; None where it is none."""
    return int(text) if _WHOLE.fullmatch(text) else None


def day_of(text: str) -> date | None:
    """A date as an address has it, None where it is none."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None

"""What a page says of itself: its title, and of which meeting of which body it is."""

from __future__ import annotations

import re
from datetime import date, datetime

from selectolax.lexbor import LexborHTMLParser, LexborNode

from boardmine.document import Facts
from boardmine.readers.inline import plain

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_DATE = rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<month>{'|'.join(_MONTHS)}),?\s+(?P<year>\d{{4}})"
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s+"

# How pages word it: ModernGov's title and its page of an item's history, minutes, ModernGov's heading.
_MEETINGS = (
    re.compile(rf"Agenda for (?P<body>.+?) on {_WEEKDAY}{_DATE}"),
    re.compile(r"Meeting:?\s+(?P<numbers>\d\d/\d\d/\d{4})\s+[-–]\s+(?P<body>[^(]{3,120}?)\s*(?:\(|\Z)"),
    re.compile(
        rf"Minutes of (?:the )?(?:meeting of )?(?:the )?(?P<body>\S.{{2,120}}?),?\s+held on (?:{_WEEKDAY})?{_DATE}"
    ),
    re.compile(rf"(?:Moved from [^,]*, )?(?:Meeting of )?(?P<body>\S.{{2,120}}?)(?:\s+[-–]|,)?\s+{_WEEKDAY}{_DATE}"),
)
_NO_BODY = re.compile(r"(?:printed|agenda|minutes|decisions?|supplement|public)\b", re.IGNORECASE)
_STATEMENTS = "h1, h2, .mgSubTitleTxt, .mgMainTitleTxt, .mgMeetingDetails"
_COUNCIL = re.compile(r"\b(?:Council|Corporation|Combined Authority|Assembly)\b")
_LONGEST = 300


def page_facts(tree: LexborHTMLParser) -> Facts:
    """Title, council, body, date of the meeting and address, as far as the page plainly states them.

    A date counts only as part of the title or a main heading that names the meeting; dates in the text do not.
    """
    titled = _text(tree.css_first("head title"))
    title, council = _without_site(titled)
    heading = _text(tree.css_first("h1"))
    for statement in (titled, *(_text(node) for node in tree.css(_STATEMENTS)[:20])):
        for pattern in _MEETINGS:
            found = pattern.match(statement)
            day = _date(found) if found else None
            if found and day and not _NO_BODY.match(found["body"]):
                body = found["body"].strip(" -–,")
                return Facts(council, body, title or heading or None, day, _address(tree))
    return Facts(council=council, title=heading or title or None, url=_address(tree))


def _text(node: LexborNode | None) -> str:
    if node is None:
        return ""
    return " ".join(plain(node.text(deep=True, separator=" ")).split())[:_LONGEST]


def _without_site(title: str) -> tuple[str, str | None]:
    """A title without the name of the site that most pages put before or after it, and the council of that name."""
    parts = re.split(r"\s+[|–-]\s+|\s*\|\s*", title)
    for place in (-1, 0):
        name = parts[place].strip()
        # ModernGov calls a council that never filled in its name `Modern Council`.
        if len(parts) > 1 and _COUNCIL.search(name) and len(name) < 80 and not re.search(r"\d", name):
            rest = title.removesuffix(parts[-1]) if place else title.removeprefix(parts[0])
            return rest.strip(" |–-"), None if name == "Modern Council" else name
    return title, None


def _date(found: re.Match[str]) -> date | None:
    groups = found.groupdict()
    try:
        if groups.get("numbers"):
            return datetime.strptime(groups["numbers"], "%d/%m/%Y").date()
        return date(int(found["year"]), _MONTHS.index(found["month"]) + 1, int(found["day"]))
    except ValueError:
        return None


def _address(tree: LexborHTMLParser) -> str | None:
    link = tree.css_first("link[rel='canonical']")
    address = (link.attributes.get("href") or "").strip() if link is not None else ""
    return address if re.match(r"https?://\S+\Z", address) else None

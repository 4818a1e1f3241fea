"""Names of files and folders, made of titles that are not trusted: letters, digits and hyphens, nothing else."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from boardmine.fetch.links import READ
from boardmine.fetch.model import Committee, Meeting

_LONGEST = 60
_NUMBERED = re.compile(r"/documents/([sgb]\d{1,12})/", re.IGNORECASE)
_OWN_DATE = re.compile(r"\s+\d{1,2}(?:st|nd|rd|th)?[- ]+[A-Za-z]{3,9}[- ,]+(?:19|20)\d\d\b.*")


def slug(text: str, longest: int = _LONGEST) -> str:
    """A text as part of a name: `Children’s Services: Q3` is `childrens-services-q3`; may be empty."""
    plain = unicodedata.normalize("NFKD", text.replace("’", "").replace("'", "")).encode("ascii", "ignore").decode()
    words = re.findall(r"[a-z0-9]+", plain.lower())
    while len(words) > 1 and len("-".join(words)) > longest:
        words.pop()
    return "-".join(words)[:longest].strip("-")


def folder_of(committee: Committee) -> str:
    """The folder for the papers of a committee."""
    return slug(committee.title) or f"committee-{slug(committee.id) or 'unnamed'}"


def file_name(meeting: Meeting, title: str, address: str, ending: str) -> str:
    """The name of a paper: date of the meeting, title, what the council numbers it by, ending."""
    numbered = _NUMBERED.search(unquote(urlsplit(address).path))
    mark = numbered[1].lower() if numbered else hashlib.sha256(address.encode()).hexdigest()[:8]
    said = slug(_OWN_DATE.sub("", title)) or "paper"
    return f"{meeting.date.isoformat()}-{said}-{mark}{ending}"


def ending_of(address: str, head: bytes) -> str:
    """The ending of a file, by its address, else by how it begins."""
    ending = PurePosixPath(unquote(urlsplit(address).path)).suffix.lower()
    if ending in READ:
        return ending
    if b"%PDF-" in head[:1024]:
        return ".pdf"
    if head.startswith(b"PK"):
        return ".docx"
    return ".html" if head.lstrip()[:1] == b"<" else ".txt"

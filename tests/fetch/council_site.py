"""The site of a council that does not exist, on the loopback, in the dialect of ModernGov with the oddities that real
sites have: links without a slash, with spaces and line breaks, entities encoded twice, no marks by which versions could
be told, packs that grow, answers that break off, a web service that is off.

`Council` is what it publishes and how it behaves; `serve` serves it and keeps a log of what was asked.
"""

from __future__ import annotations

import html
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, unquote, urlsplit

MARKED_PDF = "NOT FOR PUBLICATION by virtue of paragraph 3 of Part 1 of Schedule 12A"


def pdf(*lines: str) -> bytes:
    """A PDF of one page with some lines of text."""
    text = "".join(f"1 0 0 1 50 {780 - 20 * i} Tm ({line}) Tj " for i, line in enumerate(lines))
    stream = f"BT /F1 12 Tf {text}ET".encode("latin-1")
    bodies = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        b"/Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(bodies, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return out + b"xref\n0 6\n0000000000 65535 f \n%strailer << /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (
        table,
        len(out),
    )


@dataclass
class Doc:
    """A file: `ident` is what the council numbers it by (`g2412`, `s41873`), `type` the number behind `T=`."""

    ident: str
    title: str
    content: bytes
    name: str = ""
    type: str = ""
    restricted: bool = False
    published: str = ""
    modified: str = ""

    @property
    def path(self) -> str:
        return f"documents/{self.ident}/{self.name or self.title + '.pdf'}" + (f"?T={self.type}" if self.type else "")


@dataclass
class AgendaItem:
    number: str
    title: str
    docs: list[Doc] = field(default_factory=list)
    minutes: str = ""
    restricted: bool = False
    cut_short: bool = False


@dataclass
class Sitting:
    """A meeting of a committee."""

    ident: str
    committee: str
    held: date
    status: str = "Agenda published"
    docs: list[Doc] = field(default_factory=list)
    items: list[AgendaItem] = field(default_factory=list)
    silent: bool = False


@dataclass
class Council:
    """What a site publishes, and how it behaves. `faults` gives answers in place of the right ones, by the beginning of
    the path (`/mgWebService.asmx/GetCommittees`): a status, or bytes, or a place to redirect to; `cuts` says after how
    many bytes a document breaks off, one entry a request."""

    committees: dict[str, str]
    meetings: list[Sitting]
    name: str = "Wexcombe Borough Council"
    expired: set[str] = field(default_factory=set)
    deleted: set[str] = field(default_factory=set)
    robots: str = ""
    service: bool = True
    folder: str = ""
    ranges: bool = True
    year_links: bool = True
    heads: bool = True
    lengths: bool = True
    faults: dict[str, int | bytes | str] = field(default_factory=dict)
    cuts: dict[str, list[int]] = field(default_factory=dict)
    busy: int = 0
    log: list[tuple[str, str]] = field(default_factory=list)
    agents: set[str] = field(default_factory=set)
    at_once: int = 0
    most_at_once: int = 0
    address: str = ""

    def docs(self) -> Iterator[Doc]:
        for meeting in self.meetings:
            yield from meeting.docs
            for item in meeting.items:
                yield from item.docs

    def sitting(self, ident: str) -> Sitting | None:
        return next((meeting for meeting in self.meetings if meeting.ident == ident), None)

    def got(self) -> list[str]:
        """The documents that were asked for with GET, by what they are numbered, in order."""
        paths = [path for method, path in self.log if method == "GET" and "/documents/" in path]
        return [path.split("/documents/")[1].split("/")[0] for path in paths]

    def forget(self) -> None:
        self.log.clear()


@contextmanager
def serve(council: Council) -> Iterator[str]:
    """The address of the site while it is served."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("Handler", (_Handler,), {"council": council}))
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    council.address = f"http://127.0.0.1:{server.server_address[1]}"
    try:
        yield council.address + council.folder
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def twice(text: str) -> str:
    """Text with its entities encoded twice, as the web service writes it."""
    return html.escape(html.escape(text))


class _Handler(BaseHTTPRequestHandler):
    council: Council
    protocol_version = "HTTP/1.1"
    # Head and body in one piece: else the network waits for more between them.
    wbufsize = 65_536

    def log_message(self, *_: object) -> None:
        pass

    def do_GET(self) -> None:
        self._answer()

    def do_HEAD(self) -> None:
        self._answer()

    def _answer(self) -> None:
        council = self.council
        council.log.append((self.command, unquote(self.path)))
        council.agents.add(self.headers.get("User-Agent", ""))
        council.at_once += 1
        council.most_at_once = max(council.most_at_once, council.at_once)
        try:
            self._right() if not self._wrong() else None
        finally:
            council.at_once -= 1

    def _wrong(self) -> bool:
        council = self.council
        if council.busy and not self.path.endswith("robots.txt"):
            council.busy -= 1
            self._say(b"busy", status=503, extra={"Retry-After": "7"})
            return True
        for beginning, fault in council.faults.items():
            if unquote(self.path).startswith(council.folder + beginning):
                if isinstance(fault, int):
                    self._say(b"no", status=fault)
                elif isinstance(fault, str):
                    self._say(b"", status=302, extra={"Location": fault})
                else:
                    self._say(fault)
                return True
        return False

    def _right(self) -> None:
        council = self.council
        parts = urlsplit(self.path)
        values = {key: value[0] for key, value in parse_qs(parts.query, keep_blank_values=True).items()}
        path = unquote(parts.path)
        if path == "/robots.txt":
            self._say(council.robots.encode(), status=200 if council.robots else 404)
            return
        name = path.removeprefix(council.folder).lstrip("/")
        if name.startswith("mgWebService.asmx/") and council.service:
            self._say(_service(council, name.partition("/")[2], values).encode(), kind="text/xml; charset=utf-8")
        elif name == "mgListCommittees.aspx":
            self._page("Browse committees", _committee_list(council))
        elif name == "ieListMeetings.aspx":
            self._page("Browse meetings", _meeting_list(council, values))
        elif name == "ieListDocuments.aspx" and (meeting := council.sitting(values.get("MId", ""))):
            self._page(f"Agenda for {council.committees[meeting.committee]} on {meeting.held}", _meeting_page(meeting))
        elif name == "mgAi.aspx" and (item := _item_of(council, values.get("ID", ""))):
            self._page(
                "Agenda item",
                f"<h2>{item.title}</h2><p>Minutes:</p><div>{item.minutes}</div><p>Supporting documents:</p>",
            )
        elif doc := next(
            (d for d in council.docs() if f"documents/{d.ident}/" in name and d.type == values.get("T", "")), None
        ):
            self._document(doc)
        else:
            self._page("Error", "<p>The page cannot be found</p>", status=404)

    def _document(self, doc: Doc) -> None:
        council = self.council
        if self.command == "HEAD" and not council.heads:
            self._say(b"", status=405)
            return
        content, status = doc.content, 200
        extra = {"Last-Modified": doc.modified} if doc.modified else {}
        begun = re.fullmatch(r"bytes=(\d+)-", self.headers.get("Range", ""))
        same = self.headers.get("If-Range") in (None, doc.modified)
        if begun and council.ranges and same:
            at = int(begun[1])
            if at >= len(content):
                self._say(b"", status=416)
                return
            extra["Content-Range"] = f"bytes {at}-{len(content) - 1}/{len(content)}"
            content, status = content[at:], 206
        cuts = council.cuts.get(doc.ident)
        cut = cuts.pop(0) if cuts and self.command == "GET" else None
        self._say(content, status, "application/pdf", extra, cut)

    def _page(self, title: str, body: str, status: int = 200) -> None:
        text = (
            f"<!DOCTYPE html><html><head><title>{html.escape(title)} | {self.council.name}</title></head><body>"
            f'<nav><a href="mgListCommittees.aspx?bcr=1">Committees</a> <a href="http://www.example.org/">Home</a> '
            f'<a href="mailto:x@example.org">Mail</a></nav><div class="mgContent">{body}</div></body></html>'
        )
        self._say(text.encode(), status, "text/html; charset=utf-8")

    def _say(
        self,
        content: bytes,
        status: int = 200,
        kind: str = "text/plain",
        extra: dict[str, str] | None = None,
        cut: int | None = None,
    ) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        if self.council.lengths or cut is not None or status != 200 or kind != "application/pdf":
            self.send_header("Content-Length", str(len(content)))
        else:
            self.send_header("Connection", "close")
            self.close_connection = True
        for key, value in (extra or {}).items():
            self.send_header(key, value)
        self.end_headers()
        if self.command == "HEAD":
            return
        try:
            self.wfile.write(content if cut is None else content[:cut])
        except OSError:
            self.close_connection = True
        if cut is not None:
            self.wfile.flush()
            self.close_connection = True


def _service(council: Council, method: str, values: dict[str, str]) -> str:
    head = '<?xml version="1.0" encoding="utf-8"?>\n'
    if method == "GetCommittees":
        listed = "".join(
            f"<committee><committeeid>{ident}</committeeid><committeetitle>{twice(title)}</committeetitle>"
            f"<committeecategory>Main</committeecategory>"
            f"<committeeexpired>{ident in council.expired}</committeeexpired>"
            f"<committeedeleted>{ident in council.deleted}</committeedeleted></committee>"
            for ident, title in council.committees.items()
        )
        return f"{head}<committees>{listed}</committees>"
    if method == "GetMeetings":
        # All meetings, whatever the dates that were asked for.
        listed = "".join(
            f"<meeting>\n<meetingid>{m.ident}</meetingid><meetingdate>{m.held:%d/%m/%Y}</meetingdate>"
            f"<meetingstatus>{m.status}</meetingstatus></meeting>"
            for m in council.meetings
            if m.committee == values["lCommitteeId"]
        )
        return f"{head}<getmeetings>{listed}</getmeetings>"
    meeting = council.sitting(values.get("lMeetingId", ""))
    return "" if meeting is None or meeting.silent else head + _meeting(council, meeting)


def _meeting(council: Council, meeting: Sitting) -> str:
    minuted = any(item.minutes for item in meeting.items) or any("minutes" in doc.title for doc in meeting.docs)
    items = "".join(
        f"<agendaitem><agendaitemid>{meeting.ident}{item.number}</agendaitemid>"
        f"<agendaitemtitle>{twice(item.title)}</agendaitemtitle><agendaitemnumber>{item.number}</agendaitemnumber>"
        f"<isrestricted>{item.restricted}</isrestricted>"
        f"<minutesnonemptyhtmlbody>{html.escape(item.minutes)}</minutesnonemptyhtmlbody>"
        f"<linkeddocuments>{''.join(_linked(council, doc, i) for i, doc in enumerate(item.docs))}</linkeddocuments>"
        "</agendaitem>"
        for item in meeting.items
    )
    return (
        f"<meeting><meetingid>{meeting.ident}</meetingid><meetingdate>{meeting.held:%d/%m/%Y}</meetingdate>"
        f"<meetingtime>17.30</meetingtime><meetingstatus>{meeting.status}</meetingstatus>"
        f"<agendapublished>{bool(meeting.docs or meeting.items)}</agendapublished>"
        f"<minutepublished>{minuted}</minutepublished><agendaitems>{items}</agendaitems></meeting>"
    )


def _linked(council: Council, doc: Doc, place: int) -> str:
    # By turns absolute, and relative without a slash; with blanks and line breaks around and within.
    link = doc.path if place % 2 else f"{council.address}{council.folder}/{doc.path}"
    return (
        f"<linkeddoc><attachmentid>{doc.ident[1:]}</attachmentid><title>{twice(doc.title)}</title>"
        f"<url>\n  {html.escape(link)}\n</url><isrestricted>{doc.restricted}</isrestricted>"
        f"<publicationdate>{doc.published}</publicationdate></linkeddoc>"
    )


def _committee_list(council: Council) -> str:
    entries = "".join(
        f'<li><a href="mgCommitteeDetails.aspx?ID={ident}"\ntitle="Link to a committee">{html.escape(title)}</a></li>'
        for ident, title in council.committees.items()
        if ident not in council.deleted
    )
    return f"<h1>Committees</h1><ul class='mgBulletList'>{entries}</ul>"


def _meeting_list(council: Council, values: dict[str, str]) -> str:
    ident, year = values["CId"], int(values.get("Year", "0") or 0)
    own = [meeting for meeting in council.meetings if meeting.committee == ident]
    newest = max((meeting.held.year for meeting in own), default=0)
    years = "".join(
        f'<a href="ieListMeetings.aspx?CId={ident}&amp;Year={y}">{y}</a> '
        for y in sorted({m.held.year for m in own} if council.year_links else ())
    )
    entries = "".join(
        f'<li><a href="ieListDocuments.aspx?CId={ident}&amp;MId={m.ident}&amp;Ver=4" title="Link to items">'
        f"{m.held.day} {m.held:%b %Y} 5.30 pm</a> - {m.status}</li>"
        for m in own
        if m.held.year == (year or newest)
    )
    return f"{years}<ul>{entries}</ul>"


def _meeting_page(meeting: Sitting) -> str:
    # A line break in the middle of a link's address, and blanks as they are.
    def anchor(doc: Doc) -> str:
        href = html.escape(doc.path).replace(" ", " \r\n", 1)
        return f'<a href="{href}" title="Link to document">{html.escape(doc.title)} <span>PDF 4 MB</span></a>'

    def cell(item: AgendaItem) -> str:
        text = re.sub(r"<[^>]+>", "", item.minutes)[:40] + "..." if item.cut_short else item.minutes
        link = f"mgAi.aspx?ID={meeting.ident}{item.number}"
        more = f'<p><a href="{link}">View the full minutes text for item {item.number}.</a></p>'
        docs = "".join(f"<li>{anchor(doc)}</li>" for doc in item.docs if not doc.restricted)
        said = (
            f"<p class='mgSubItmTitleTxt'>Minutes:</p><div>{text}</div>{more if item.cut_short else ''}"
            if item.minutes
            else ""
        )
        return f"<p class='mgAiTitleTxt'>{html.escape(item.title)}</p><ul>{docs}</ul>{said}"

    rows = "".join(
        f'<tr><td><a name="AI{meeting.ident}{item.number}"></a><p>{item.number}.</p></td><td>'
        + ("<p class='mgAiTitleTxt'>Exempt item</p>" if item.restricted else cell(item))
        + "</td></tr>"
        for item in meeting.items
    )
    linked = "".join(f"<p>{anchor(doc)}</p>" for doc in meeting.docs)
    return f"<h2>{meeting.held:%A, %d %B %Y}</h2>{linked}<table>{rows}</table>"


def _item_of(council: Council, ident: str) -> AgendaItem | None:
    for meeting in council.meetings:
        for item in meeting.items:
            if f"{meeting.ident}{item.number}" == ident:
                return item
    return None

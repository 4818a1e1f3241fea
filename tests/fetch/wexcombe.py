"""A year of the Corporate Parenting Panel of Wexcombe, as its site publishes it: the sample documents and more."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

from council_site import MARKED_PDF, AgendaItem, Council, Doc, Sitting, pdf

from boardmine.fetch.model import Kind

SAMPLES = Path(__file__).resolve().parents[2] / "sample_docs"

FRONT = Doc("g2412", "Agenda frontsheet", pdf("Agenda"), "Agenda frontsheet 10th-Oct-2023 17.30 Panel.pdf", "0")
YEAR = {"since": date(2023, 4, 1), "until": date(2024, 4, 30)}
ALL = (Kind.PACKS, Kind.MINUTES, Kind.ITEMS)

PACK = "2023-10-10-public-reports-pack-g2412.pdf"
PRINTED = "2023-10-10-printed-minutes-g2412.pdf"
SCORECARD = "2023-07-11-childrens-services-education-scorecard-s40001.md"
PERMANENCE = "2024-01-16-permanence-report-s41800.docx"
ITEMS_MINUTES = "2024-04-16-minutes-of-the-items-"

OPEN_TITLE = "Children's Services & Education: scorecard"


def sample(name: str) -> bytes:
    """A sample document."""
    return (SAMPLES / name).read_bytes()


def wexcombe() -> Council:
    """The council, made anew for each test."""
    panel = "138"
    return Council(
        committees={
            panel: "Corporate Parenting Panel",
            "139": "Children's Services & Education Scrutiny",
            "140": "Corporate Parenting Board",
            "141": "A committee that was deleted",
            "142": "Cabinet",
        },
        expired={"140"},
        deleted={"141"},
        meetings=[
            Sitting(
                "2400", panel, date(2022, 7, 12), docs=[Doc("g2400", "Public reports pack", pdf("Old"), type="10")]
            ),
            Sitting("2411", panel, date(2023, 7, 11), items=_july()),
            Sitting("2412", panel, date(2023, 10, 10), "Minutes published", docs=_october()),
            Sitting("2413", panel, date(2023, 12, 5), "Cancelled", silent=True),
            Sitting("2414", panel, date(2024, 1, 16), items=_january()),
            Sitting("2417", panel, date(2024, 4, 16), "Minutes published", items=april()),
            Sitting("2420", panel, date(2024, 7, 9), "Provisional"),
            Sitting(
                "3100", "142", date(2024, 2, 1), docs=[Doc("g3100", "Public reports pack", pdf("Cabinet"), type="10")]
            ),
        ],
    )


def _july() -> list[AgendaItem]:
    scorecard = sample("2023-07-11-childrens-services-scorecard.md")
    return [
        AgendaItem("4", "Scorecard", [Doc("s40001", OPEN_TITLE, scorecard, "Scorecard Q1.md", published="03/07/2023")]),
        AgendaItem("5", "A family", [Doc("s40002", "Report", pdf("secret"))], "Not for all.", restricted=True),
        AgendaItem(
            "6",
            "Contract",
            [
                Doc("s40003", "Contract award", pdf("secret"), restricted=True),
                Doc("s40004", "Exempt appendix 2", pdf("secret")),
                Doc("s40005", "Costs", b"PK\x03\x04", "Costs.xlsx"),
            ],
        ),
    ]


def _october() -> list[Doc]:
    return [
        FRONT,
        Doc(
            "g2412",
            "Public reports pack",
            sample("2023-10-10-agenda-pack.pdf"),
            "Public reports pack 10th-Oct-2023 17.30 Corporate Parenting Panel.pdf",
            "10",
        ),
        Doc("g2412", "Printed minutes", pdf("Minutes of the meeting"), "Printed minutes 10th-Oct-2023.pdf", "1"),
        Doc("b771", "Late papers: supplement", pdf("NOTES", MARKED_PDF), "Supplement 09th-Oct-2023.pdf", "9"),
    ]


def _january() -> list[AgendaItem]:
    report = sample("2024-01-16-permanence-report.docx")
    return [AgendaItem("7", "Permanence", [Doc("s41800", "Permanence report", report, "Permanence.docx")])]


def april() -> list[AgendaItem]:
    """The items of the sample minutes, each with what was minuted."""
    page = sample("2024-04-16-minutes.html").decode()
    rows = re.findall(
        r'<p>(\d+)\.</p></td>\s*<td>\s*<p class="mgAiTitleTxt">(.*?)</p>.*?Minutes:</p>\s*(.*?)</td>', page, re.DOTALL
    )
    return [AgendaItem(number, title, minutes=text) for number, title, text in rows]


def papers(folder: Path) -> list[str]:
    """The papers that an ingest would find."""
    found = [path for path in (folder / "corporate-parenting-panel").iterdir() if not path.name.endswith(".meta.json")]
    return sorted(path.name for path in found)

"""Makes the sample documents and the records that they state.

python sample_docs/make.py            writes them beside this file
python sample_docs/make.py --out DIR  writes them elsewhere
python sample_docs/make.py --check    exits 1 if the files here are not what this script makes
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from making import april, january, july, october_minutes, october_report, october_tables
from making.blocks import Block, carriers
from making.html import html
from making.markdown import markdown, sidecar
from making.pdf import pdf
from making.word import word

HERE = Path(__file__).resolve().parent


def records(name: str, blocks: tuple[Block, ...], pages: dict[int, int] | None = None, *, marked: bool = False) -> str:
    """The records of one paper as JSON lines, in the order in which it states them.

    `marked` is for a format whose text shows its own marks (Markdown); `pages` gives the page of each sentence.
    """
    lines = [
        json.dumps(
            fact.record(name, carrier.quote(marked=marked), pages[id(carrier)] if pages else None), ensure_ascii=False
        )
        for carrier in carriers(blocks)
        for fact in carrier.facts
    ]
    return "".join(f"{line}\n" for line in lines)


def files() -> dict[str, bytes]:
    """Every file by its name."""
    pack, pages = pdf()
    october = october_minutes.MINUTES + october_report.REPORT + october_tables.APPENDIX
    october += october_tables.FOSTERING + october_tables.SLIDE
    expected = (
        records(july.NAME, july.BLOCKS, marked=True)
        + records(october_minutes.NAME, october, pages)
        + records(january.NAME, january.BLOCKS)
        + records(april.NAME, april.BLOCKS)
    )
    return {
        f"{july.NAME}.md": markdown(),
        f"{july.NAME}.md.meta.json": sidecar(),
        f"{october_minutes.NAME}.pdf": pack,
        f"{january.NAME}.docx": word(),
        f"{april.NAME}.html": html(),
        "expected.jsonl": expected.encode(),
    }


def main(arguments: list[str] | None = None) -> int:
    """Writes the files, or says which of them differ."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, default=HERE, help="folder to write to")
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 where a file differs")
    options = parser.parse_args(arguments)
    differing = []
    for name, raw in files().items():
        path = options.out / name
        if not options.check:
            path.write_bytes(raw)
        elif not path.exists() or path.read_bytes() != raw:
            differing.append(name)
    for name in differing:
        print(f"{options.out / name} is not what make.py makes", file=sys.stderr)
    return 1 if differing else 0


if __name__ == "__main__":
    sys.exit(main())

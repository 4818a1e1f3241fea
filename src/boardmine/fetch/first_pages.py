"""The first pages of a file that has come, looked at in a process of its own.

A file from the network may crash whatever opens it, or keep it busy for ever; neither may end a fetch. A file that
cannot be looked at bears no marking that anybody can see: the ingest will say why it cannot be read.
"""

from __future__ import annotations

import contextlib
import json
import subprocess
import sys
from pathlib import Path

from boardmine.fetch.markings import PAGES, marking

_SECONDS = 60
_MEMORY = 2_000_000_000
_CHARACTERS = 8_000


def marking_of(path: Path) -> str:
    """The words by which a file says that it is not for everybody; empty where it does not, or cannot be read."""
    command = [sys.executable, "-m", "boardmine.fetch.first_pages", str(path)]
    try:
        ended = subprocess.run(command, capture_output=True, timeout=_SECONDS, check=False)  # noqa: S603 -- ourselves
        return str(json.loads(ended.stdout)) if ended.returncode == 0 else ""
    except (subprocess.TimeoutExpired, OSError, ValueError):
        return ""


def marking_here(path: Path) -> str:
    """The same in this process. Raises InputError where the file cannot be read."""
    from boardmine.document import Format
    from boardmine.readers.formats import detect
    from boardmine.readers.reading import load_source, read

    source = load_source(path)
    if detect(source) is Format.PDF:
        return marking(_pdf_lines(source.data))
    return marking([read(source).text[:_CHARACTERS].splitlines()])


def _pdf_lines(data: bytes) -> list[list[str]]:
    import pypdfium2

    pages = []
    try:
        with contextlib.closing(pypdfium2.PdfDocument(data)) as document:
            for i in range(min(PAGES, len(document))):
                with contextlib.closing(document[i]) as page, contextlib.closing(page.get_textpage()) as text:
                    pages.append(text.get_text_bounded().splitlines())
    except pypdfium2.PdfiumError:
        # What came before it is read.
        return pages
    return pages


def _bound_memory() -> None:
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))


if __name__ == "__main__":
    _bound_memory()
    sys.stdout.write(json.dumps(marking_here(Path(sys.argv[1]))))

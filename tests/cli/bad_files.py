"""Files that cannot be read, and why not."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

SAMPLES = Path(__file__).resolve().parents[2] / "sample_docs"


def _encrypted() -> bytes:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, encrypt=StandardEncryption("secret", ownerPassword="owner"))
    canvas.drawString(72, 720, "412 children")
    canvas.save()
    return buffer.getvalue()


def _scanned() -> bytes:
    buffer = io.BytesIO()
    canvas = Canvas(buffer)
    canvas.rect(72, 72, 200, 200, fill=1)
    canvas.save()
    return buffer.getvalue()


def _archive() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as opened:
        opened.writestr("minutes.pdf", "x")
    return buffer.getvalue()


DOCX = (SAMPLES / "2024-01-16-permanence-report.docx").read_bytes()

BAD: dict[str, tuple[Callable[[], bytes], str]] = {
    "empty.pdf": (lambda: b"", "EmptyFile"),
    "blank.md": (lambda: b" \n\t\n", "EmptyFile"),
    "encrypted.pdf": (_encrypted, "EncryptedFile"),
    "damaged.docx": (lambda: DOCX[: len(DOCX) // 2], "DamagedFile"),
    "damaged.pdf": (lambda: b"%PDF-1.7\n" + b"rubbish " * 500, "DamagedFile"),
    "picture.pdf": (lambda: b"\x89PNG\r\n\x1a\n" + bytes(100), "UnknownFormat"),
    "archive.docx": (_archive, "UnknownFormat"),
    "scan.pdf": (_scanned, "NoText"),
    "noise.txt": (lambda: bytes(range(256)) * 40, "UnknownEncoding UnknownFormat"),
}
"""By name: the bytes, and the errors that may be raised for them."""


def write_bad_files(folder: Path) -> None:
    """Write all of them into a folder."""
    for name, (content, _) in BAD.items():
        (folder / name).write_bytes(content())

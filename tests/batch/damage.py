"""Good papers and damaged ones, made from the sample documents."""

from __future__ import annotations

import io
import random
import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path

from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas
from small_papers import FORMATS, write_small

SAMPLES = Path(__file__).resolve().parents[2] / "sample_docs"
PDF = SAMPLES / "2023-10-10-agenda-pack.pdf"
DOCX = SAMPLES / "2024-01-16-permanence-report.docx"
ENDLESS = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[2 0 R]/Count 1>>endobj\n"


def write_good(folder: Path, many: int) -> None:
    """The sample documents and small papers, some with the same words, under names of their own."""
    samples = [path for path in sorted(SAMPLES.glob("20*")) if path.suffix != ".json"]
    for i, sample in enumerate(samples):
        shutil.copy(sample, folder / f"good{i:03}{sample.suffix}")
    for i in range(len(samples), many):
        write_small(folder, f"good{i:03}", FORMATS[i % len(FORMATS)], 400 + i // 8)


def write_bad(folder: Path, many: int) -> None:
    """Damaged files of all kinds in turn, each with the kinds of reject that tell the truth about it in its name:
    `bad007-DamagedFile-NoText.pdf`."""
    made = _bad(random.Random(11))
    for i in range(many):
        kinds, ending, content = next(made)
        (folder / f"bad{i:03}-{kinds}.{ending}").write_bytes(content)


def _bad(chance: random.Random) -> Iterator[tuple[str, str, bytes]]:
    pdf, docx, bomb = PDF.read_bytes(), DOCX.read_bytes(), _bomb()
    yield "FileTooLarge-TimeLimit-MemoryLimit", "txt", b"412 children were looked after, " * 1_600_000
    while True:
        yield "DamagedFile-NoText", "pdf", pdf[: chance.randrange(9, 900)]
        yield "DamagedFile-UnknownFormat", "docx", docx[: chance.randrange(100, len(docx) // 2)]
        yield "DamagedFile-FileTooLarge", "docx", _flipped(docx, chance)
        yield "EmptyFile", "pdf", b""
        yield "EmptyFile", "md", b" \n\t\n" * chance.randrange(1, 50)
        yield "UnknownFormat", "pdf", b"\x89PNG\r\n\x1a\n" + chance.randbytes(500)
        yield "UnknownFormat-UnknownEncoding", "txt", chance.randbytes(4_000)
        yield "EncryptedFile", "pdf", _encrypted(chance.randrange(1_000))
        yield "FileTooLarge-DamagedFile", "docx", bomb + bytes(chance.randrange(50))
        yield "DamagedFile-NoText", "pdf", ENDLESS + b"trailer<</Root 1 0 R>>\n" + b" " * chance.randrange(50)
        yield "NoText", "pdf", _picture(chance.randrange(1_000))
        yield "NoText-TimeLimit-MemoryLimit", "pdf", _looping(chance.randrange(1_000))


def _flipped(content: bytes, chance: random.Random) -> bytes:
    """The directory of an archive overwritten here and there, so that it leads nowhere."""
    flipped = bytearray(content)
    start = content.rindex(b"PK\x01\x02")
    for i in range(start, len(flipped)):
        flipped[i] ^= chance.randrange(1, 256)
    return bytes(flipped)


def _encrypted(number: int) -> bytes:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, encrypt=StandardEncryption("secret", ownerPassword="owner"))
    canvas.drawString(72, 720, f"{number} children")
    canvas.save()
    return buffer.getvalue()


def _picture(number: int) -> bytes:
    buffer = io.BytesIO()
    canvas = Canvas(buffer)
    canvas.rect(72, 72, 100 + number / 10, 200, fill=1)
    canvas.save()
    return buffer.getvalue()


def _looping(number: int) -> bytes:
    """A page that draws itself within itself."""
    form = b"<</Type/XObject/Subtype/Form/BBox[0 0 %d 600]/Resources<</XObject<</X 4 0 R>>>>/Length 5>>" % number
    return (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 600]/Resources<</XObject<</X 4 0 R>>>>/Contents 5 0 R>>\n"
        b"endobj\n"
        b"4 0 obj" + form + b"stream\n/X Do\nendstream endobj\n"
        b"5 0 obj<</Length 5>>stream\n/X Do\nendstream endobj\ntrailer<</Root 1 0 R>>\n"
    )


def _bomb() -> bytes:
    """A DOCX whose text unpacks to two hundred megabytes."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(DOCX.read_bytes())) as sound, zipfile.ZipFile(buffer, "w") as bomb:
        for entry in sound.infolist():
            content = sound.read(entry)
            if entry.filename == "word/document.xml":
                content = content.replace(b"</w:body>", b" " * 200_000_000 + b"</w:body>")
            bomb.writestr(entry.filename, content, zipfile.ZIP_DEFLATED, compresslevel=1)
    return buffer.getvalue()

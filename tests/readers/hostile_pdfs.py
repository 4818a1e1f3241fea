"""PDF files written by hand, object by object, so that each can be wrong in one way."""

from __future__ import annotations

import io
import zlib

from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
TEXT = b"BT /F1 12 Tf 72 700 Td (There were 412 children in our care.) Tj ET"
RESOURCES = b"<< /Font << /F1 5 0 R >> >>"


def stream(data: bytes, entries: bytes = b"") -> bytes:
    """A stream object, compressed."""
    packed = zlib.compress(data, 9)
    return b"<< /Length %d /Filter /FlateDecode %s >>\nstream\n%s\nendstream" % (len(packed), entries, packed)


def pdf(objects: dict[int, bytes] | None = None, shift: int = 0) -> bytes:
    """A PDF of one page; `objects` replace or add to its objects by number. `shift` makes the cross-references point
    so many bytes beside the objects."""
    whole = {
        1: b"<< /Type /Catalog /Pages 2 0 R >>",
        2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        3: page(),
        4: stream(TEXT),
        5: FONT,
        **(objects or {}),
    }
    out = io.BytesIO()
    out.write(b"%PDF-1.7\n")
    places = {}
    for number, content in sorted(whole.items()):
        places[number] = out.tell()
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, content))
    start = out.tell()
    last = max(whole) + 1
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % last)
    for number in range(1, last):
        out.write(b"%010d 00000 n \n" % (places.get(number, 0) + shift))
    out.write(b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (last, start + shift))
    return out.getvalue()


def page(box: bytes = b"[0 0 595 842]", resources: bytes = RESOURCES, more: bytes = b"") -> bytes:
    """A page object whose content is object 4."""
    return b"<< /Type /Page /Parent 2 0 R /MediaBox %s /Resources %s /Contents 4 0 R %s >>" % (box, resources, more)


def encrypted(user: str) -> bytes:
    """A file that opens with the password `user`, or with none where that is empty."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, encrypt=StandardEncryption(user, ownerPassword="owner"))
    canvas.drawString(72, 700, "There were 412 children in our care.")
    canvas.save()
    return buffer.getvalue()


def in_itself() -> bytes:
    """A page that draws a form which draws itself."""
    form = b"/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /XObject << /X 6 0 R >> >>"
    resources = b"<< /Font << /F1 5 0 R >> /XObject << /X 6 0 R >> >>"
    return pdf({3: page(resources=resources), 4: stream(TEXT + b" /X Do"), 6: stream(b"/X Do", form)})


def doubling_forms(depth: int = 40) -> bytes:
    """Forms that each draw the next one twice: 2 to the power of `depth` drawings in few bytes."""
    objects = {3: page(resources=b"<< /Font << /F1 5 0 R >> /XObject << /X 6 0 R >> >>"), 4: stream(TEXT + b" /X Do")}
    for i in range(depth):
        form = b"/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /XObject << /X %d 0 R >> >>" % (i + 7)
        objects[6 + i] = stream(b"/X Do /X Do", form)
    objects[6 + depth] = stream(b"0 0 m 9 9 l S", b"/Type /XObject /Subtype /Form /BBox [0 0 9 9]")
    return pdf(objects)


def huge_image() -> bytes:
    """A picture of ten thousand million pixels, of which the file has a few bytes."""
    entries = b"/Type /XObject /Subtype /Image /Width 100000 /Height 100000 /ColorSpace /DeviceRGB /BitsPerComponent 8"
    resources = b"<< /Font << /F1 5 0 R >> /XObject << /X 6 0 R >> >>"
    drawn = b"q 595 0 0 842 0 0 cm /X Do Q"
    return pdf({3: page(resources=resources), 4: stream(drawn), 6: stream(b"\0" * 1000, entries)})


def many_lines(count: int = 300_000) -> bytes:
    """A page of so many drawn lines."""
    lines = (b"%d %d m %d %d l S " % (i % 595, i % 842, i % 593, i % 839) for i in range(count))
    return pdf({4: stream(TEXT + b" " + b"".join(lines))})


def bomb(megabytes: int = 250) -> bytes:
    """A content stream that unpacks to so many megabytes of white space."""
    return pdf({4: stream(TEXT + b" " * (megabytes * 1_000_000))})

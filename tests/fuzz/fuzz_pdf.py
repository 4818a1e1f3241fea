"""Reads real PDFs with bytes changed, for a bounded time: whatever happens must be a document or a typed error.

    python tests/fuzz/fuzz_pdf.py [--seconds N] [--seed N] [FILE ...]

Without files, those of sample_docs/ are changed. The seed of each try is printed before it is read, so that one that
takes the process down can be tried again: `--seed N --tries 1`.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from pathlib import Path

from boardmine.errors import InputError
from boardmine.readers.limits import Limits
from boardmine.readers.reading import read
from boardmine.readers.source import Source

SAMPLES = Path(__file__).resolve().parents[2] / "sample_docs"
TOKENS = (
    b"obj",
    b"endobj",
    b"stream",
    b"endstream",
    b"/Kids",
    b"/Count",
    b"/Length",
    b"/Contents",
    b"/MediaBox",
    b"xref",
)
SLOWEST = 60.0
"""Seconds that one try may take."""


def mutated(data: bytes, chance: random.Random) -> bytes:
    """A file with a few things changed: bytes, runs of bytes, numbers, names, its end."""
    changed = bytearray(data)
    for _ in range(chance.randint(1, 12)):
        at = chance.randrange(len(changed))
        way = chance.randrange(7)
        if way == 0:
            changed[at] = chance.randrange(256)
        elif way == 1:
            changed[at : at + chance.randint(1, 200)] = chance.randbytes(chance.randint(0, 50))
        elif way == 2:
            start = chance.randrange(len(changed))
            changed[at:at] = changed[start : start + chance.randint(1, 2000)]
        elif way == 3 and len(changed) > 2000:
            del changed[max(1000, at) :]
        elif way == 4:
            found = changed.find(chance.choice(TOKENS), at)
            if found >= 0:
                changed[found : found + 6] = chance.choice(TOKENS)
        elif way == 5:
            digit = next((i for i in range(at, min(at + 500, len(changed))) if 48 <= changed[i] <= 57), None)
            if digit is not None:
                changed[digit : digit + 1] = str(chance.choice([0, 9, -1, 99999, 2**31, 2**40])).encode()
        else:
            changed[at:at] = b"\0" * chance.randint(1, 300)
    return bytes(changed)


def main() -> int:
    """Fuzz until the time is over; 0 where nothing but documents and typed errors came out."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--seconds", type=float, default=30.0)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--tries", type=int, default=1_000_000)
    asked = parser.parse_args()
    originals = [file.read_bytes() for file in asked.files or sorted(SAMPLES.glob("*.pdf"))]
    ends = time.monotonic() + asked.seconds
    read_whole = refused = 0
    for seed in range(asked.seed, asked.seed + asked.tries):
        if time.monotonic() > ends:
            break
        print(seed, file=sys.stderr, flush=True)
        chance = random.Random(seed)
        data = mutated(chance.choice(originals), chance)
        start = time.monotonic()
        try:
            document = read(Source("fuzz.pdf", "fuzz", data, limits=Limits(max_ocr_seconds=0)))
            assert all(0 <= word.start < word.end <= len(document.text) for word in document.words)
            read_whole += 1
        except InputError:
            refused += 1
        assert time.monotonic() - start < SLOWEST, f"seed {seed} took {time.monotonic() - start:.0f} seconds"
    print(f"{read_whole} read, {refused} refused")
    return 0


if __name__ == "__main__":
    sys.exit(main())

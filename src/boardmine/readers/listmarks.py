"""Bullets and numbering as people type them at the start of a line or paragraph.

`split_marker` takes a marker off a line; `marker_class` says which markers belong to one list. Whether a line may
bear a marker at all (it may be the wrapped end of a sentence) is for the reader to know.
"""

from __future__ import annotations

import re

TEXT_BULLETS = "•·∙▪▫◦‣⁃●○■□◆◇►▶▸▹➤➢➣→⇒➔➜❖✓✔✗✘✅☐☑☒◾◽➡"
"""Glyphs that are bullets wherever they begin a line, with or without a space behind them."""

SYMBOL_FONT_BULLETS = "".join(chr(code) for code in range(0xF000, 0xF100))
"""The private-use range where Word and PDF converters leave characters of Symbol and Wingdings: U+F0B7 (•),
U+F0A7 (▪), U+F0D8 (➢), U+F0FC (✓), U+F06E (■), U+F02D (-) and others. At the start of a line they are bullets."""

SPACED_BULLETS = "-‐‑–—−*>"
"""Ordinary characters that are bullets only when white space follows: `-23` is a number, `*` may be emphasis."""

WINGDINGS_LETTERS = "Øü§"
"""What Wingdings bullets turn into when the font is lost (Ø arrow, ü tick, § square): bullets before a word only."""

_GLYPH = re.compile(rf"(?P<marker>[{TEXT_BULLETS}{SYMBOL_FONT_BULLETS}]\ufe0f?)\s*")
_SPACED = re.compile(rf"(?P<marker>[{re.escape(SPACED_BULLETS)}o]|[{WINGDINGS_LETTERS}](?=\s+[^\W\d_]))\s+(?=\S)")
# A number of one to three digits: four are a year. It needs white space behind it, or it is a decimal.
_NUMBER = re.compile(r"(?P<marker>\d{1,3}\.|\d{1,2}\)|\(\d{1,2}\))\s+(?=\S)")
_DOTTED = re.compile(r"(?P<marker>\d{1,2}(?:\.\d{1,2}){1,4}(?P<closed>[.)])?)\s+(?=\S)")
# What must follow `1.2` for it to be numbering: a capital, or a number with its noun. `1.2 million` and
# `3.4 children` are quantities, and `12.5 13.1` are cells of a table that lost its lines.
_AFTER_DOTTED = re.compile(r"""["'‘“(\[]?[A-Z]|\d[\d,]*%?\s+[a-z]""")
# Small letters with a point or bracket, capitals with a bracket only: `A. Smith` is a person; `c. 50` is circa.
_LETTER = re.compile(r"(?P<marker>[a-z]\.(?!\s+\d)|[a-zA-Z]\)|\([a-zA-Z]\))\s+(?=\S)")
_ROMAN = re.compile(r"(?P<marker>(?P<open>\()?(?P<numeral>[ivx]{1,6}|[IVX]{2,6})(?(open)\)|[.)]))\s+(?=\S)")
_ROMAN_NUMERAL = re.compile(r"x{0,3}(?:ix|iv|v?i{0,3})")

# What no line with a marker is without; nearly all lines are told from those that bear one by this alone.
_MAYBE = re.compile(r"\s*(?:[^A-Za-z\s]|[A-Za-z][.)\s]|[ivxIVX]{2,6}[.)])")

_READABLE = {
    "\uf0fc": "✓",
    "\uf0fe": "☑",
    "\uf0fb": "✗",
    "\uf0d8": "➢",
    "\uf0a7": "▪",
    "\uf06e": "■",
    "\uf02d": "-",
    "ü": "✓",
    "Ø": "➢",
    "§": "▪",
    "·": "•",
}


def split_marker(text: str) -> tuple[str, str]:
    """The marker that a line begins with, as it stands there, and the rest; `("", text)` where there is none.

    White space before the marker is passed over. The rest is always a suffix of `text`, so that offsets can be
    kept: it begins at `len(text) - len(rest)`. It is empty only for a glyph that stands alone on its line.

    >>> split_marker("• 27 were available for work")
    ('•', '27 were available for work')
    >>> split_marker("1.2 million")
    ('', '1.2 million')
    """
    if not _MAYBE.match(text):
        return "", text
    start = len(text) - len(text.lstrip())
    for pattern in (_GLYPH, _SPACED, _NUMBER, _DOTTED, _ROMAN, _LETTER):
        found = pattern.match(text, start)
        if found is not None and _plausible(found):
            return found["marker"], text[found.end() :]
    return "", text


def _plausible(found: re.Match[str]) -> bool:
    """Whether what looks like a marker is one, as far as its pattern alone cannot say."""
    if found.re is _DOTTED:
        return bool(found["closed"] or _AFTER_DOTTED.match(found.string, found.end()))
    if found.re is _ROMAN:
        return bool(_ROMAN_NUMERAL.fullmatch(found["numeral"].lower()))
    return True


def is_bullet(marker: str) -> bool:
    """Whether a marker that `split_marker` gave is a bullet, not a number or letter."""
    return bool(marker) and not any(c.isdigit() for c in marker) and not re.search(r"[A-Za-z][.)]", marker)


def is_dotted(marker: str) -> bool:
    """Whether a marker numbers a paragraph of a report (`3.2`, `4.1.7`) rather than an item of a list."""
    return bool(re.fullmatch(r"\d+(?:\.\d+)+[.)]?", marker))


def readable(marker: str) -> str:
    """A marker as a person would write it: glyphs of symbol fonts become the bullets that they show."""
    glyph = marker.removesuffix("\ufe0f")
    if glyph in _READABLE:
        return _READABLE[glyph]
    return "•" if glyph and glyph in SYMBOL_FONT_BULLETS else glyph


def marker_class(marker: str) -> str:
    """A name that is the same for all markers of one list: `•`, `-`, `1.`, `(1)`, `a)`, `(i)`, `1.1`.

    A lone `i`, `v` or `x` counts as Roman; in a list of letters the reader has to look at its neighbours.
    """
    shown = readable(marker)
    if is_bullet(marker):
        return "-" if shown in "‐‑–—−" else shown
    if is_dotted(marker):
        return ".".join("1" * len(re.findall(r"\d+", marker)))
    kind = re.sub(r"\d+", "1", shown)
    kind = re.sub(r"[ivx]+(?=[.)])", "i", kind)
    kind = re.sub(r"[IVX]{2,}(?=[.)])", "I", kind)
    kind = re.sub(r"[a-hj-uwyz](?=[.)])", "a", kind)
    return re.sub(r"[A-HJ-Z](?=\))", "A", kind)

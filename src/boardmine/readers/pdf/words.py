"""Characters to words: splits what is glued, joins what is scattered, expands ligatures, sets footnote marks apart."""

from __future__ import annotations

import re
from array import array
from collections import Counter
from itertools import accumulate
from operator import sub
from unicodedata import bidirectional

from boardmine.document import Box
from boardmine.readers.pdf.pdfium import LINE_END_HYPHENS, MAX_SIDE, Characters

SIDEWAYS = 0.8
"""Share of a page's letters that must run one way for the page to be turned: a chart with upright names of bars has
most of its letters sideways, and a title that is not."""

SMALL = 0.82
"""A footnote mark is set in type smaller than this share of what it hangs on."""

LEAST_SIZE = 0.1
"""Points. What is set smaller cannot be seen."""

_ODD = re.compile("[\x00-\x1f\x7f-\x9f\u2060\ue000-\uf8ff\ufb00-\ufb06\ufe0f]")
_ORDINAL = re.compile(r"st|nd|rd|th", re.IGNORECASE)
_UNIT = re.compile(r".*\b(?:k|c|m)?m", re.IGNORECASE)
_CLOSING = re.compile(r"[.,;:!?)\]’”'\"%]+")
_MARK = re.compile(r"\(?(?:[0-9]{1,3}(?:[,–-][0-9]{1,3})*|[*†‡§¶#]{1,3}|[a-z])\)?,?")

_LEFTWARDS = frozenset(("R", "AL"))
"""Classes of characters of scripts that run from right to left."""

_LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st"}
_SYMBOLS = {  # Wingdings and Symbol as text layers give them: at U+F000 plus the byte of the glyph
    0xF02D: "–", 0xF0BE: "–", 0xF06C: "●", 0xF06D: "○", 0xF06E: "▪", 0xF06F: "□", 0xF071: "□", 0xF075: "◆",
    0xF076: "❖", 0xF09F: "•", 0xF0A7: "▪", 0xF0A8: "□", 0xF0B7: "•", 0xF0D8: "➢", 0xF0E0: "→", 0xF0E8: "→",
    0xF0F0: "→", 0xF0FC: "✓", 0xF0FB: "✗", 0xF0FE: "☑", 0xF0A3: "≤", 0xF0B3: "≥", 0xF0B1: "±", 0xF0B4: "×",
    0xF0B0: "°", 0xF0BC: "…", 0xF063: "χ",
}  # fmt: skip
_CONTROLS = {0x1F: "fi", 0x1E: "fl", 0x1D: "ff", 0x1C: "ffi", 0x1B: "ffl"}
"""Ligatures at the codes where fonts without a Unicode table often keep them, between letters."""


class Word:
    """A word on a page as turned for reading: points, origin top left.

    `size` is the height of its line of type. `turn` is 0 for a word that runs with the page, else how far it is
    turned, in degrees anticlockwise. `mark` says that it is a footnote mark, `hyphen` that a line-end hyphen was
    its last character (the text has a plain `-` there); `soft` that this hyphen was a soft one. `symbol` says that
    it is set in a font of signs.
    """

    mark = False
    hyphen = False
    soft = False
    turn = 0

    def __init__(
        self, text: str, x0: float, top: float, x1: float, bottom: float, bold: bool = False, symbol: bool = False
    ) -> None:
        self.text = text
        self.x0, self.top, self.x1, self.bottom = x0, top, x1, bottom
        self.bold, self.symbol = bold, symbol
        self.size = bottom - top

    @property
    def box(self) -> Box:
        """Where it stands."""
        return Box(self.x0, self.top, self.x1, self.bottom)


def words_of(characters: Characters) -> tuple[list[Word], Characters]:
    """The words of a page in the order of its content, and the characters they were made from: those given, or the
    same turned, where most of the page runs sideways or upside down."""
    words = _words(characters)
    if any(word.turn for word in words):
        letters: Counter[int] = Counter()
        for word in words:
            letters[word.turn] += len(word.text)
        turn, most = letters.most_common(1)[0]
        if turn and most > SIDEWAYS * letters.total():
            characters = characters.turned(turn)
            words = _words(characters)
    return words, characters


def _words(characters: Characters) -> list[Word]:
    words: list[Word] = []
    x0, low, x1, high = characters.x0, characters.low, characters.x1, characters.high
    whole, style, known = characters.text, characters.style, characters.known
    left, top = characters.frame.left, characters.frame.top
    widths = list(accumulate(map(sub, x1, x0), initial=0.0))
    for a, b, thing in characters.runs:
        bottom, height, last = low[a], high[a], b - 1
        slack = 0.2 * (height - bottom)
        text = whole[a:b]
        if b - a == 1:
            plain = not characters.turn(a, thing)
        else:
            plain = (
                -slack < x1[last] - x0[a] - widths[b] + widths[a] < slack
                and low[last] == bottom
                and high[last] == height
                and (text.isalpha() or _level(low[a:b], high[a:b]))
            )
        if not plain and b - a > 1:
            plain = _level(low[a:b], high[a:b]) and -slack < x1[last] - x0[a] - widths[b] + widths[a] < slack
        if plain:
            bold, symbol = known.get(thing) or style(a, thing)
            word = Word(text, x0[a] - left, top - height, x1[last] - left, top - bottom, bold, symbol)
            if not (text.isascii() and text.isprintable()):
                _clean(word)
            words.append(word)
            continue
        turn = characters.turn(a, thing)
        if turn:
            words.append(_word(characters, text, a, b, turn))
        else:
            _split(characters, a, b, words)
    return _marked([w for w in words if is_sound(w)])


def is_sound(word: Word) -> bool:
    """Whether a word has a size that can be seen and stands where pages can be. Broken fonts and matrices give any."""
    return LEAST_SIZE < word.size < MAX_SIDE and word.x0 > -MAX_SIDE and word.x1 < MAX_SIDE


def _level(low: array[float], high: array[float]) -> bool:
    """Whether characters stand on one line in one size."""
    slack = 0.1 * (high[0] - low[0])
    return max(low) - min(low) < slack and max(high) - min(high) < slack


def _marked(words: list[Word]) -> list[Word]:
    """Words with those found to be footnote marks that stand by themselves: small, raised, next to a larger word.
    What is raised but belongs to the number before it (1 st) is joined to it."""
    sizes = [w.size for w in words]
    small = [
        k
        for k, (before, size, after) in enumerate(zip([0.0, *sizes], sizes, [*sizes[1:], 0.0], strict=False))
        if size < SMALL * before or size < SMALL * after or words[k - 1].mark
    ]
    gone: set[int] = set()
    for k in small:
        word, before = words[k], words[k - 1] if k else None
        if before is not None and before.mark:
            if k > 1 and -1 < word.x0 - before.x1 < 1 and _CLOSING.fullmatch(word.text):
                _extend(words[k - 2], word)
                gone.add(k)
                continue
            before = words[k - 2] if k > 1 else None
        if word.turn or word.mark or len(word.text) > 7:
            continue
        after = words[k + 1] if k + 1 < len(words) else None
        if before is not None and _raised(word, before) and -0.5 < word.x0 - before.x1 < 0.6 * before.size:
            if _glued(before.text, word.text):
                _extend(before, word)
                gone.add(k)
            else:
                word.mark = bool(_MARK.fullmatch(word.text))
        elif after is not None and _raised(word, after) and -0.5 < after.x0 - word.x1 < 1.5 * after.size:
            word.mark = bool(_MARK.fullmatch(word.text)) and not word.text.isalpha()
    return [w for k, w in enumerate(words) if k not in gone] if gone else words


def _raised(word: Word, beside: Word) -> bool:
    """Whether a word is set small and high beside another on one line."""
    small = word.size < SMALL * beside.size and beside.turn == 0
    return small and beside.top - 0.3 * beside.size < word.top and word.bottom < beside.bottom - 0.12 * beside.size


def _word(characters: Characters, text: str, a: int, b: int, turn: int = 0) -> Word:
    """One word of the characters from `a` to `b`."""
    box = characters.frame.page_box(
        min(characters.x0[a:b]), min(characters.low[a:b]), max(characters.x1[a:b]), max(characters.high[a:b])
    )
    word = Word(text, *box, *characters.style(a))
    if turn:
        word.turn = turn
        word.size = word.x1 - word.x0 if turn != 180 else word.size
    _clean(word)
    return word


def _clean(word: Word) -> None:
    """Put a plain hyphen for that at a line's end, letters for ligatures and signs for those of symbol fonts."""
    last = word.text[-1]
    if last in LINE_END_HYPHENS:
        word.hyphen, word.soft = True, last == "\xad"
        word.text = word.text[:-1] + "-"
    if not word.text.isascii() or not word.text.isprintable():
        word.text = _plain(word.text) if _ODD.search(word.text) else word.text


def _plain(text: str) -> str:
    """Ligatures expanded, signs of symbol fonts as what they show, other control and private signs as a bullet or
    nothing."""
    out = []
    for i, sign in enumerate(text):
        code = ord(sign)
        if code in _LIGATURES:
            out.append(_LIGATURES[code])
        elif code in _SYMBOLS:
            out.append(_SYMBOLS[code])
        elif 0xF020 < code < 0xF07F and len(text) > 1:
            out.append(chr(code - 0xF000))
        elif 0xE000 <= code <= 0xF8FF:
            out.append("•")
        elif code in _CONTROLS and i > 0 and text[i - 1].isalpha():
            out.append(_CONTROLS[code])
    return "".join(out) if out or not text else "\ufffd"


def _split(characters: Characters, a: int, b: int, words: list[Word]) -> None:
    """Cuts a token where its characters jump: onto another line, over a gap, up to a footnote mark."""
    x0, low, x1, high = characters.x0, characters.low, characters.x1, characters.high
    runs: list[tuple[int, int, bool]] = []  # from, to, raised
    start = a
    for i in range(a + 1, b + 1):
        if i < b:
            tall, before = high[i] - low[i], high[i - 1] - low[i - 1]
            size = max(tall, before)
            gap = x0[i - 1] - x1[i] if bidirectional(characters.text[i]) in _LEFTWARDS else x0[i] - x1[i - 1]
            same = abs(low[i] - low[i - 1]) < 0.12 * size and abs(tall - before) < 0.12 * size
            one_glyph = x0[i] == x0[i - 1] and x1[i] == x1[i - 1]  # a ligature, spelt out
            if same and (one_glyph or -0.5 * size < gap < 0.35 * size):
                continue
        runs.append((start, i, False))
        start = i
    main = max(high[f] - low[f] for f, _, _ in runs)
    pieces: list[Word] = []
    for f, t, _ in runs:
        text = characters.text[f:t]
        size = high[f] - low[f]
        word = _word(characters, text, f, t)
        previous = pieces[-1] if pieces else None
        if previous is None or word.top > previous.bottom or word.bottom < previous.top:
            pieces.append(word)
            continue
        gap = word.x0 - previous.x1
        raised = size < 0.88 * main and word.bottom < previous.bottom - 0.1 * main
        far = not -0.6 * main < gap < 0.35 * main
        if far:
            pieces.append(word)
        elif raised and not _glued(previous.text, word.text) and _MARK.fullmatch(word.text):
            word.mark = True
            pieces.append(word)
        elif previous.mark and len(pieces) > 1 and pieces[-2].text.endswith("(") and word.text.startswith(")"):
            _bracketed(pieces, word)
        elif previous.mark and _CLOSING.fullmatch(word.text) and len(pieces) > 1:
            _extend(pieces[-2], word)
        elif previous.mark:
            pieces.append(word)
        else:
            _extend(previous, word)
    words.extend(pieces)


def _bracketed(pieces: list[Word], closing: Word) -> None:
    """A mark between brackets of full size, `(8)`: the brackets belong to the mark, what follows to the word."""
    mark = pieces.pop()
    before = pieces[-1]
    mark.text = f"({mark.text})"
    before.text = before.text[:-1] + closing.text[1:]
    if not before.text:
        pieces.pop()
    pieces.append(mark)


def _glued(before: str, raised: str) -> bool:
    """Whether a raised sign is part of the word before: 1st, km2."""
    if before[-1:].isdigit():
        return bool(_ORDINAL.fullmatch(raised))
    return raised in ("2", "3") and bool(_UNIT.fullmatch(before))


def _extend(word: Word, by: Word) -> None:
    word.text += by.text
    word.x1 = max(word.x1, by.x1)
    word.top = min(word.top, by.top)
    word.bottom = max(word.bottom, by.bottom)
    word.size = word.bottom - word.top
    word.hyphen, word.soft = by.hyphen, by.soft

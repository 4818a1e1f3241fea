"""Bullets and numbering at the start of a line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardmine.readers.listmarks import (
    SYMBOL_FONT_BULLETS,
    TEXT_BULLETS,
    is_bullet,
    is_dotted,
    marker_class,
    readable,
    split_marker,
)


@pytest.mark.parametrize(
    ("line", "marker", "rest"),
    [
        # bullets
        ("• 27 were ill", "•", "27 were ill"),
        ("·136 children", "·", "136 children"),
        ("  ▪ indented", "▪", "indented"),
        ("◦\tafter a tab", "◦", "after a tab"),
        ("‣ x", "‣", "x"),
        ("➤ x", "➤", "x"),
        ("✓ done", "✓", "done"),
        ("✔\ufe0f done", "✔\ufe0f", "done"),
        ("- dash", "-", "dash"),
        ("– dash", "–", "dash"),
        ("-\u00a0dash", "-", "dash"),
        ("* star", "*", "star"),
        ("> quoted", ">", "quoted"),
        ("o circle", "o", "circle"),
        ("o 5 children", "o", "5 children"),
        ("Ø Wingdings arrow", "Ø", "Wingdings arrow"),
        ("\uf0b7 text", "\uf0b7", "text"),
        ("\uf0b7text", "\uf0b7", "text"),
        ("\uf06e text", "\uf06e", "text"),
        ("\uf02d text", "\uf02d", "text"),
        ("\uf0a7 text", "\uf0a7", "text"),
        ("\uf0d8 text", "\uf0d8", "text"),
        ("\uf0fc text", "\uf0fc", "text"),
        ("•", "•", ""),
        ("· ", "·", ""),
        # not bullets
        ("-23 points", "", "-23 points"),
        ("-", "", "-"),
        ("–", "", "–"),
        ("**bold** words", "", "**bold** words"),
        (">90%", "", ">90%"),
        ("on the whole", "", "on the whole"),
        ("§ 20", "", "§ 20"),
        ("", "", ""),
        ("   ", "", "   "),
        # numbering
        ("1. one", "1.", "one"),
        ("12. The Chair", "12.", "The Chair"),
        ("248. Chairman's announcements", "248.", "Chairman's announcements"),
        ("1) one", "1)", "one"),
        ("(1) one", "(1)", "one"),
        ("1.2 The report", "1.2", "The report"),
        ("1.2.3 The report", "1.2.3", "The report"),
        ("1.2. the report", "1.2.", "the report"),
        ("3.1 545 children were", "3.1", "545 children were"),
        ("3.1 ‘Voice’ of", "3.1", "‘Voice’ of"),
        ("a) one", "a)", "one"),
        ("(a) one", "(a)", "one"),
        ("a. one", "a.", "one"),
        ("d) 5 children", "d)", "5 children"),
        ("i. one", "i.", "one"),
        ("(iv) four", "(iv)", "four"),
        ("xii) twelve", "xii)", "twelve"),
        ("II. two", "II.", "two"),
        # not numbering
        ("1.2 million", "", "1.2 million"),
        ("3.4 children in ten", "", "3.4 children in ten"),
        ("12.5 13.1 14.2", "", "12.5 13.1 14.2"),
        ("22.3% of them", "", "22.3% of them"),
        ("2021. The year", "", "2021. The year"),
        ("(2021) the year", "", "(2021) the year"),
        ("1.Text", "", "1.Text"),
        ("30.", "", "30."),
        ("54 children", "", "54 children"),
        ("21/18 Performance", "", "21/18 Performance"),
        ("3:1 support", "", "3:1 support"),
        ("c. 50 children", "", "c. 50 children"),
        ("p. 23", "", "p. 23"),
        ("e.g. this", "", "e.g. this"),
        ("A. Smith spoke", "", "A. Smith spoke"),
        ("mix. y", "", "mix. y"),
        ("vv. y", "", "vv. y"),
    ],
)
def test_split_marker(line: str, marker: str, rest: str) -> None:
    assert split_marker(line) == (marker, rest)


@given(st.text(alphabet=st.sampled_from("".join((*TEXT_BULLETS, *SYMBOL_FONT_BULLETS[:4], *"-–*>o12.)( aivx£%\n\t")))))
def test_rest_is_a_suffix(line: str) -> None:
    marker, rest = split_marker(line)
    assert line.endswith(rest)
    if marker:
        assert line.lstrip().startswith(marker)
        assert line[: len(line) - len(rest)].strip() == marker
    else:
        assert rest == line


@pytest.mark.parametrize(
    ("marker", "bullet", "dotted", "shown", "kind"),
    [
        ("•", True, False, "•", "•"),
        ("·", True, False, "•", "•"),
        ("\uf0b7", True, False, "•", "•"),
        ("\uf0fc", True, False, "✓", "✓"),
        ("\uf0a7", True, False, "▪", "▪"),
        ("✔\ufe0f", True, False, "✔", "✔"),
        ("–", True, False, "–", "-"),
        ("-", True, False, "-", "-"),
        ("o", True, False, "o", "o"),
        ("12.", False, False, "12.", "1."),
        ("(3)", False, False, "(3)", "(1)"),
        ("4.2", False, True, "4.2", "1.1"),
        ("4.2.", False, True, "4.2.", "1.1"),
        ("b)", False, False, "b)", "a)"),
        ("(iv)", False, False, "(iv)", "(i)"),
        ("", False, False, "", ""),
    ],
)
def test_kinds_of_marker(marker: str, bullet: bool, dotted: bool, shown: str, kind: str) -> None:
    assert is_bullet(marker) is bullet
    assert is_dotted(marker) is dotted
    assert readable(marker) == shown
    assert marker_class(marker) == kind

"""Plain text and Markdown: headings, lists with levels, furniture, and what a converter left behind."""

from __future__ import annotations

import pytest

CASES = {
    "headings by their hashes": (
        "# One\n## Two ##\n### Three\n",
        [("heading", 1, "One"), ("heading", 2, "Two"), ("heading", 3, "Three")],
    ),
    "underlined headings": (
        "Harbour report\n======\n\nWho came\n---\n\nTwelve came.\n",
        [("heading", 1, "Harbour report"), ("heading", 2, "Who came"), ("paragraph", 0, "Twelve came.")],
    ),
    "bold and capitals are headings": (
        "INTRODUCTION\n\n**Who came**\n\nTwelve people came.\n",
        [("heading", 2, "INTRODUCTION"), ("heading", 3, "Who came"), ("paragraph", 0, "Twelve people came.")],
    ),
    "a statement with a figure is no heading": (
        "There were 27 of them\n\nWe counted.\n",
        [("paragraph", 0, "There were 27 of them"), ("paragraph", 0, "We counted.")],
    ),
    "lists by their indent": (
        "- one\n  - two\n    - three\n- four\n",
        [("list_item", 0, "one"), ("list_item", 1, "two"), ("list_item", 2, "three"), ("list_item", 0, "four")],
    ),
    "wrapped bullets": (
        "• one\n• two that is wrapped\nand goes on here.\n• three\n",
        [("list_item", 0, "one"), ("list_item", 0, "two that is wrapped and goes on here."), ("list_item", 0, "three")],
    ),
    "bullets within a line": (
        "Of these • one went • two stayed\n",
        [("heading", 4, "Of these"), ("list_item", 0, "one went"), ("list_item", 0, "two stayed")],
    ),
    "a middle dot within a number is none": (
        "It rose by 3·5 in June.\n",
        [("paragraph", 0, "It rose by 3·5 in June.")],
    ),
    "numbered and lettered items": (
        "1. First thing\n2. Second thing\n(ii) beta\n",
        [("list_item", 0, "First thing"), ("list_item", 0, "Second thing"), ("list_item", 0, "beta")],
    ),
    "numbered paragraphs": (
        "3.1 The Panel heard that 12 came.\n3.2 The Panel agreed.\n",
        [("list_item", 0, "The Panel heard that 12 came."), ("list_item", 0, "The Panel agreed.")],
    ),
    "numbered titles over their sections": (
        "1. Who came\n\nTwelve came.\n\n2. Who left\n\n• one\n\n3. Costs\n\n3.1 There were none.\n",
        [
            ("heading", 3, "Who came"),
            ("paragraph", 0, "Twelve came."),
            ("heading", 3, "Who left"),
            ("list_item", 0, "one"),
            ("heading", 3, "Costs"),
            ("list_item", 0, "There were none."),
        ],
    ),
    "the last item of a numbered list is no title": (
        "1. Ropes\n2. Sails\n\nAll were mended.\n",
        [("list_item", 0, "Ropes"), ("list_item", 0, "Sails"), ("paragraph", 0, "All were mended.")],
    ),
    "a number that a line end fell before": (
        "The line was wrapped by the converter so that it goes on with number\n12. That is it.\n",
        [("paragraph", 0, "The line was wrapped by the converter so that it goes on with number 12. That is it.")],
    ),
    "a negative number is no bullet": ("-23 fewer than before.\n", [("paragraph", 0, "-23 fewer than before.")]),
    "furniture, and the sentence that it cut": (
        "The paragraph stops in the\n\nPage 8 of 9\n\nmiddle of it.\n",
        [("paragraph", 0, "The paragraph stops in the middle of it."), ("furniture", 0, "Page 8 of 9")],
    ),
    "pages left blank": (
        "Text came first.\n\nThis page is intentionally left blank\n\nMore text came.\n",
        [
            ("paragraph", 0, "Text came first."),
            ("furniture", 0, "This page is intentionally left blank"),
            ("paragraph", 0, "More text came."),
        ],
    ),
    "minutes over two lines": (
        "24/6 PERFORMANCE OF\nTHE SERVICE\n\nIt was noted.\n",
        [("heading", 2, "24/6 PERFORMANCE OF THE SERVICE"), ("paragraph", 0, "It was noted.")],
    ),
    "escaped characters": (
        "It is 1\\. the \\*best\\* of \\_all\\_ at \\$5\\.\n",
        [("paragraph", 0, "It is 1. the *best* of _all_ at $5.")],
    ),
    "bold markers within words and numbers": (
        "**There were 1****2** chil**dren** and **_6_** adults.\n",
        [("paragraph", 0, "There were 12 children and 6 adults.")],
    ),
    "bold runs that lost their line ends": (
        "**SCRUTINY PANEL****27 July 2024****PURPOSE OF THE REPORT**\n",
        [("heading", 3, "SCRUTINY PANEL\n27 July 2024\nPURPOSE OF THE REPORT")],
    ),
    "a star for multiplication stays": ("It is 3 * 4 of them.\n", [("paragraph", 0, "It is 3 * 4 of them.")]),
    "links, images, ticks": (
        "See [the plan](http://plan.example/99) and ![chart](a.png)`code` here.\n",
        [("paragraph", 0, "See the plan and code here.")],
    ),
    "tags, comments, entities": (
        "It was &pound;45 &amp; <b>more</b><br>later <!-- hidden 99 -->on.\n",
        [("paragraph", 0, "It was £45 & more later on.")],
    ),
    "a footnote is set apart from its figure": (
        "The rate was 702<sup>1</sup> on the 14<sup>th</sup>.\n",
        [("paragraph", 0, "The rate was 702 1 on the 14th.")],
    ),
    "forced breaks": ("One came first\\\nTwo came later.\n", [("paragraph", 0, "One came first\nTwo came later.")]),
    "characters that show nothing": (
        "The chil\u00addren of the har\u200bbour.\n",
        [("paragraph", 0, "The children of the harbour.")],
    ),
    "a comment that is never closed is text": ("It is <!-- open 12.\n", [("paragraph", 0, "It is <!-- open 12.")]),
}


@pytest.mark.parametrize("text, expected", CASES.values(), ids=CASES)
def test_a_text_becomes_blocks(blocks, text: str, expected: list[tuple[str, int, str]]) -> None:  # type: ignore[no-untyped-def]
    assert blocks(text) == expected


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r", "\u2028"])
def test_line_ends_are_all_alike(blocks, ends: str) -> None:  # type: ignore[no-untyped-def]
    assert blocks(f"# One{ends}{ends}Text of it.{ends}") == [("heading", 1, "One"), ("paragraph", 0, "Text of it.")]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "windows-1252"])
def test_a_text_is_read_in_its_encoding(document, encoding: str) -> None:  # type: ignore[no-untyped-def]
    text = "It cost £45 – the Council’s own money – in Ynys Môn.\n" * 3
    assert document(text.encode(encoding)).text == text


def test_the_marker_of_an_item_is_kept(document) -> None:  # type: ignore[no-untyped-def]
    items = document("- one\n\n2. two\n\n(iii) three\n\n3.4 The four.\n").blocks
    assert [block.marker for block in items] == ["-", "2.", "(iii)", "3.4"]

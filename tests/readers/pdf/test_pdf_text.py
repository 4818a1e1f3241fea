"""Text of PDF pages: order, paragraphs, headings, lists, marks, furniture."""

from __future__ import annotations

from functools import partial

import hostile_pdfs
import pytest
from reportlab.pdfgen.canvas import Canvas
from sheets import HEIGHT, LATIN, WIDTH, bullets, document_of, drawn, flowing, lines, looks, paragraph, space, text

from boardmine.document import BlockKind


def test_columns_are_read_one_after_the_other() -> None:
    left = [f"left {word} of the first column here" for word in ("one", "two", "three", "four", "five.")]
    right = [f"right {word} of the second column here" for word in ("one", "two", "three", "four", "five.")]

    def page(canvas: Canvas) -> None:
        for i, (a, b) in enumerate(zip(left, right, strict=True)):  # drawn across, as some programs do
            text(canvas, 60, 100 + 14 * i, a)
            text(canvas, 320, 100 + 14 * i, b)

    read_text = " ".join(said for _, said in looks(drawn(page)))
    assert read_text == " ".join(left + right)


def test_cards_are_read_one_by_one() -> None:
    cards = [("Children in our care", "412", "Target 400"), ("Care leavers in work", "61%", "Target 65%")]

    def page(canvas: Canvas) -> None:
        for i, (caption, figure, target) in enumerate(cards):
            x = 60 + 250 * i
            canvas.rect(x - 10, HEIGHT - 220, 220, 120)
            text(canvas, x, 125, caption)
            text(canvas, x, 170, figure, 30, "Helvetica-Bold")
            text(canvas, x, 200, target, 9)

    said = [said for _, said in looks(drawn(page))]
    assert said == [part for card in cards for part in card]


def test_a_line_set_like_body_text_heads_what_is_below_it() -> None:
    document = flowing(
        paragraph(LATIN), paragraph("Stability of homes"), bullets("9 children moved twice", "4 moved three times")
    )
    assert looks(document)[1] == ("heading", "Stability of homes")


@pytest.mark.parametrize("line", ["Stability is better:", "There were 14 moves.", "Homes were stable", "moved twice"])
def test_a_sentence_is_no_heading(line: str) -> None:
    document = flowing(paragraph(LATIN), paragraph(line), bullets("9 children moved twice", "4 moved three times"))
    assert looks(document)[1] == ("paragraph", line)


def test_a_sentence_goes_on_on_the_next_page() -> None:
    begun = [
        "Members asked why it was more likely this year that a child would leave our care for",
        "good (four in ten did so), and were told of guardianship (22%), of arrangements (16%",
    ]
    rest = [
        "Orders, most of them for two) and of children who went home to a parent with whom",
        "they had lived before.",
    ]
    document = drawn(lambda canvas: lines(canvas, 60, 700, begun), lambda canvas: lines(canvas, 60, 100, rest))
    assert looks(document) == [("paragraph", " ".join(begun + rest))]


def test_a_paragraph_broken_by_space_is_joined_where_it_goes_on_in_lower_case() -> None:
    whole = LATIN[:-1] + " and work is to begin in order to"
    document = flowing(paragraph(whole), space(12), paragraph("remove what stands in the way. " + LATIN))
    assert [kind for kind, _ in looks(document)] == ["paragraph"]


@pytest.mark.parametrize("second", ["1.", "\u2022", "\u00b7"])
def test_two_markers_are_both_taken_off(second: str) -> None:
    def page(canvas: Canvas) -> None:
        lines(canvas, 60, 100, ["Moves in the year:"])
        for i, words in enumerate(("9 children moved twice", "4 children moved three times")):
            for x, part in ((72, "\u2022"), (84, second), (98, words)):
                text(canvas, x, 120 + 14 * i, part)

    assert looks(drawn(page))[1:] == [
        ("list_item", "9 children moved twice"),
        ("list_item", "4 children moved three times"),
    ]


def test_a_footnote_mark_is_kept_from_its_number() -> None:
    def page(canvas: Canvas) -> None:
        text(canvas, 60, 100, "There were 412")
        text(canvas, 60 + canvas.stringWidth("There were 412", "Helvetica", 11), 96, "3", 6)
        text(canvas, 160, 100, "children in our care at the end of the year.")

    ((_, said),) = looks(drawn(page))
    assert said == "There were 412 children in our care at the end of the year."


def test_heads_feet_and_stamps_are_furniture() -> None:
    def page(canvas: Canvas, number: int) -> None:
        text(canvas, 60, 40, "Wexcombe Corporate Parenting Board", 9)
        text(canvas, 60, 120, f"Members heard the report of item {number} and thanked the officers for it.")
        text(canvas, WIDTH / 2, HEIGHT - 30, str(number), 9)
        canvas.translate(18, HEIGHT / 2)
        canvas.rotate(90)
        canvas.drawString(0, 0, f"Page {number + 40}")

    document = drawn(*(partial(page, number=number) for number in range(1, 6)))
    assert len(looks(document)) == 5
    assert all("Members heard" in said for _, said in looks(document))
    furniture = [block.text for block in document.blocks if block.kind is BlockKind.FURNITURE]
    assert furniture.count("Wexcombe Corporate Parenting Board") == 5
    assert {"Page 41", "Page 45", "1", "5"} <= set(furniture)


@pytest.mark.parametrize(
    "turn, matrix", [(90, b"0 1 -1 0 500 60"), (180, b"-1 0 0 -1 500 700"), (270, b"0 -1 1 0 100 700")]
)
def test_a_rotated_page_is_read_as_it_is_displayed(turn: int, matrix: bytes) -> None:
    content = b"BT /F1 11 Tf %s Tm (There were 412 children in our care.) Tj ET" % matrix
    objects = {3: hostile_pdfs.page(more=b"/Rotate %d" % turn), 4: hostile_pdfs.stream(content)}
    document = document_of(hostile_pdfs.pdf(objects))
    assert looks(document) == [("paragraph", "There were 412 children in our care.")]
    (sheet,) = document.pages
    assert (sheet.width > sheet.height) == (turn != 180)
    boxes = [word.box for word in document.words]
    assert all(0 <= box.x0 < box.x1 <= sheet.width and 0 <= box.top < box.bottom <= sheet.height for box in boxes)
    assert boxes == sorted(boxes, key=lambda box: box.x0)
    assert max(box.bottom - box.top for box in boxes) < 20


def test_rows_of_cards_are_read_from_left_to_right() -> None:
    cards = [
        ("Children in our care", "412", "Target 400", "Previous 425"),
        ("Care leavers in work", "61%", "Target 65%", "Previous 58%"),
        ("Children with a plan", "388", "Target 350", "Previous 371"),
        ("Visits in time", "93%", "Target 95%", "Previous 90%"),
    ]

    def page(canvas: Canvas) -> None:
        for i, (caption, figure, target, previous) in enumerate(cards):
            x, top = 60 + 250 * (i % 2), 110 + 150 * (i // 2)
            text(canvas, x, top, caption, 11, "Helvetica-Bold")
            text(canvas, x, top + 45, figure, 32, "Helvetica-Bold")
            text(canvas, x, top + 70, target, 9)
            text(canvas, x, top + 85, previous, 9)

    assert [said for _, said in looks(drawn(page))] == [part for card in cards for part in card]


def test_the_figures_of_a_card_stay_below_its_caption() -> None:
    cards = [("Children in our care", "412", "400", "425"), ("Care leavers in work", "61%", "65%", "58%")]

    def page(canvas: Canvas) -> None:
        for i, (caption, *figures) in enumerate(cards):
            top = 110 + 120 * i
            text(canvas, 60, top, caption, 12, "Helvetica-Bold")
            for x, label, figure in zip((60, 160, 260), ("Latest", "Target", "Previous"), figures, strict=True):
                text(canvas, x, top + 18, label, 9)
                text(canvas, x, top + 45, figure, 24 if label == "Latest" else 14)

    said = [said for _, said in looks(drawn(page))]
    labels = ("Latest", "Target", "Previous")
    wanted = [
        [caption, *(part for pair in zip(labels, figures, strict=True) for part in pair)] for caption, *figures in cards
    ]
    assert said == [part for card in wanted for part in card]
